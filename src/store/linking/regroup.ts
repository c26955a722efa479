import { clusterEvents, incidentIdOf, isJoining, joinedSets, keyText } from '../../link/index.ts'
import type { LinkDecision } from '../../records/index.ts'
import type { LinkRow } from '../queries/links.ts'
import type { StoredEvent } from './stored-event.ts'

/** What joins events and keeps them apart. */
export interface Ties {
  readonly links: readonly Omit<LinkRow, 'reasons'>[]
  readonly decisions: readonly LinkDecision[]
}

/** Events of whole components with the component and the incident that each is of, by their numbers. */
export function regroup(
  events: readonly StoredEvent[],
  { links, decisions }: Ties,
): Map<number, StoredEvent> {
  const byNumber = new Map(events.map((event) => [event.number, event]))
  const byKey = new Map(events.map((event) => [keyText(event), event]))
  const pairs = links.flatMap(({ a, b, score }) => {
    const [one, other] = [byNumber.get(a), byNumber.get(b)]
    return one && other ? [{ a: one, b: other, score, reasons: [] }] : []
  })
  const joined = joinedSets([...byKey.keys()])
  for (const { a, b } of pairs.filter(isJoining)) joined.join(keyText(a), keyText(b))
  for (const { a, b, verdict } of decisions)
    if (verdict === 'same') joined.join(keyText(a), keyText(b))
  const after = new Map<number, StoredEvent>()
  for (const set of joined.sets()) {
    const members = set.flatMap((key) => byKey.get(key) ?? [])
    const component = Math.min(...members.map(({ number }) => number))
    for (const event of members) after.set(event.number, { ...event, component })
  }
  for (const cluster of clusterEvents(events, pairs, decisions)) {
    const incident = incidentIdOf(cluster)
    for (const key of cluster) {
      const number = byKey.get(keyText(key))?.number ?? 0
      const event = after.get(number)
      if (event) after.set(number, { ...event, incident })
    }
  }
  return after
}
