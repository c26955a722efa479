import type { Claim, Harm, Settling, Toll } from '../../records/index.ts'
import { byField } from './settle.ts'
import { isFor, isOnlyClaimed } from './policy.ts'

/** The toll of each harm. */
export function settleTolls(
  claims: readonly Claim[],
  { policy }: Settling,
): Partial<Record<Harm, Toll>> {
  const tolls: Partial<Record<Harm, Toll>> = {}
  for (const [field, all] of byField(claims)) {
    if (!field.startsWith('figure.')) continue
    const own = all.filter(isFor).filter(({ value }) => !('partOf' in value))
    const numbers = own.flatMap(({ value }) => ('atLeast' in value ? (value.atLeast ?? []) : []))
    if (numbers.length === 0) continue
    tolls[field.slice('figure.'.length) as Harm] = {
      low: Math.min(...numbers),
      best: Math.min(...numbers),
      high: Math.max(...numbers),
      policy,
      ...(isOnlyClaimed(own) && { claimed: true }),
      because: own.map(({ id }) => id),
      against: [],
      history: [],
    }
  }
  return tolls
}
