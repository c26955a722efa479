import { z } from 'zod'
import { AscribeError } from '../base/errors.ts'
import type { ReportInput } from '../records/index.ts'
import { isDay } from './day.ts'
import { parseJson } from './parse-json.ts'

/** Longest line or file that is read as one report, in bytes. */
export const LARGEST_INPUT = 16 * 1024 * 1024

/** Longest text that is read, in UTF-16 units; reading takes some 350 bytes of memory for each. */
export const LONGEST_TEXT = 2 * 1024 * 1024

const daySchema = z.string().refine(isDay, {
  error: ({ input }) =>
    `must be a day of the calendar or an instant, such as 2024-03-04 or 2024-03-04T09:30:00Z, is ${JSON.stringify(String(input).slice(0, 40))}`,
})

const filled = z.string().refine((value) => value.trim() !== '', 'is empty')

/** One input record; other keys are let through, and become a note of the reading. */
export const reportInputSchema = z.looseObject({
  text: filled.refine(
    ({ length }) => length <= LONGEST_TEXT,
    `is longer than ${LONGEST_TEXT} characters`,
  ),
  id: filled.exactOptional(),
  title: filled.exactOptional(),
  outlet: filled.exactOptional(),
  author: filled.exactOptional(),
  publishedAt: daySchema.exactOptional(),
  updatedAt: daySchema.exactOptional(),
  uri: filled.exactOptional(),
  language: filled.exactOptional(),
}) satisfies z.ZodType<ReportInput>

/** One report from one line of NDJSON; throws `bad-input` with file, line and reason. */
export function parseJsonLine(line: string, where: string): ReportInput {
  if (line.length > LARGEST_INPUT)
    throw new AscribeError('bad-input', `${where}: ${tooLong(line.length)}`)
  return parseReportInput(parseJson(line, where), where)
}

/** Why a line or file of so many bytes is refused. */
export function tooLong(length: number): string {
  return `${length} bytes; the most that is read as one report is ${LARGEST_INPUT}`
}

/** One report from a parsed value; throws `bad-input` with place and reasons. */
export function parseReportInput(value: unknown, where: string): ReportInput {
  const parsed = reportInputSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const reasons = parsed.error.issues.map((issue) => reasonOf(issue, value))
  throw new AscribeError('bad-input', `${where}: ${reasons.join('; ')}`)
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  const key = issue.path[0]
  if (key === undefined) return `a report is an object, this is ${nameOf(value)}`
  const given = (value as Record<PropertyKey, unknown>)[key]
  const name = String(key)
  if (given === undefined) return `${name} is missing`
  if (typeof given !== 'string') return `${name} must be a string, is ${nameOf(given)}`
  return `${name} ${issue.message}`
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
