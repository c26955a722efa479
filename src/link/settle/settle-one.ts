import type { Claim, ClaimValue, Settling, Standing } from '../../records/index.ts'
import { grouped } from '../grouped.ts'
import type { Comparison } from './comparisons.ts'
import {
  compareKeys,
  firstTold,
  isDenial,
  isFor,
  isOnlyClaimed,
  latestFirst,
  likingOf,
  newestOf,
  originsOf,
} from './policy.ts'

/** The one value of a field that stands: of the policy's liking, then said by those who took no part, then the more exact. Undefined where nobody speaks for any. */
export function settleOne(
  claims: readonly Claim[],
  comparison: Comparison,
  settling: Settling,
): Standing | undefined {
  const winner = candidatesOf(claims, comparison)
    .map((candidate) => ({ ...candidate, rank: rankingOf(candidate, comparison, settling) }))
    .sort((a, b) => compareKeys(a.rank, b.rank))[0]
  if (!winner) return undefined
  const { value, backers } = winner
  const agrees = agreement(value, comparison)
  const because = claims.filter((claim) => isFor(claim) && agrees(claim.value))
  const against = claims.filter((claim) => (agrees(claim.value) ? isDenial(claim) : isFor(claim)))
  return {
    value,
    policy: settling.policy,
    ...(isOnlyClaimed(backers) && { claimed: true }),
    because: because.map(({ id }) => id),
    against: against.map(({ id }) => id),
  }
}

/** Whether values say the same as one, also more or less exactly. */
function agreement(value: ClaimValue, { key, holds }: Comparison): (other: ClaimValue) => boolean {
  return (other) => key(other) === key(value) || holds(other, value) || holds(value, other)
}

interface Candidate {
  readonly key: string
  readonly value: ClaimValue
  /** Claims that say so, also less exactly. */
  readonly backers: readonly Claim[]
}

/** Each value that somebody speaks for, with everybody whose last word it is. */
function candidatesOf(claims: readonly Claim[], comparison: Comparison): Candidate[] {
  const { key, holds } = comparison
  const groups = grouped(claims.filter(isFor), ({ value }) => key(value))
  const last = lastWords(groups)
  return [...groups].flatMap(([name, own]) => {
    const value = own[0]?.value
    if (!value) return []
    const backers = [...groups].flatMap(([other, theirs]) =>
      other === name || holds(theirs[0]?.value ?? value, value)
        ? theirs.filter(({ origin }) => last.get(origin)?.has(other))
        : [],
    )
    return [{ key: name, value, backers }]
  })
}

/** Which values each origin told last. */
function lastWords(groups: ReadonlyMap<string, readonly Claim[]>): Map<string, Set<string>> {
  const last = new Map<string, { when: string; keys: Set<string> }>()
  for (const [key, claims] of groups)
    for (const [origin, when] of firstTold(claims)) {
      const before = last.get(origin)
      if (!before || when > before.when) last.set(origin, { when, keys: new Set([key]) })
      else if (when === before.when) before.keys.add(key)
    }
  return new Map([...last].map(([origin, { keys }]) => [origin, keys]))
}

function rankingOf(
  { key, value, backers }: Candidate,
  { exactness }: Comparison,
  settling: Settling,
): (number | string)[] {
  const newest = latestFirst(newestOf(backers))
  const nobody = backers.length === 0 ? 1 : 0
  const claimed = isOnlyClaimed(backers) ? 1 : 0
  return [
    nobody,
    ...likingOf(backers, settling),
    -originsOf(backers),
    claimed,
    -exactness(value),
    newest,
    key,
  ]
}
