import type { PlacedNote } from '../../../src/server/api.ts'

/** How much is said by an actor and of them in a month of publication; "" are those without a date. */
export interface Month {
  readonly month: string
  readonly by: number
  readonly of: number
}

/** Notes by month, the latest first. */
export function notesByMonth(notes: readonly PlacedNote[]): Month[] {
  const months = new Map<string, { month: string; by: number; of: number }>()
  for (const { publishedAt = '', side } of notes) {
    const month = publishedAt.slice(0, 7)
    const known = months.get(month) ?? { month, by: 0, of: 0 }
    known[side] += 1
    months.set(month, known)
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1))
}
