import { z } from 'zod'

export const spanSchema = z.object({ start: z.number(), end: z.number() })

/** The day that a date of any length begins with, as a report has it; nothing where it begins with none. */
export function dayOf(date: string | undefined): { publishedAt?: string } {
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0]
  return day === undefined ? {} : { publishedAt: day }
}
