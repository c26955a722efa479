import type { Db } from '../db.ts'

/** What the table of decisions says of an entry of the log. */
export interface DecidedRow {
  readonly operation: number
  readonly verdict: string
  /** JSON: report and event of both, of each pair. */
  readonly pairs: string
  readonly undone: number | null
}

/** What the table of decisions says, by entry of the log behind one. */
export async function listDecided(db: Db, after: number, limit: number): Promise<DecidedRow[]> {
  return db.query<DecidedRow>(
    `
    select operation::int as operation, min(verdict) as verdict, min(undone)::int as undone,
      json_agg(json_build_array(a_report, a_event, b_report, b_event))::text as pairs
    from decision where operation > $1
    group by operation order by operation limit $2`,
    [after, limit],
  )
}
