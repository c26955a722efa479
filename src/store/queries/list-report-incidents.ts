import type { IncidentSummary } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** An event of a report and the incident that it is of. */
export interface EventIncident {
  readonly event: string
  readonly incident: IncidentSummary
}

/** The incidents of a report, by its events: those of its latest version. */
export async function listReportIncidents(db: Db, report: string): Promise<EventIncident[]> {
  const rows = await db.query<{ event: string; summary: string }>(
    `
    select event_id as event, summary::text as summary
    from event join incident on incident.id = incident_id
    where report_id = $1 order by event_id`,
    [report],
  )
  return rows.map(({ event, summary }) => ({
    event,
    incident: JSON.parse(summary) as IncidentSummary,
  }))
}
