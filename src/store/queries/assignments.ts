import type { Db } from '../db.ts'

/** How far a coder is with a report: at it, done, sent back to it, or ruled upon. */
export const ASSIGNMENT_STATES = ['open', 'done', 'returned', 'ruled'] as const
/** How far a coder is with a report. */
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number]

/** A report that somebody codes. */
export interface Assignment {
  readonly report: string
  readonly version: number
  readonly coder: string
  readonly state: AssignmentState
  /** What the coder is told with a report that is sent back. */
  readonly note?: string
}

/** What the table has of an assignment. */
export interface AssignmentRow extends Required<Assignment> {
  readonly salt: string
  readonly operation: number
}

/** The same, as it is listed. */
export interface ListedAssignment extends Assignment {
  /** The entry of the log that said so last. */
  readonly entry: number
  readonly at: string
  readonly title?: string
  readonly opening: string
}

const COLUMNS = 'report_id as report, assignment.version, coder, state, note'

/** A row as a record: no note where nothing is said. */
function toAssignment<Row extends Required<Assignment>>({ note, ...row }: Row) {
  return { ...row, ...(note !== '' && { note }) }
}

/** Who codes a version of a report, by name. */
export async function listAssignmentsOf(
  db: Db,
  report: string,
  version: number,
): Promise<Assignment[]> {
  const rows = await db.query<Required<Assignment>>(
    `select ${COLUMNS} from assignment where report_id = $1 and version = $2 order by coder`,
    [report, version],
  )
  return rows.map(toAssignment)
}

/** Assignments of one coder or of all, the latest entry of the log first, behind a place. */
export async function listAssignments(
  db: Db,
  coder: string | undefined,
  { after, limit }: { readonly after?: readonly [number, string]; readonly limit: number },
): Promise<ListedAssignment[]> {
  const [entry, behind] = after ?? [null, null]
  const rows = await db.query<
    Required<Assignment> &
      Pick<ListedAssignment, 'entry' | 'at' | 'opening'> & { title: string | null }
  >(
    `
    select ${COLUMNS}, operation::int as entry, at, title, opening
    from assignment
      join operation on seq = operation
      join report on report.id = report_id and report.version = assignment.version
    where ($1::text is null or coder = $1)
      and ($2::bigint is null or (operation, coder) < ($2, $3))
    order by operation desc, coder desc
    limit $4`,
    [coder ?? null, entry, behind, limit],
  )
  return rows.map(({ title, ...row }) => ({
    ...toAssignment(row),
    ...(title !== null && { title }),
  }))
}

/** Versions of reports that two coders are done with, the latest first. */
export async function listCodedTwice(
  db: Db,
  limit: number,
): Promise<{ report: string; version: number; coders: string[] }[]> {
  const rows = await db.query<{ report: string; version: number; coders: string }>(
    `
    select report_id as report, version, json_agg(coder order by coder)::text as coders
    from assignment
    group by report_id, version
    having count(*) = 2 and bool_and(state in ('done', 'ruled'))
    order by max(operation) desc
    limit $1`,
    [limit],
  )
  return rows.map((row) => ({ ...row, coders: JSON.parse(row.coders) as string[] }))
}

/** Writes how far somebody is with a report. */
export async function putAssignment(
  db: Db,
  { report, version, coder, state, note, salt, operation }: AssignmentRow,
): Promise<void> {
  await db.query(
    `
    insert into assignment (report_id, version, coder, state, note, salt, operation)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (report_id, version, coder) do update
      set state = excluded.state, note = excluded.note, salt = excluded.salt,
        operation = excluded.operation`,
    [report, version, coder, state, note, salt, operation],
  )
}

/** What the table has, in order of report, version and coder, behind a row. */
export async function listAssignmentRows(
  db: Db,
  after: AssignmentRow | undefined,
  limit: number,
): Promise<AssignmentRow[]> {
  return db.query(
    `
    select ${COLUMNS}, salt, operation::int as operation from assignment
    where $1::text is null or (report_id, version, coder) > ($1, $2::int, $3::text)
    order by report_id, version, coder limit $4`,
    [after?.report ?? null, after?.version ?? null, after?.coder ?? null, limit],
  )
}
