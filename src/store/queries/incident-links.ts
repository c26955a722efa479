import type { EventKey, LinkReason } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** A link with its reasons, by the keys of its events. */
export interface ReasonedLink {
  readonly a: EventKey
  readonly b: EventKey
  /** The incidents that they are of. */
  readonly incidents: readonly [string, string]
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

interface Row {
  readonly a_report: string
  readonly a_event: string
  readonly a_incident: string
  readonly b_report: string
  readonly b_event: string
  readonly b_incident: string
  readonly score: number
  readonly reasons: string
}

/** The links of the events of an incident, those that lead out of it too, the strongest first. */
export async function listIncidentLinks(
  db: Db,
  incident: string,
  limit: number,
): Promise<ReasonedLink[]> {
  const rows = await db.query<Row>(
    `
    with own as (select number from event where incident_id = $1),
    found as (
      select a, b, score, reasons::text as reasons from link where a in (select number from own)
      union select a, b, score, reasons::text from link where b in (select number from own))
    select one.report_id as a_report, one.event_id as a_event, one.incident_id as a_incident,
      other.report_id as b_report, other.event_id as b_event, other.incident_id as b_incident,
      score, reasons
    from found
    join event as one on one.number = a
    join event as other on other.number = b
    order by score desc, a, b
    limit $2`,
    [incident, limit],
  )
  return rows.map((row) => ({
    a: { report: row.a_report, event: row.a_event },
    b: { report: row.b_report, event: row.b_event },
    incidents: [row.a_incident, row.b_incident],
    score: row.score,
    reasons: JSON.parse(row.reasons) as LinkReason[],
  }))
}
