import type { Claim, ClaimField, Settling, Standing } from '../../records/index.ts'
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
    const settled = SINGLE.has(field)
      ? [settleOne(own, comparisonOf(field), settling)].filter((one) => one !== undefined)
      : settleEach(own, settling)
    if (settled.length > 0) stands[field] = settled
  }
  return stands
}

/** Fields that have one value; the others may have several at once. */
const SINGLE: ReadonlySet<ClaimField> = new Set(['kind', 'status', 'time', 'place'])

/** Claims by field, in the order of the fields' names. */
export function byField(claims: readonly Claim[]): [ClaimField, Claim[]][] {
  const fields = new Map<ClaimField, Claim[]>()
  for (const claim of claims) fields.set(claim.field, [...(fields.get(claim.field) ?? []), claim])
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1))
}
