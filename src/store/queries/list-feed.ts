import type { Db } from '../db.ts'

/** Something that was done, for screens that show what it touches. */
export interface FeedEntry {
  /** In the log. */
  readonly entry: number
  readonly at: string
  readonly by: string
  readonly kind: string
  /** The report that it is about, where it is about one. */
  readonly report?: string
}

/** The number of the log's last entry. */
export async function loadLastEntry(db: Db): Promise<number> {
  const [row] = await db.query<{ last: number }>(
    'select coalesce(max(seq), 0)::int as last from operation',
  )
  return row?.last ?? 0
}

/** What was done behind an entry of the log, in order. */
export async function listFeed(db: Db, since: number, limit: number): Promise<FeedEntry[]> {
  const rows = await db.query<Omit<FeedEntry, 'report'> & { report: string | null }>(
    `
    select seq::int as entry, at, by, kind, body ->> 'report' as report from operation
    where seq > $1 order by seq limit $2`,
    [since, limit],
  )
  return rows.map(({ report, ...row }) => ({ ...row, ...(report !== null && { report }) }))
}
