import type { Claim, ClaimField, EventStatus, Incident, Settling } from '../records/index.ts'
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
  const { ordered, origins, values, texts } = claimsIn(id, members)
  const stands = settle(values, settling)
  return {
    id,
    events: ordered.map(({ reading, event }) => ({ report: reading.report.id, event: event.id })),
    ...headOf(stands),
    values,
    stands,
    figures: settleTolls(values, texts, settling),
    contradictions: contradictionsIn(values, texts),
    origins,
  }
}

/** What of an incident can be listed in a line. */
export type IncidentOutline = Pick<
  Incident,
  'id' | 'events' | 'kind' | 'status' | 'time' | 'place' | 'figures' | 'origins'
>

/** The same of what can be listed in a line alone, in a third of the time. */
export function outlineIncident(
  id: string,
  members: readonly Member[],
  settling: Settling = { policy: 'conservative' },
): IncidentOutline {
  const { ordered, origins, values, texts } = claimsIn(id, members, isOutlined)
  return {
    id,
    events: ordered.map(({ reading, event }) => ({ report: reading.report.id, event: event.id })),
    ...headOf(settle(values, settling)),
    figures: settleTolls(values, texts, settling),
    origins,
  }
}

function isOutlined(field: ClaimField): boolean {
  return HEAD.has(field) || field.startsWith('figure.')
}

const HEAD: ReadonlySet<ClaimField> = new Set(['kind', 'status', 'time', 'place'])

/** The claims of some events on some fields, all where none is named, and what they are settled with. */
function claimsIn(
  incident: string,
  members: readonly Member[],
  about?: (field: ClaimField) => boolean,
) {
  const ordered = inOrder(members)
  const origins = findOrigins(ordered)
  const context = {
    incident,
    origins: new Map(origins.flatMap((one) => one.reports.map((report) => [report, one.id]))),
    involved: involvedIn(ordered),
    ...(about && { about }),
  }
  const values: Claim[] = ordered.flatMap((member) => claimsOf(member, context))
  const texts = new Map(ordered.map(({ reading: { report } }) => [report.id, report.text]))
  return { ordered, origins, values, texts }
}

/** What it was, and whether, when and where, as far as it is told. */
function headOf(stands: Incident['stands']): Pick<Incident, 'kind' | 'status' | 'time' | 'place'> {
  const [kind, status, time, place] = [stands.kind, stands.status, stands.time, stands.place].map(
    (field) => field?.[0]?.value,
  )
  return {
    kind: kind && 'text' in kind ? kind.text : 'unspecified-attack',
    status: statusOf(status),
    ...(time && 'time' in time && { time: time.time }),
    ...(place && 'place' in place && { place: place.place }),
  }
}

/** What nobody asserts is denied. */
function statusOf(value: Claim['value'] | undefined): EventStatus {
  return value && 'status' in value ? value.status : 'denied'
}
