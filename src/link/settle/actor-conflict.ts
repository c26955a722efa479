import type { ActorName } from '../../records/index.ts'

/** Whether two actors cannot both be meant by "who did it": two forces of different states, two named groups, a state and a group. Who is only described as people ("gunmen") may be of any of them. */
export function areRivals(a: ActorName, b: ActorName): boolean {
  if (a.actor === b.actor) return false
  const [x, y] = [sideOf(a), sideOf(b)]
  if (!x || !y) return false
  if (x !== y) return true
  return x === 'state' ? areOfOtherStates(a, b) : isNamedApart(a, b)
}

/** Who governs in two countries is a group that holds ground in both. */
function sideOf({ kind, country = [] }: ActorName): 'state' | 'group' | undefined {
  if (kind === 'government' && country.length > 1) return 'group'
  if (kind === 'state-force' || kind === 'government') return 'state'
  return kind === 'armed-group' ? 'group' : undefined
}

/** An army, a ministry and a president of one state are one side. */
function areOfOtherStates({ country: a }: ActorName, { country: b }: ActorName): boolean {
  return a !== undefined && b !== undefined && !a.some((one) => b.includes(one))
}

/** "rebels" may be of any group, and "the Front" may be the one that is named in full. */
function isNamedApart(a: ActorName, b: ActorName): boolean {
  if (!a.named || !b.named) return false
  const [short, long] = [a.name, b.name].sort((p, q) => p.length - q.length)
  return !(long ?? '').toLowerCase().includes((short ?? '').toLowerCase())
}
