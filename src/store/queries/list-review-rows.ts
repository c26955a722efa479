import type { Db } from '../db.ts'
import type { ReviewRow } from './review-decisions.ts'

/** What the table of reviewers' decisions says of an entry of the log. */
export interface ListedReview {
  readonly operation: number
  readonly group: string
  readonly by: string
  readonly undone: number | null
  readonly rows: readonly (ReviewRow & { readonly place: number })[]
}

/** What the table of reviewers' decisions says, by entry of the log behind one. */
export async function listReviewRows(
  db: Db,
  after: number,
  limit: number,
): Promise<ListedReview[]> {
  const found = await db.query<Omit<ListedReview, 'rows'> & { rows: string }>(
    `
    select operation::int as operation, min("group") as group, min(by) as by,
      min(undone)::int as undone,
      json_agg(json_build_object('place', place, 'report', report_id, 'version', version,
        'record', record, 'verdict', verdict, 'said', said, 'salt', salt) order by place)::text as rows
    from review_decision where operation > $1
    group by operation order by operation limit $2`,
    [after, limit],
  )
  return found.map((row) => ({ ...row, rows: JSON.parse(row.rows) as ListedReview['rows'] }))
}
