import { contentKey } from '../base/hash.ts'
import type { EventKey } from '../records/index.ts'

/** A key as text. */
export function keyText({ report, event }: EventKey): string {
  return `${report}\u0000${event}`
}

/** A stable place of an event among all others, which tells nothing of when it came. */
export function orderOf({ report, event }: EventKey): string {
  return contentKey('member', report, event)
}

/** Events by their place among all others. */
export function inOrder(keys: readonly EventKey[]): EventKey[] {
  return keys
    .map((key) => ({ key, order: orderOf(key) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ key }) => key)
}

/** The id of the incident of some events: it is that of the member that comes first among all events, so that a new member changes it only by coming before all others. */
export function incidentIdOf(members: readonly EventKey[]): string {
  const [first] = members.map(orderOf).sort()
  return contentKey('incident', first ?? '')
}
