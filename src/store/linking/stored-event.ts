import type { EventKey } from '../../records/index.ts'

/** An event of a report's latest version, as linking keeps it. */
export interface StoredEvent extends EventKey {
  readonly number: number
  readonly version: number
  readonly component: number
  readonly incident: string
}

/** Columns of a stored event. */
export const EVENT =
  'number, report_id as report, version, event_id as event, component, incident_id as incident'
