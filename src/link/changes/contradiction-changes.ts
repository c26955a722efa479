import type { Contradiction, Incident, IncidentChange } from '../../records/index.ts'
import { causeOf } from './told-by.ts'

/** What cannot all be true now and could before, or the other way round. */
export function contradictionChanges(before: Incident, after: Incident): IncidentChange[] {
  const claimsOf = ({ sides }: Contradiction): string[] => sides.flatMap(({ claims }) => claims)
  const isIn = (all: readonly Contradiction[], { id }: Contradiction): boolean =>
    all.some((one) => one.id === id)
  const fresh = after.contradictions.filter((one) => !isIn(before.contradictions, one))
  const gone = before.contradictions.filter((one) => !isIn(after.contradictions, one))
  return [
    ...fresh.map((one): IncidentChange => ({
      kind: 'contradiction-new',
      field: one.field,
      ...firstSides(one),
      ...causeOf(claimsOf(one), [], { before, after }),
    })),
    ...gone.map((one): IncidentChange => ({
      kind: 'contradiction-gone',
      field: one.field,
      ...causeOf([], claimsOf(one), { before, after }),
    })),
  ]
}

/** The first two values that exclude each other. */
function firstSides({
  sides: [first, second],
}: Contradiction): Pick<IncidentChange, 'before' | 'after'> {
  return { ...(first && { before: first.value }), ...(second && { after: second.value }) }
}
