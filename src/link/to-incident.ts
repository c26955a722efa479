import type { Claim, EventStatus, Incident, Settling } from '../records/index.ts'
import { claimsOf } from './claims/claims-of.ts'
import { involvedIn } from './claims/involved.ts'
import { inOrder, type Member } from './member.ts'
import { findOrigins } from './origins/find-origins.ts'
import { contradictionsIn } from './settle/contradictions.ts'
import { settle } from './settle/settle.ts'
import { settleTolls } from './settle/toll/settle-toll.ts'

/** The incident that some events of reports tell: where the reports go back to, what each says, and what stands under a policy. The order of the members is of no matter. */
export function toIncident(
  id: string,
  members: readonly Member[],
  settling: Settling = { policy: 'conservative' },
): Incident {
  const ordered = inOrder(members)
  const origins = findOrigins(ordered)
  const context = {
    incident: id,
    origins: new Map(origins.flatMap((one) => one.reports.map((report) => [report, one.id]))),
    involved: involvedIn(ordered),
  }
  const values: Claim[] = ordered.flatMap((member) => claimsOf(member, context))
  const texts = new Map(ordered.map(({ reading: { report } }) => [report.id, report.text]))
  const stands = settle(values, settling)
  const [kind, status, time, place] = [stands.kind, stands.status, stands.time, stands.place].map(
    (field) => field?.[0]?.value,
  )
  return {
    id,
    events: ordered.map(({ reading, event }) => ({ report: reading.report.id, event: event.id })),
    kind: kind && 'text' in kind ? kind.text : 'unspecified-attack',
    status: statusOf(status),
    ...(time && 'time' in time && { time: time.time }),
    ...(place && 'place' in place && { place: place.place }),
    values,
    stands,
    figures: settleTolls(values, texts, settling),
    contradictions: contradictionsIn(values, texts),
    origins,
  }
}

/** What nobody asserts is denied. */
function statusOf(value: Claim['value'] | undefined): EventStatus {
  return value && 'status' in value ? value.status : 'denied'
}
