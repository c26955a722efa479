import type { EventKey } from '../../records/index.ts'

/** Links (in thousandths) and decisions between events by their places, the lesser place first. */
export interface Pairs {
  readonly scores: readonly { readonly pair: readonly [number, number]; readonly score: number }[]
  readonly same: readonly (readonly [number, number])[]
  readonly apart: readonly (readonly [number, number])[]
}

/** Two clusters are one where their events go together so well on the average; pairs without a link count as 0. In thousandths. */
const JOIN = 500

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
  for (;;) {
    const best = bestPair(clusters)
    if (!best) break
    join(clusters, ...best)
  }
  return [...new Set(clusters.values())].map((cluster) => cluster.members)
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

/** The two clusters that go together best; of equals those of the first members. */
function bestPair(clusters: Clusters): [Cluster, Cluster] | undefined {
  let best: [Cluster, Cluster] | undefined
  let bestScore = JOIN
  for (const [place, one] of clusters) {
    if (firstOf(one) !== place) continue
    for (const [first, sum] of one.sums) {
      const other = clusters.get(first)
      if (!other || first < place) continue
      const score = sum / (one.members.length * other.members.length)
      if (score < bestScore || (best && score === bestScore && !comesBefore([one, other], best)))
        continue
      if (mayJoin(one, other)) [best, bestScore] = [[one, other], score]
    }
  }
  return best
}

function comesBefore(
  pair: readonly [Cluster, Cluster],
  best: readonly [Cluster, Cluster],
): boolean {
  return (
    firstOf(pair[0]) - firstOf(best[0]) < 0 ||
    (pair[0] === best[0] && firstOf(pair[1]) < firstOf(best[1]))
  )
}

function mayJoin(one: Cluster, other: Cluster): boolean {
  if (one.apart.has(firstOf(other))) return false
  const [few, many] = one.reports.size < other.reports.size ? [one, other] : [other, one]
  for (const report of few.reports) if (many.reports.has(report)) return false
  return true
}

function join(clusters: Clusters, a: Cluster, b: Cluster): void {
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
}
