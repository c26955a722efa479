import type { FigureValue, Harm, Incident, IncidentChange, Toll } from '../../records/index.ts'
import { causeOf } from './told-by.ts'

/** Tolls that are first known, higher, lower, or known no more. */
export function tollChanges(before: Incident, after: Incident): IncidentChange[] {
  const harms = new Set([...Object.keys(before.figures), ...Object.keys(after.figures)])
  return ([...harms].sort() as Harm[]).flatMap((harm) => {
    const [then, now] = [before.figures[harm], after.figures[harm]]
    const [old, new_] = [then && figureOf(then), now && figureOf(now)]
    if (JSON.stringify(old) === JSON.stringify(new_)) return []
    return [
      {
        kind: kindOf(then, now),
        field: `figure.${harm}` as const,
        ...(old && { before: old }),
        ...(new_ && { after: new_ }),
        ...causeOf(now?.because ?? [], then?.because ?? [], { before, after }),
      },
    ]
  })
}

/** The number of a toll as a value: exact, or with an open end. */
function figureOf({ low, best, high, open, vague, of }: Toll): FigureValue {
  const atLeast = best ?? low
  const atMost = best ?? high
  return {
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && !open && !vague && { atMost }),
    ...(vague && { vague }),
    ...(of && { of }),
  }
}

function kindOf(then: Toll | undefined, now: Toll | undefined): IncidentChange['kind'] {
  if (!then || !now) return then ? 'value-gone' : 'value-new'
  const [x, y] = [then, now].map(({ low, best, high }) => best ?? low ?? high ?? 0)
  if (x === y) return 'value-changed'
  return (x ?? 0) < (y ?? 0) ? 'toll-up' : 'toll-down'
}
