import type { Db } from '../db.ts'

/** What is listed of some incidents, as JSON, by their ids. */
export async function loadSummaries(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; summary: string }>(
    'select id, summary::text as summary from incident where id = any($1::text[])',
    [ids],
  )
  return new Map(rows.map(({ id, summary }) => [id, summary]))
}

/** Ids of incidents that no event is of. */
export async function listEmptyIncidents(db: Db): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `
    select id from incident
    where not exists (select from event where incident_id = incident.id) order by id`,
  )
  return rows.map(({ id }) => id)
}
