import type {
  Estimate,
  FeedEntry,
  ListedAssignment,
  AssignmentState,
  Codings,
  NewReviewDecision,
  RuledUnit,
} from '../../../../src/server/api.ts'
import type { Waiting } from '../../api/outbox.ts'
import { withWaiting } from '../../api/waiting.ts'

/** A report and how far each of its coders is with it. */
export interface CodedItem {
  readonly report: string
  readonly version: number
  readonly title: string
  readonly coders: readonly ListedAssignment[]
}

/** Assignments by report, in the order of the first of each. */
export function byReport(rows: readonly ListedAssignment[]): CodedItem[] {
  const items = new Map<string, CodedItem>()
  for (const row of rows) {
    const { report, version, title = row.opening } = row
    const key = JSON.stringify([report, version])
    const coders = [...(items.get(key)?.coders ?? []), row].sort((a, b) =>
      a.coder < b.coder ? -1 : 1,
    )
    items.set(key, { report, version, title, coders })
  }
  return [...items.values()]
}

/** Whether two are done with a report, so that it can be ruled upon. */
export function isReady({ coders }: Pick<CodedItem, 'coders'>): boolean {
  return coders.length === 2 && coders.every(({ state }) => state === 'done' || state === 'ruled')
}

/** "0.82 (0.70 to 0.91)" in numbers of a language; nothing where a number is not there. */
export function estimateText({ value, low, high }: Estimate, language: string): string {
  if (value === undefined) return '–'
  const { format } = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return low === undefined || high === undefined
    ? format(value)
    : `${format(value)} (${format(low)} – ${format(high)})`
}

/** A ruling that follows one of the coders; what a coder added is accepted. */
export function rulingAfter(
  { part, said }: RuledUnit,
  coder: 0 | 1,
): NewReviewDecision | undefined {
  const decision = said[coder]
  if (!decision) return undefined
  const { report, version, verdict, value, evidence } = decision
  const base = { report, version, record: part.id }
  if (verdict === 'edit')
    return { ...base, verdict, ...(value && { value }), ...(evidence && { evidence }) }
  return { ...base, verdict: verdict === 'reject' ? 'reject' : 'accept' }
}

/** A ruling against both: what was read, or added, is wrong. */
export function rulingAgainst({ part, said }: RuledUnit): NewReviewDecision | undefined {
  const decision = said[0] ?? said[1]
  if (!decision) return undefined
  const { report, version } = decision
  return { report, version, record: part.id, verdict: 'reject' }
}

/** Units that both coded alike and nobody ruled on yet: what "accept all agreed" acts on, and nothing else. */
export function agreedOpen(units: readonly RuledUnit[]): RuledUnit[] {
  return units.filter(({ concord, ruling }) => concord === 'agreed' && !ruling)
}

/** Units that need a ruling: both said something else, or one said nothing. */
export function openUnits(units: readonly RuledUnit[]): RuledUnit[] {
  return units.filter(({ concord, ruling }) => concord !== 'agreed' && !ruling)
}

/** The units of two codings with the rulings that wait for the server. */
export function withWaitingRulings(
  { report, units }: Pick<Codings, 'report' | 'units'>,
  waiting: readonly Waiting[],
): RuledUnit[] {
  const rulings = units.flatMap(({ ruling }) => ruling ?? [])
  const stand = withWaiting(rulings, waiting, report).filter(({ undone }) => undone === undefined)
  const byRecord = new Map(stand.map((ruling) => [ruling.record, ruling]))
  return units.map((unit) => {
    const standing = byRecord.get(unit.part.id)
    const { ruling, ...rest } = unit
    return standing === ruling ? unit : { ...rest, ...(standing && { ruling: standing }) }
  })
}

/** Assignments with the states that wait for the server. */
export function withWaitingStates(
  rows: readonly ListedAssignment[],
  waiting: readonly Waiting[],
): ListedAssignment[] {
  const moves = waiting.flatMap(({ path, body }) =>
    path === '/assignments/state'
      ? [
          body as Pick<ListedAssignment, 'report' | 'version' | 'coder'> & {
            state: AssignmentState
          },
        ]
      : [],
  )
  return rows.map((row) => {
    const move = moves.findLast(
      ({ report, version, coder }) =>
        report === row.report && version === row.version && coder === row.coder,
    )
    return move ? { ...row, state: move.state } : row
  })
}

/** How much of what others did is of some kinds. */
export function countKinds(entries: readonly FeedEntry[], kinds: readonly string[]): number {
  return entries.filter(({ kind }) => kinds.includes(kind)).length
}
