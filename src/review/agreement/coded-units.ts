import type { Reading, ReviewDecision, ReviewField } from '../../records/index.ts'
import { partsOf, withDecided, type ReviewPart } from '../parts.ts'

/** A report that two coded, with all that was decided on it, in the order of the log. */
export interface CodedReport {
  readonly reading: Pick<Reading, 'report' | 'events' | 'statements'>
  readonly decisions: readonly ReviewDecision[]
  /** By name. */
  readonly coders: readonly [string, string]
}

/** One thing that was decided on, and what each coder made of it. */
export interface CodedUnit {
  readonly report: string
  readonly part: ReviewPart
  /** The last word of each; absent where one said nothing, or left it for later. */
  readonly said: readonly [ReviewDecision | undefined, ReviewDecision | undefined]
  /** What it comes to, for comparison: words and reasons are no part of it. */
  readonly codes: readonly [string | undefined, string | undefined]
}

/** How two coders stand to each other. */
export type Concord = 'agreed' | 'differs' | 'one-only'

/** Values of closed lists: what they say is the code itself. */
const NAMED: ReadonlySet<ReviewField> = new Set(['kind', 'status', 'stance'])

/** All that at least one of the two decided on, in the order of the reading. */
export function codedUnits({ reading, decisions, coders }: CodedReport): CodedUnit[] {
  const standing = decisions.filter(({ undone }) => undone === undefined)
  const added = standing.filter(({ verdict, by }) => verdict === 'add' && coders.includes(by))
  const words = new Map(standing.map((decision) => [keyOf(decision), decision]))
  return withDecided(partsOf(reading), added).flatMap((part): CodedUnit[] => {
    const [one, other] = coders.map((by) => saidOf(words.get(keyOf({ by, record: part.id }))))
    if (!one && !other) return []
    return [
      {
        report: reading.report.id,
        part,
        said: [one, other],
        codes: [one && codeOf(part, one), other && codeOf(part, other)],
      },
    ]
  })
}

function keyOf({ by, record }: Pick<ReviewDecision, 'by' | 'record'>): string {
  return JSON.stringify([by, record])
}

function saidOf(decision: ReviewDecision | undefined): ReviewDecision | undefined {
  return decision?.verdict === 'skip' ? undefined : decision
}

/** How the two stand to each other in a unit. */
export function concordOf({ codes: [one, other] }: Pick<CodedUnit, 'codes'>): Concord {
  if (one === undefined || other === undefined) return 'one-only'
  return one === other ? 'agreed' : 'differs'
}

/** What a decision makes of a part: the value itself where it is of a closed list, else "as read", "wrong", or the value put in its place. */
function codeOf({ field, read }: ReviewPart, { verdict, value }: ReviewDecision): string {
  if (verdict === 'reject') return 'wrong'
  if (value) return textOf(value)
  if (read === undefined) return 'not stated'
  return NAMED.has(field) && typeof read === 'string' ? read : 'as read'
}

/** A value as text; of one key, that key's value alone. */
function textOf(value: NonNullable<ReviewDecision['value']>): string {
  const entries = Object.entries(value)
    .filter(([key]) => key !== 'field')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const [only] = entries
  if (only && entries.length === 1 && typeof only[1] === 'string') return only[1]
  return JSON.stringify(Object.fromEntries(entries))
}
