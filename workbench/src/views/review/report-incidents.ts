import type { EventIncident, IncidentSummary } from '../../../../src/server/api.ts'
import { get } from '../../api/client.ts'

/** The incidents that the events of a report are of. */
export async function loadReportIncidents(report: string): Promise<readonly EventIncident[]> {
  const path = `/reports/${encodeURIComponent(report)}/incidents`
  return (await get<{ readonly rows: readonly EventIncident[] }>(path)).rows
}

/** Each incident once. */
export function incidentsIn(rows: readonly EventIncident[]): IncidentSummary[] {
  return [...new Map(rows.map(({ incident }) => [incident.id, incident])).values()]
}

/** The incident of what is looked at: of an event, or of a part of one; of a report without that, its first. */
export function incidentOf(
  rows: readonly EventIncident[],
  part: { readonly id: string; readonly of?: string } | undefined,
): string | undefined {
  const event = part?.of ?? part?.id
  return (rows.find((row) => row.event === event) ?? rows[0])?.incident.id
}
