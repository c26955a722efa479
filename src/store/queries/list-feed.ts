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

/** What was done behind an entry of the log, in order. What is said of reviews is about the report that it is said of, what turns it too. */
export async function listFeed(db: Db, since: number, limit: number): Promise<FeedEntry[]> {
  const rows = await db.query<Omit<FeedEntry, 'report'> & { report: string | null }>(
    `
    select told.seq::int as entry, told.at, told.by, told.kind,
      coalesce(told.body ->> 'report', said.report) as report
    from operation as told
    left join operation as undoing
      on told.kind = 'undo-review' and undoing.seq = (told.body ->> 'entry')::bigint
    left join lateral (
      select case when count(distinct report_id) = 1 then min(report_id) end as report
      from review_decision
      where operation = case
        when told.kind = 'review' then told.seq
        when undoing.kind = 'undo-review' then (undoing.body ->> 'entry')::bigint
        else undoing.seq end
    ) as said on true
    where told.seq > $1 order by told.seq limit $2`,
    [since, limit],
  )
  return rows.map(({ report, ...row }) => ({ ...row, ...(report !== null && { report }) }))
}
