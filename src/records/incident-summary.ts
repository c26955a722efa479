import type { EventPlace, EventStatus } from './event.ts'
import type { Harm } from './figure.ts'
import type { Toll } from './incident.ts'
import type { TimeRange } from './time.ts'

/** What is listed of an incident. */
export interface IncidentSummary {
  readonly id: string
  readonly kind: string
  readonly status: EventStatus
  readonly time?: TimeRange
  readonly place?: EventPlace
  /** By the most careful policy. */
  readonly tolls: Readonly<Partial<Record<Harm, Pick<Toll, 'low' | 'best' | 'high'>>>>
  readonly reports: number
  readonly origins: number
}
