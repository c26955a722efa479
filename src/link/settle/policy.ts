import type { Claim, Settling } from '../../records/index.ts'
import { foldName } from '../claims/actor-name.ts'

/** Whether a claim speaks for its value; what is asked, hoped or threatened speaks neither for nor against. */
export function isFor({ stance }: Claim): boolean {
  return FOR.has(stance)
}

/** Whether a claim speaks against its value. */
export function isDenial({ stance }: Claim): boolean {
  return stance === 'denies' || stance === 'doubts'
}

const FOR: ReadonlySet<string> = new Set([
  'asserts',
  'confirms',
  'claims',
  'suggests',
  'accuses',
  'warns',
])

/** Whether only those say so who took part. */
export function isOnlyClaimed(claims: readonly Claim[]): boolean {
  return claims.every(({ involved }) => involved)
}

/** Who speaks, as far as it can be told across reports; empty where the report itself does. */
export function voiceOf({
  sourceActor,
  source = '',
}: Pick<Claim, 'sourceActor' | 'source'>): string {
  return sourceActor ?? foldName(source)
}

/** How many origins there are; a copy adds none. */
export function originsOf(claims: readonly Claim[]): number {
  return new Set(claims.map(({ origin }) => origin)).size
}

/** When each origin told this first: a copy makes nothing newer. Of what has no date, the empty text. */
export function firstTold(claims: readonly Claim[]): Map<string, string> {
  const first = new Map<string, string>()
  for (const { origin, publishedAt = '' } of claims) {
    const before = first.get(origin)
    if (before === undefined || before === '' || (publishedAt !== '' && publishedAt < before))
      first.set(origin, publishedAt)
  }
  return first
}

/** When an origin took this up last. */
export function newestOf(claims: readonly Claim[]): string {
  return [...firstTold(claims).values()].reduce((a, b) => (a > b ? a : b), '')
}

/** How early in a user's list somebody stands who says this; behind all of them where nobody does. */
export function rankOf(claims: readonly Claim[], { order = [] }: Settling): number {
  const names = new Set(
    claims.flatMap(({ outlet = '', source = '', sourceActor = '' }) =>
      [outlet, source, sourceActor].map(foldName),
    ),
  )
  const rank = order.findIndex((name) => names.has(foldName(name)))
  return rank < 0 ? order.length : rank
}

/** What a policy itself asks of those who say a value, the best first; where it asks nothing the number of origins decides. */
export function likingOf(claims: readonly Claim[], settling: Settling): number[] {
  return {
    conservative: [],
    range: [],
    'majority-of-origins': [],
    latest: [latestFirst(newestOf(claims))],
    'source-order': [rankOf(claims, settling)],
  }[settling.policy]
}

/** A day or instant as a number to sort by, the latest first; what has none comes last. */
export function latestFirst(when: string): number {
  const time = Date.parse(when)
  return Number.isNaN(time) ? Infinity : -time
}

/** Compares two lists of numbers and words, the lesser first. */
export function compareKeys(
  a: readonly (number | string)[],
  b: readonly (number | string)[],
): number {
  for (const [i, x] of a.entries()) {
    const y = b[i]
    if (y === undefined || x === y) continue
    return x < y ? -1 : 1
  }
  return 0
}
