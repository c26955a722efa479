import type { Db } from '../db.ts'

/** An event of a version of a report: its id, the version, the event's id. */
export type MemberKey = readonly [report: string, version: number, event: string]

/** What an incident was before an entry of the log. */
export interface IncidentBefore {
  readonly incident: string
  readonly operation: number
  readonly members: readonly MemberKey[]
}

/** Keeps what incidents were before an entry of the log. */
export async function insertBefore(
  db: Db,
  rows: readonly Omit<IncidentBefore, 'operation'>[],
  operation: number,
): Promise<void> {
  await db.query(
    `
    insert into incident_before (incident_id, operation, members)
    select incident, $3, members::json from unnest($1::text[], $2::text[]) as row (incident, members)`,
    [
      rows.map(({ incident }) => incident),
      rows.map(({ members }) => JSON.stringify(members)),
      operation,
    ],
  )
}
