import type { Claim, Harm, Settling, Toll } from '../../../records/index.ts'
import { byField } from '../by-field.ts'
import { isDenial } from '../policy.ts'
import { accountsOf, type Account, type Texts } from './accounts.ts'
import { boundsOf } from './bounds.ts'
import { historyOf } from './history.ts'
import { numberOf } from './order.ts'
import { partsOf } from './parts.ts'

/** The toll of each harm: how many in all, how many of each class, and how the number came to be. */
export function settleTolls(
  claims: readonly Claim[],
  texts: Texts,
  settling: Settling,
): Partial<Record<Harm, Toll>> {
  const tolls: Partial<Record<Harm, Toll>> = {}
  for (const [field, own] of byField(claims)) {
    if (!field.startsWith('figure.')) continue
    const toll = tollOf(own, texts, settling)
    if (toll) tolls[field.slice('figure.'.length) as Harm] = toll
  }
  return tolls
}

function tollOf(claims: readonly Claim[], texts: Texts, settling: Settling): Toll | undefined {
  const accounts = accountsOf(claims, texts)
  const rivals = rivalsIn(accounts)
  const bounds = boundsOf(rivals, claims.filter(isDenial), settling)
  if (!bounds) return undefined
  const winners = new Set(bounds.because)
  const reports = new Set(claims.flatMap(({ id, report }) => (winners.has(id) ? report : [])))
  const told = claims.filter(({ report }) => reports.has(report))
  const of = rivals.every((one) => one.of === rivals[0]?.of) ? rivals[0]?.of : undefined
  const parts = partsOf(told, bounds, settling).filter((part) => part.of !== of)
  return {
    ...bounds,
    policy: settling.policy,
    ...(of && { of }),
    ...(parts.length > 0 && { parts }),
    history: historyOf(accounts),
  }
}

/** The accounts that compete for the toll in all: those of the whole, and those of a part that is more than any whole. Where nobody counts the whole, those of the largest part. */
export function rivalsIn(accounts: readonly Account[]): Account[] {
  const wholes = accounts.filter(({ of, more }) => of === undefined && !more)
  if (wholes.length > 0) {
    const most = Math.max(...wholes.map(numberOf))
    const larger = accounts.filter((one) => one.of !== undefined && numberOf(one) > most)
    return [...wholes, ...larger.map(asLeast)]
  }
  const counted = accounts.filter(({ more }) => !more)
  const pool = counted.length > 0 ? counted : accounts
  const largest = pool.toSorted((a, b) => numberOf(b) - numberOf(a))[0]?.of
  return pool.filter(({ of }) => of === largest)
}

/** So many are at least so many in all. */
function asLeast(part: Account): Account {
  const { atLeast, vague } = part.count
  return {
    ...part,
    count: { ...(atLeast !== undefined && { atLeast }), ...(vague && { vague }) },
  }
}
