import type { Db } from '../db.ts'
import type { IncidentSummary } from '../linking/summary.ts'

/** What is listed of an incident; of one that is no more, of the one that its events went to. */
export async function loadSummary(db: Db, id: string): Promise<IncidentSummary | undefined> {
  const rows = await db.query<{ summary: string }>(
    `
    with recursive way (id) as (
      select $1::text
      union select former_id.incident_id from way join former_id on former_id.id = way.id)
    select summary::text as summary from incident join way on way.id = incident.id`,
    [id],
  )
  return rows[0] && (JSON.parse(rows[0].summary) as IncidentSummary)
}
