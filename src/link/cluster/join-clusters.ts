import type { EventKey } from '../../records/index.ts'

/** Links (in thousandths) and decisions between events by their places, the lesser place first. */
export interface Pairs {
  readonly scores: readonly { readonly pair: readonly [number, number]; readonly score: number }[]
  readonly same: readonly (readonly [number, number])[]
  readonly apart: readonly (readonly [number, number])[]
}

/** Two clusters are one where their events go together so well on the average; pairs without a link count as 0. In thousandths. */
export const JOIN = 500

interface Cluster {
  /** Places, in order. */
  members: number[]
  readonly reports: Set<string>
  /** Sums of scores with other clusters, by their first members. */
  readonly sums: Map<number, number>
  /** First members of clusters that a decision keeps it apart from. */
  readonly apart: Set<number>
}

/** Joins the events of one component, the best two clusters first, until none go together well enough. */
export function joinClusters(
  members: readonly number[],
  pairs: Pairs,
  keys: readonly EventKey[],
): number[][] {
  if (members.length === 1) return [[...members]]
  const clusters = openClusters(members, pairs, keys)
  for (const [a, b] of pairs.same) joinDecided(clusters, a, b)
  const matches = new Map<Cluster, Match | undefined>()
  for (const cluster of clusters.values()) matches.set(cluster, bestMatch(clusters, cluster))
  for (;;) {
    const best = [...matches.values()].reduce(better, undefined)
    if (!best) break
    const { kept, gone } = join(clusters, best.one, best.other)
    matches.delete(gone)
    // A match with the two is less than it was, or none; what others have among themselves is as before.
    const near = [...kept.sums.keys()].flatMap((place) => clusters.get(place) ?? [])
    for (const cluster of [kept, ...near]) matches.set(cluster, bestMatch(clusters, cluster))
  }
  return [...new Set(clusters.values())].map((cluster) => cluster.members)
}

/** Two clusters that may be joined, the one with the lesser place first. */
interface Match {
  readonly one: Cluster
  readonly other: Cluster
  readonly score: number
}

/** A cluster for each event, by place; later several places have one cluster. */
type Clusters = Map<number, Cluster>

function openClusters(
  members: readonly number[],
  { scores, apart }: Pairs,
  keys: readonly EventKey[],
): Clusters {
  const clusters: Clusters = new Map(
    members.map((place) => [
      place,
      {
        members: [place],
        reports: new Set([keys[place]?.report ?? '']),
        sums: new Map<number, number>(),
        apart: new Set<number>(),
      },
    ]),
  )
  for (const { pair, score } of scores)
    eachWay(clusters, pair, (cluster, other) =>
      cluster.sums.set(other, Math.max(score, cluster.sums.get(other) ?? 0)),
    )
  for (const pair of apart) eachWay(clusters, pair, (cluster, other) => cluster.apart.add(other))
  return clusters
}

function eachWay(
  clusters: Clusters,
  [a, b]: readonly [number, number],
  write: (cluster: Cluster, other: number) => void,
): void {
  const [one, other] = [clusters.get(a), clusters.get(b)]
  if (!one || !other) return
  write(one, b)
  write(other, a)
}

const firstOf = ({ members: [first = -1] }: Cluster): number => first

function joinDecided(clusters: Clusters, a: number, b: number): void {
  const [one, other] = [clusters.get(a), clusters.get(b)]
  if (one && other && one !== other && !one.apart.has(firstOf(other))) join(clusters, one, other)
}

/** The cluster that goes best together with one, if any does well enough. */
function bestMatch(clusters: Clusters, cluster: Cluster): Match | undefined {
  let best: Match | undefined
  for (const [place, sum] of cluster.sums) {
    const found = clusters.get(place)
    if (!found) continue
    const score = sum / (cluster.members.length * found.members.length)
    if (score < JOIN || (best && score < best.score) || !mayJoin(cluster, found)) continue
    const [one, other] = place < firstOf(cluster) ? [found, cluster] : [cluster, found]
    best = better(best, { one, other, score })
  }
  return best
}

/** The better of two matches; of equals that of the lesser places, so that no order of arrival shows. */
function better(a: Match | undefined, b: Match | undefined): Match | undefined {
  if (!a || !b) return a ?? b
  const order =
    b.score - a.score || firstOf(a.one) - firstOf(b.one) || firstOf(a.other) - firstOf(b.other)
  return order <= 0 ? a : b
}

function mayJoin(one: Cluster, other: Cluster): boolean {
  if (one.apart.has(firstOf(other))) return false
  const [few, many] = one.reports.size < other.reports.size ? [one, other] : [other, one]
  for (const report of few.reports) if (many.reports.has(report)) return false
  return true
}

function join(clusters: Clusters, a: Cluster, b: Cluster): { kept: Cluster; gone: Cluster } {
  const [kept, gone] = firstOf(a) < firstOf(b) ? [a, b] : [b, a]
  const [keptFirst, goneFirst] = [firstOf(kept), firstOf(gone)]
  for (const [first, sum] of gone.sums) {
    const third = clusters.get(first)
    third?.sums.delete(goneFirst)
    if (!third || first === keptFirst) continue
    const total = sum + (kept.sums.get(first) ?? 0)
    kept.sums.set(first, total)
    third.sums.set(keptFirst, total)
  }
  for (const first of gone.apart) {
    const third = clusters.get(first)
    third?.apart.delete(goneFirst)
    third?.apart.add(keptFirst)
    kept.apart.add(first)
  }
  for (const report of gone.reports) kept.reports.add(report)
  for (const place of gone.members) clusters.set(place, kept)
  kept.members = [...kept.members, ...gone.members].sort((x, y) => x - y)
  return { kept, gone }
}
