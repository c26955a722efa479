import type { Db } from '../db.ts'

/** An event of a version of a report: its id, the version, the event's id. */
export type MemberKey = readonly [report: string, version: number, event: string]

/** What an incident was before an entry of the log. */
export interface IncidentBefore {
  readonly incident: string
  readonly members: readonly MemberKey[]
}

/** Keeps what incidents were before an entry of the log, while they are still stored as such. */
export async function insertBefore(
  db: Db,
  rows: readonly IncidentBefore[],
  operation: number,
): Promise<void> {
  await db.query(
    `
    insert into incident_before (incident_id, operation, since, members)
    select row.incident, $3, since, members::json
    from unnest($1::text[], $2::text[]) as row (incident, members) join incident on id = row.incident`,
    [
      rows.map(({ incident }) => incident),
      rows.map(({ members }) => JSON.stringify(members)),
      operation,
    ],
  )
}

/** What incidents were at an entry of the log, those that were there: each with the id of the incident, of some that are asked for, that it is now part of. */
export async function listBefore(
  db: Db,
  incidents: readonly string[],
  operation: number,
): Promise<(IncidentBefore & { readonly now: string })[]> {
  const rows = await db.query<{ now: string; incident: string; members: string }>(
    `
    with recursive way (now, id) as (
      select unnest($1::text[]), unnest($1::text[])
      union select now, former_id.id from way join former_id on former_id.incident_id = way.id)
    select distinct on (now, incident_id) now, incident_id as incident, members::text as members
    from way join incident_before on incident_id = id
    where operation > $2 and since <= $2
    order by now, incident_id, operation`,
    [incidents, operation],
  )
  return rows.map(({ members, ...row }) => ({
    ...row,
    members: JSON.parse(members) as MemberKey[],
  }))
}
