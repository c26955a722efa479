import type { EventKey, EventLink, LinkDecision } from '../../records/index.ts'
import { inOrder, keyText } from '../incident-id.ts'
import { LEAST_SCORE } from '../score/score-events.ts'
import { JOIN, joinClusters, type Pairs } from './join-clusters.ts'

/** Which events are of one incident: each is in one cluster, alone where nothing joins it. What comes out is the same whatever the order of events, links and decisions, and the same for all events as for each of their connected components by itself. Two events of one report are never joined by links; `same` joins whatever the score, `not-the-same` keeps apart, also what `same` would join. */
export function clusterEvents(
  events: readonly EventKey[],
  links: readonly EventLink[],
  decisions: readonly LinkDecision[] = [],
): EventKey[][] {
  const keys = inOrder(events)
  const places = new Map(keys.map((key, place) => [keyText(key), place]))
  const pairs = placePairs({ places, links, decisions })
  return componentsOf(keys.length, pairs)
    .flatMap((members) => joinClusters(members, pairs, keys))
    .map((cluster) => cluster.flatMap((place) => keys[place] ?? []))
}

interface Placing {
  readonly places: ReadonlyMap<string, number>
  readonly links: readonly EventLink[]
  readonly decisions: readonly LinkDecision[]
}

/** Links and decisions between events by their places. Of two decisions on one pair that contradict each other, the one that keeps apart holds. */
function placePairs({ places, links, decisions }: Placing): Pairs {
  const pairOf = (a: EventKey, b: EventKey): [number, number] | undefined => {
    const [one, other] = [places.get(keyText(a)), places.get(keyText(b))]
    if (one === undefined || other === undefined || one === other) return undefined
    return one < other ? [one, other] : [other, one]
  }
  const decided = (verdict: LinkDecision['verdict']): [number, number][] =>
    decisions
      .filter((decision) => decision.verdict === verdict)
      .flatMap(({ a, b }) => {
        const pair = pairOf(a, b)
        return pair ? [pair] : []
      })
      .sort((x, y) => x[0] - y[0] || x[1] - y[1])
  const scores = links
    .filter(({ score, conflict }) => score >= LEAST_SCORE && conflict === undefined)
    .flatMap(({ a, b, score }) => {
      const pair = pairOf(a, b)
      return pair && a.report !== b.report ? [{ pair, score: Math.round(score * 1000) }] : []
    })
  return { scores, same: decided('same'), apart: decided('not-the-same') }
}

/** Whether a link can make two events one: none of less does, as no average is more than the best. */
export function isJoining({ score }: Pick<EventLink, 'score'>): boolean {
  return Math.round(score * 1000) >= JOIN
}

/** Events that such links or `same` lead from one to the other, by their places; the least place first. Weaker links count within a component, and lead to no other: else all reports of a busy year would be one. */
function componentsOf(count: number, { scores, same }: Pairs): number[][] {
  const parents = Array.from({ length: count }, (_, i) => i)
  const rootOf = (place: number): number => {
    let at = place
    while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at
    return at
  }
  const joining = scores.filter(({ score }) => score >= JOIN).map(({ pair }) => pair)
  for (const [a, b] of [...joining, ...same]) {
    const [one, other] = [rootOf(a), rootOf(b)]
    parents[Math.max(one, other)] = Math.min(one, other)
  }
  const components = new Map<number, number[]>()
  for (let place = 0; place < count; place += 1) {
    const root = rootOf(place)
    const members = components.get(root)
    if (members) members.push(place)
    else components.set(root, [place])
  }
  return [...components.values()]
}
