import type { Claim, Settling } from '../../records/index.ts'

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

/** How many origins there are; a copy adds none. */
export function originsOf(claims: readonly Claim[]): number {
  return new Set(claims.map(({ origin }) => origin)).size
}

/** When an origin took a value up last; each origin counts from its first telling, so that a copy makes nothing newer. */
export function newestOf(claims: readonly Claim[]): string {
  const first = new Map<string, string>()
  for (const { origin, publishedAt } of claims) {
    const before = first.get(origin)
    if (publishedAt !== undefined && (before === undefined || publishedAt < before))
      first.set(origin, publishedAt)
  }
  return [...first.values()].reduce((a, b) => (a > b ? a : b), '')
}

/** How early in a user's list somebody stands who gives a value; behind all of them where nobody does. */
export function rankOf(claims: readonly Claim[], { order = [] }: Settling): number {
  const ranks = claims.map(({ outlet, source, sourceActor }) =>
    order.findIndex((name) => [outlet, source, sourceActor].includes(name)),
  )
  return Math.min(order.length, ...ranks.filter((rank) => rank >= 0))
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
