import type { Claim, ClaimField } from '../../records/index.ts'
import { grouped } from '../grouped.ts'

/** Claims by field, in the order of the fields' names. */
export function byField(claims: readonly Claim[]): [ClaimField, Claim[]][] {
  const fields = grouped(claims, ({ field }) => field)
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1))
}
