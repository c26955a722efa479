import type { Evidence, Reading, Said } from '../records/index.ts'
import { partsOf } from './parts.ts'

/** Why a person should look at a report, and how much that says. */
export type ReviewReason =
  | { readonly why: 'disagreement'; readonly count: number }
  | { readonly why: 'harm'; readonly killed: number }
  | { readonly why: 'unsure'; readonly count: number }
  | { readonly why: 'changed'; readonly version: number }
  | { readonly why: 'new-outlet' }
  | { readonly why: 'nothing-read' }

/** What a human look at a report is worth, and why. */
export interface ReviewWorth {
  readonly worth: number
  readonly reasons: readonly ReviewReason[]
  /** How many there are of each, for the list. */
  readonly events: number
  readonly statements: number
  /** Things to decide on. */
  readonly parts: number
}

/** An outlet of which so many reports are there or fewer is new. */
const NEW_OUTLET = 2

/** How much each reason is worth: what sources differ on first, then how many died, then what reading was not sure of. */
const WORTH: { readonly [Why in ReviewReason['why']]: (reason: Of<Why>) => number } = {
  disagreement: ({ count }) => 40 + Math.min(20, 5 * count),
  harm: ({ killed }) => Math.min(30, Math.round(12 * Math.log10(1 + killed))),
  unsure: ({ count }) => Math.min(20, 4 * count),
  changed: () => 15,
  'new-outlet': () => 10,
  'nothing-read': () => 5,
}
type Of<Why> = Extract<ReviewReason, { readonly why: Why }>

/** What a look at a reading is worth; `ofOutlet` is how many reports of its outlet are there. */
export function worthOf(reading: Reading, ofOutlet?: number): ReviewWorth {
  const { events, statements, report } = reading
  const parts = partsOf(reading)
  const killed = Math.max(
    0,
    ...events.flatMap(({ figures }) =>
      figures.map(({ harm, atLeast = 0 }) => (harm === 'killed' ? atLeast : 0)),
    ),
  )
  const disputed = parts.filter(({ read }) => isDisputed(read)).length
  const unsure =
    parts.filter(({ evidence }) => evidence.length === 0).length +
    events.filter(({ place }) => place && place.value.latitude === undefined).length
  const reasons: ReviewReason[] = [
    ...(disputed > 0 ? [{ why: 'disagreement', count: disputed } as const] : []),
    ...(killed > 0 ? [{ why: 'harm', killed } as const] : []),
    ...(unsure > 0 ? [{ why: 'unsure', count: unsure } as const] : []),
    ...(report.version === undefined ? [] : [{ why: 'changed', version: report.version } as const]),
    ...(ofOutlet !== undefined && ofOutlet <= NEW_OUTLET ? [{ why: 'new-outlet' } as const] : []),
    ...(parts.length === 0 ? [{ why: 'nothing-read' } as const] : []),
  ]
  return {
    worth: reasons.reduce((sum, reason) => sum + weigh(reason), 0),
    reasons,
    events: events.length,
    statements: statements.length,
    parts: parts.length,
  }
}

function weigh<Why extends ReviewReason['why']>(reason: Of<Why>): number {
  return WORTH[reason.why as Why](reason)
}

/** Whether a value has rivals in its report, or is denied there. */
function isDisputed(read: unknown): boolean {
  const { also, deniedBy, evidence } = (read ?? {}) as Partial<Said> & {
    readonly also?: readonly unknown[]
    readonly evidence?: readonly Evidence[]
  }
  return evidence !== undefined && ((also?.length ?? 0) > 0 || (deniedBy?.length ?? 0) > 0)
}
