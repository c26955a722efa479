import { contentKey } from '../../base/hash.ts'
import type { ClaimField, EventKey, Figure } from '../../records/index.ts'

/** The id of a claim: which value of which event, and in which statement somebody gives it. */
export function claimIdOf(
  { report, event }: EventKey,
  { field, id }: { readonly field: ClaimField; readonly id: string },
  statement: string | undefined,
): string {
  return contentKey('claim', report, event, field, id, statement ?? '')
}

/** The id of the claim that gives a figure as the report puts it. */
export function figureClaimId(key: EventKey, { harm, id, statement }: Figure): string {
  return claimIdOf(key, { field: `figure.${harm}`, id }, statement)
}
