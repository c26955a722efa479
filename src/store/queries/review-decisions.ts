import type { NewReviewDecision, ReviewDecision } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** What one entry of the log says of one record, as the table holds it. */
export interface ReviewRow extends Pick<
  ReviewDecision,
  'report' | 'version' | 'record' | 'verdict'
> {
  /** JSON of `SaidInReview`, to the letter. */
  readonly said: string
  readonly salt: string
}

/** What goes when the report is erased. */
export type SaidInReview = Pick<NewReviewDecision, 'value' | 'of' | 'evidence' | 'reason'>

/** Writes what an entry of the log says of records, in their order. */
export async function insertReviewRows(
  db: Db,
  rows: readonly ReviewRow[],
  { operation, by, group }: { operation: number; by: string; group: string },
): Promise<void> {
  await db.query(
    `
    insert into review_decision
      (operation, place, by, "group", report_id, version, record, verdict, said, salt)
    select $1, position - 1, $2, $3, report, version, record, verdict, said, salt
    from unnest($4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[])
      with ordinality as row (report, version, record, verdict, said, salt, position)`,
    [
      ...[operation, by, group],
      rows.map(({ report }) => report),
      rows.map(({ version }) => version),
      rows.map(({ record }) => record),
      rows.map(({ verdict }) => verdict),
      rows.map(({ said }) => said),
      rows.map(({ salt }) => salt),
    ],
  )
}

/** A row of a listed decision. */
export interface ListedReviewRow extends Omit<
  ReviewDecision,
  keyof SaidInReview | 'undone' | 'rules'
> {
  readonly rules: boolean
  readonly said: string
  readonly undone: number | null
}

/** Columns of a listed decision. */
export const LISTED_REVIEW = `review_decision.operation::int as entry, at, review_decision.by, review_decision."group",
      review_decision.report_id as report, review_decision.version, record,
      verdict, said, undone::int as undone,
      exists (select from ruling where ruling."group" = review_decision."group") as rules`

/** What was said of the records of a report, in the order of the log; of one version, or of all. */
export async function listReviewDecisions(
  db: Db,
  report: string,
  version?: number,
): Promise<ReviewDecision[]> {
  const rows = await db.query<ListedReviewRow>(
    `
    select ${LISTED_REVIEW}
    from review_decision join operation on seq = operation
    where report_id = $1 and ($2::int is null or version = $2)
    order by operation, place`,
    [report, version ?? null],
  )
  return rows.map(toDecision)
}

/** What an entry of the log said of records. */
export async function loadReviewEntry(db: Db, entry: number): Promise<ReviewDecision[]> {
  const rows = await db.query<ListedReviewRow>(
    `
    select ${LISTED_REVIEW}
    from review_decision join operation on seq = operation
    where operation = $1
    order by place`,
    [entry],
  )
  return rows.map(toDecision)
}

/** A decision as its row tells it. */
export function toDecision({ said, undone, rules, ...row }: ListedReviewRow): ReviewDecision {
  return {
    ...row,
    ...(JSON.parse(said) as SaidInReview),
    ...(undone !== null && { undone }),
    ...(rules && { rules: true as const }),
  }
}

/** Keeps that what an entry said is undone by another entry, or that it stands again. */
export async function markReviewUndone(db: Db, entry: number, undone?: number): Promise<void> {
  await db.query('update review_decision set undone = $2 where operation = $1', [
    entry,
    undone ?? null,
  ])
}
