import type { Claim, ClaimField, Settling, Standing } from '../../records/index.ts'
import { byField } from './by-field.ts'
import { comparisonOf } from './comparisons.ts'
import { settleEach } from './settle-each.ts'
import { settleOne } from './settle-one.ts'

/** What stands for each field but the figures. */
export function settle(
  claims: readonly Claim[],
  settling: Settling,
): Partial<Record<ClaimField, readonly Standing[]>> {
  const stands: Partial<Record<ClaimField, readonly Standing[]>> = {}
  for (const [field, own] of byField(claims)) {
    if (field.startsWith('figure.')) continue
    const one = SINGLE.has(field) ? settleOne(own, comparisonOf(field), settling) : undefined
    const settled = SINGLE.has(field) ? (one ? [one] : []) : settleEach(own, settling)
    if (settled.length > 0) stands[field] = settled
  }
  return stands
}

/** Fields that have one value; the others may have several at once. */
const SINGLE: ReadonlySet<ClaimField> = new Set(['kind', 'status', 'time', 'place'])
