import type { Claim, ClaimValue, Settling, Standing } from '../../records/index.ts'
import {
  compareKeys,
  isDenial,
  isFor,
  isOnlyClaimed,
  newestOf,
  originsOf,
  rankOf,
} from './policy.ts'

/** How the values of a field are compared. */
export interface Comparison {
  /** The same for equal values. */
  key(value: ClaimValue): string
  /** Whether whoever says `wide` says `narrow` too, less exactly: "in March" and "on 5 March". */
  holds(wide: ClaimValue, narrow: ClaimValue): boolean
  /** Larger for a value that says more. */
  exactness(value: ClaimValue): number
}

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
  return standingOf(value, claims, { settling, comparison, backers })
}

interface Candidate {
  readonly key: string
  readonly value: ClaimValue
  /** Claims that say so, also less exactly. */
  readonly backers: readonly Claim[]
}

/** Each value that somebody speaks for, with everybody who does. An origin that told another value later no longer speaks for the first. */
function candidatesOf(claims: readonly Claim[], { key, holds }: Comparison): Candidate[] {
  const speaking = claims.filter(isFor)
  const byKey = new Map(speaking.map(({ value }) => [key(value), value]))
  const all = [...byKey].map(([name, value]) => ({
    key: name,
    value,
    backers: speaking.filter((claim) => key(claim.value) === name || holds(claim.value, value)),
  }))
  return all.map((candidate) => ({
    ...candidate,
    backers: candidate.backers.filter(({ origin }) => !isDropped(origin, candidate, all)),
  }))
}

/** Whether an origin tells, later than this value, one that this value cannot be told by. */
function isDropped(origin: string, candidate: Candidate, all: readonly Candidate[]): boolean {
  const own = (one: Candidate): Claim[] => one.backers.filter((claim) => claim.origin === origin)
  const last = newestOf(own(candidate))
  return all.some(
    (other) =>
      !other.backers.some((claim) => candidate.backers.includes(claim)) &&
      newestOf(own(other)) > last,
  )
}

function rankingOf(
  { key, value, backers }: Candidate,
  { exactness }: Comparison,
  settling: Settling,
): (number | string)[] {
  const policy = {
    conservative: [],
    range: [],
    'majority-of-origins': [],
    latest: [descending(newestOf(backers))],
    'source-order': [rankOf(backers, settling)],
  }[settling.policy]
  const common = [-originsOf(backers), isOnlyClaimed(backers) ? 1 : 0, -exactness(value)]
  return [...policy, ...common, descending(newestOf(backers)), key]
}

/** A text that sorts the other way round. */
function descending(day: string): string {
  return Array.from(day.padEnd(LONGEST), (sign) =>
    String.fromCharCode(0xffff - sign.charCodeAt(0)),
  ).join('')
}

/** Signs of an instant at most. */
const LONGEST = 32

interface Backed {
  readonly settling: Settling
  readonly comparison: Comparison
  readonly backers: readonly Claim[]
}

function standingOf(
  value: ClaimValue,
  claims: readonly Claim[],
  { settling, comparison, backers }: Backed,
): Standing {
  const { key, holds } = comparison
  const agrees = (other: ClaimValue): boolean =>
    key(other) === key(value) || holds(other, value) || holds(value, other)
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
