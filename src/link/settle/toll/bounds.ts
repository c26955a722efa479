import type { Claim, Settling, SourceType, TollBounds } from '../../../records/index.ts'
import { grouped } from '../../grouped.ts'
import { compareKeys, isOnlyClaimed, latestFirst, newestOf, originsOf, rankOf } from '../policy.ts'
import type { Account } from './accounts.ts'
import { canBothBe, numberOf, replaces } from './order.ts'

/** Low, best and high of accounts that count the same people, each number by those that nothing later replaced; undefined where nobody counts. */
export function boundsOf(
  accounts: readonly Account[],
  denials: readonly Claim[],
  settling: Settling,
): TollBounds | undefined {
  const current = currentOf(accounts)
  if (current.length === 0) return undefined
  const credible = current.filter(({ claims }) => !isOnlyClaimed(claims))
  const trusted = credible.length > 0 ? credible : current
  const best = bestOf(poolOf(accounts, trusted, settling), settling)
  const winners = best?.accounts ?? trusted
  const claims = winners.flatMap((one) => one.claims)
  const against = accounts.filter(
    (one) => !one.more && !winners.includes(one) && !winners.some((won) => canBothBe(one, won)),
  )
  return {
    ...(best ? numbersOf(best, trusted, current) : loosely(trusted)),
    ...(isOnlyClaimed(claims) && { claimed: true }),
    because: claims.map(({ id }) => id),
    against: [...against.flatMap((one) => one.claims), ...denials].map(({ id }) => id),
  }
}

/** Accounts that nothing later took the place of; vague words and additions only where there is no number. */
export function currentOf(accounts: readonly Account[]): Account[] {
  const standing = accounts.filter((one) => !accounts.some((other) => replaces(other, one)))
  return firstThatAre([isNumber, (one) => !one.more], standing)
}

function isNumber({ more, count }: Account): boolean {
  return !more && !count.vague
}

/** What meets the first test that anything meets, else all. */
function firstThatAre<T>(tests: readonly ((thing: T) => boolean)[], things: readonly T[]): T[] {
  for (const test of tests) {
    const found = things.filter(test)
    if (found.length > 0) return found
  }
  return [...things]
}

/** Accounts that the best number is picked of. Whom the user lists is heard also where others have told more since. */
function poolOf(
  accounts: readonly Account[],
  trusted: readonly Account[],
  settling: Settling,
): readonly Account[] {
  const { policy, order = [] } = settling
  if (policy !== 'source-order') return trusted
  const listed = accounts.filter(
    (one) => isNumber(one) && rankOf(one.claims, settling) < order.length,
  )
  return listed.length > 0 ? listed : trusted
}

/** A number and everybody who gives it. */
interface Best {
  readonly number: number
  readonly accounts: readonly Account[]
}

/** Undefined where nobody gives a number: "dozens", "up to 20". */
function bestOf(pool: readonly Account[], settling: Settling): Best | undefined {
  const exact = pool.filter((one) => isNumber(one) && one.count.atLeast !== undefined)
  return [...grouped(exact, numberOf)]
    .map(([number, accounts]) => ({ number, accounts }))
    .map((best) => ({ best, rank: rankingOf(best, settling) }))
    .sort((a, b) => compareKeys(a.rank, b.rank))[0]?.best
}

/** How a policy ranks a number, the lesser first; of equals the lowest is taken. */
function rankingOf({ number, accounts }: Best, settling: Settling): number[] {
  const claims = accounts.flatMap((one) => one.claims)
  const newest = latestFirst(newestOf(claims))
  const origins = originsOf(claims)
  const confirmed = origins > 1 ? 0 : 1
  const ranking = {
    // The lowest, until another is confirmed (ACLED).
    conservative: [confirmed],
    // The most reliable; of equals the lower (UCDP).
    range: [reliabilityOf(claims), confirmed],
    latest: [newest, -origins],
    'majority-of-origins': [-origins, newest],
    'source-order': [rankOf(claims, settling), newest],
  }[settling.policy]
  return [...ranking, number]
}

/** 0 for those whose work it is to count, 1 for others, 2 for who took part. */
function reliabilityOf(claims: readonly Claim[]): number {
  if (isOnlyClaimed(claims)) return 2
  return claims.some(({ sourceType }) => sourceType && COUNTING.has(sourceType)) ? 0 : 1
}

const COUNTING: ReadonlySet<SourceType> = new Set([
  'medic',
  'official',
  'rights-group',
  'aid-worker',
])

function numbersOf(
  { number, accounts }: Best,
  trusted: readonly Account[],
  current: readonly Account[],
): Pick<TollBounds, 'low' | 'best' | 'high' | 'open'> {
  const all = [...current, ...accounts]
  const high = Math.max(number, ...all.map(topOf))
  const isOpen = all.some((one) => one.count.atMost === undefined && topOf(one) === high)
  return {
    low: Math.min(number, ...trusted.map(({ count }) => count.atLeast ?? number)),
    best: number,
    high,
    ...(isOpen && { open: true }),
  }
}

function topOf({ count: { atLeast = 0, atMost = atLeast } }: Account): number {
  return atMost
}

/** Bounds where there is no number to pick: those of the words. */
function loosely(accounts: readonly Account[]): Pick<TollBounds, 'low' | 'high' | 'vague'> {
  const lows = accounts.flatMap(({ count }) => count.atLeast ?? [])
  const highs = accounts.flatMap(({ count }) => count.atMost ?? [])
  return {
    ...(lows.length > 0 && { low: Math.min(...lows) }),
    ...(highs.length === accounts.length && { high: Math.max(...highs) }),
    ...(accounts.some(({ count }) => count.vague) && { vague: true }),
  }
}
