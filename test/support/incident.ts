import { toIncident } from '../../src/link/index.ts'
import type { Event, Incident, Policy, Reading, ReportInput } from '../../src/records/index.ts'
import { read } from './read.ts'

/** A report of a test: what it says, and by whom and when. */
export type Told = Pick<ReportInput, 'text' | 'outlet' | 'publishedAt'> & { readonly id: string }

/** The first event of a reading that is told as something that happened or was denied, of such a kind where one is named. */
export function eventOf({ events, report }: Reading, kind?: string): Event {
  const event = events.find((one) => one.status !== 'general' && (kind ?? one.kind) === one.kind)
  if (!event) throw new Error(`no ${kind ?? 'event'} in ${report.id}: ${report.text}`)
  return event
}

/** The incident that reports tell with their first events, really read. */
export function incidentOf(
  reports: readonly Told[],
  policy: Policy = 'conservative',
  order?: readonly string[],
): Incident {
  const members = reports.map((report) => {
    const reading = read(report)
    return { reading, event: eventOf(reading) }
  })
  return toIncident('i', members, { policy, ...(order && { order }) })
}
