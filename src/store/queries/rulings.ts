import type { ReviewDecision } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { toDecision, LISTED_REVIEW, type ListedReviewRow } from './review-decisions.ts'

/** Keeps that a group of decisions rules between coders. */
export async function insertRuling(
  db: Db,
  {
    group,
    report,
    version,
  }: { readonly group: string; readonly report: string; readonly version: number },
  operation: number,
): Promise<void> {
  await db.query(
    'insert into ruling ("group", report_id, version, operation) values ($1, $2, $3, $4)',
    [group, report, version, operation],
  )
}

/** What the table has of a ruling. */
export interface KeptRuling {
  readonly group: string
  readonly report: string
  readonly version: number
  readonly operation: number
}

/** What the table has, in order of group, behind one. */
export async function listRulingRows(
  db: Db,
  after: string | undefined,
  limit: number,
): Promise<KeptRuling[]> {
  return db.query(
    `
    select "group", report_id as report, version, operation::int as operation from ruling
    where $1::text is null or "group" > $1 order by "group" limit $2`,
    [after ?? null, limit],
  )
}

/** Whether a group of decisions is a ruling already. */
export async function hasRuling(db: Db, group: string): Promise<boolean> {
  return (await db.query('select 1 from ruling where "group" = $1', [group])).length > 0
}

/** Decisions that rule and stand, the latest first, before an entry of the log; of the reports that one coder coded, or of all. */
export async function listRulings(
  db: Db,
  coder: string | undefined,
  { before, limit }: { readonly before?: readonly [number, number]; readonly limit: number },
): Promise<RulingRow[]> {
  const [entry, place] = before ?? [null, null]
  const rows = await db.query<
    ListedReviewRow & { place: number; title: string | null; opening: string }
  >(
    `
    select ${LISTED_REVIEW}, place, title, opening
    from review_decision
      join operation on seq = operation
      join ruling on ruling."group" = review_decision."group"
      join report on report.id = review_decision.report_id and report.version = review_decision.version
    where undone is null
      and ($1::text is null or exists (
        select from assignment
        where assignment.report_id = review_decision.report_id
          and assignment.version = review_decision.version and coder = $1))
      and ($2::bigint is null or (review_decision.operation, place) < ($2, $3))
    order by review_decision.operation desc, place desc
    limit $4`,
    [coder ?? null, entry, place, limit],
  )
  return rows.map(({ place: at, title, opening, ...row }) => ({
    decision: toDecision(row),
    place: at,
    title: title ?? opening,
  }))
}

/** A ruling as it is listed: its place within its entry, and what its report is called. */
export interface RulingRow {
  readonly decision: ReviewDecision
  readonly place: number
  readonly title: string
}

/** The groups of decisions on a version of a report that rule. */
export async function listRulingGroups(db: Db, report: string, version: number): Promise<string[]> {
  const rows = await db.query<{ group: string }>(
    'select "group" from ruling where report_id = $1 and version = $2',
    [report, version],
  )
  return rows.map(({ group }) => group)
}
