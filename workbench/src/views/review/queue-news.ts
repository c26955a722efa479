import type { QueuedReport } from '../../../../src/server/api.ts'

/** The rows of a queue as they are now, each at its place, and how many there are that are not shown. */
export interface QueueNews {
  readonly rows: readonly QueuedReport[]
  readonly news: number
}

/** What became of the rows that are shown; where the list goes on (`hasMore`), what would stand behind its end is no news. */
export function newsOf(
  rows: readonly QueuedReport[],
  now: readonly QueuedReport[],
  hasMore: boolean,
): QueueNews {
  const byId = new Map(now.map((row) => [row.id, row]))
  const known = new Set(rows.map(({ id }) => id))
  const end = hasMore ? rows.at(-1) : undefined
  return {
    rows: rows.map((row) => byId.get(row.id) ?? row),
    news: now.filter((row) => !known.has(row.id) && isBefore(row, end)).length,
  }
}

function isBefore(row: QueuedReport, end: QueuedReport | undefined): boolean {
  if (!end || row.worth !== end.worth) return !end || row.worth > end.worth
  return row.id < end.id
}
