import type { Claim, PeopleCategory, Settling, Toll, TollBounds } from '../../../records/index.ts'
import { grouped } from '../../grouped.ts'
import { isDenial, isFor } from '../policy.ts'
import { accountOf, once } from './accounts.ts'
import { boundsOf } from './bounds.ts'
import { figureOf } from './classes.ts'

/** How many of each class there were by the reports that give the whole, as far as they are no more than that. */
export function partsOf(
  claims: readonly Claim[],
  whole: TollBounds,
  settling: Settling,
): NonNullable<Toll['parts']> {
  const classes = [...grouped(claims, (claim) => figureOf(claim).of)]
  return classes
    .flatMap(([of, own]) => (of === undefined || of === 'unknown' ? [] : partOf(of, own, settling)))
    .filter((part) => (part.best ?? part.low ?? 0) <= (whole.best ?? Infinity))
    .sort((a, b) => (a.of < b.of ? -1 : 1))
}

function partOf(
  of: PeopleCategory,
  claims: readonly Claim[],
  settling: Settling,
): NonNullable<Toll['parts']> {
  // "56 civilians, five of them in one house": those five are no count of the civilians.
  const ids = new Set(claims.map(({ id }) => id))
  const counts = claims.filter((claim) => !ids.has(figureOf(claim).partOf ?? ''))
  const accounts = once(counts.filter(isFor).map(accountOf))
  const bounds = boundsOf(accounts, claims.filter(isDenial), settling)
  return bounds ? [{ of, ...bounds }] : []
}
