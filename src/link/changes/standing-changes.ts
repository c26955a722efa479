import type { ClaimField, Incident, IncidentChange, Standing } from '../../records/index.ts'
import { comparisonOf } from '../settle/comparisons.ts'
import { causeOf } from './told-by.ts'

/** Values that stand now and did not, or did and do not. Where a field has one value, one takes the place of the other. */
export function standingChanges(before: Incident, after: Incident): IncidentChange[] {
  const fields = new Set([...Object.keys(before.stands), ...Object.keys(after.stands)])
  return ([...fields].sort() as ClaimField[]).flatMap((field) => {
    const then = before.stands[field] ?? []
    const now = after.stands[field] ?? []
    const { key } = comparisonOf(field)
    const isIn = (all: readonly Standing[], one: Standing): boolean =>
      all.some(({ value }) => key(value) === key(one.value))
    const fresh = now.filter((one) => !isIn(then, one))
    const gone = then.filter((one) => !isIn(now, one))
    return fieldChanges(
      { field, fresh, gone, isOne: then.length < 2 && now.length < 2 },
      { before, after },
    )
  })
}

interface FieldStates {
  readonly field: ClaimField
  readonly fresh: readonly Standing[]
  readonly gone: readonly Standing[]
  readonly isOne: boolean
}

function fieldChanges(
  { field, fresh, gone, isOne }: FieldStates,
  states: { readonly before: Incident; readonly after: Incident },
): IncidentChange[] {
  const [now, then] = [fresh[0], gone[0]]
  if (isOne && now && then)
    return [
      {
        kind: 'value-changed',
        field,
        before: then.value,
        after: now.value,
        ...causeOf(now.because, then.because, states),
      },
    ]
  return [
    ...fresh.map((one): IncidentChange => ({
      kind: 'value-new',
      field,
      after: one.value,
      ...causeOf(one.because, [], states),
    })),
    ...gone.map((one): IncidentChange => ({
      kind: 'value-gone',
      field,
      before: one.value,
      ...causeOf([], one.because, states),
    })),
  ]
}
