import { AscribeError } from '../base/errors.ts'
import type {
  Evidence,
  NewReviewDecision,
  Reading,
  Report,
  ReviewDecision,
  ReviewField,
} from '../records/index.ts'
import { partsOf, withDecided, type ReviewPart } from './parts.ts'

/** What is added names itself so: nothing of what it says stands in its name. */
const ADDED = /^add-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Fields of events; those of statements are the rest. */
const OF_EVENTS: ReadonlySet<ReviewField> = new Set([
  ...(['kind', 'status', 'time', 'place', 'site', 'participant'] as const),
  ...(['means', 'figure', 'damage', 'size', 'claim'] as const),
])

/** Holds new decisions on one report to its reading, each in the light of those before it. Throws `bad-input` where one names nothing that is there, or its words are not those of the report. */
export function checkDecisions(
  decisions: readonly NewReviewDecision[],
  reading: Reading,
  earlier: readonly ReviewDecision[],
): void {
  const parts = new Map(withDecided(partsOf(reading), earlier).map((part) => [part.id, part]))
  for (const decision of decisions) {
    const reason =
      decision.record === reading.report.id ? ofReport(decision) : ofPart(decision, parts)
    const fault = reason ?? faultOfWords(decision, reading)
    if (fault !== undefined) throw new AscribeError('bad-input', `${decision.record}: ${fault}`)
    const { record, verdict, value, of, evidence = [] } = decision
    if (verdict === 'add' && value)
      parts.set(record, {
        id: record,
        field: value.field,
        evidence,
        ...(of !== undefined && { of }),
      })
  }
}

function ofReport({ verdict }: NewReviewDecision): string | undefined {
  return verdict === 'edit' || verdict === 'add' ? 'a report is never changed' : undefined
}

type Parts = ReadonlyMap<string, ReviewPart>

function ofPart(decision: NewReviewDecision, parts: Parts): string | undefined {
  const { record, verdict, value, of } = decision
  const part = parts.get(record)
  if (verdict === 'add') return part ? 'is there already' : ofAdded(decision, parts)
  if (!part) return 'names nothing in the report'
  if (of !== undefined) return 'stands where it stands'
  if (verdict !== 'edit') return value ? `to ${verdict} takes no value` : undefined
  return value?.field === part.field ? undefined : `is of the field ${part.field}`
}

function ofAdded({ record, value, of }: NewReviewDecision, parts: Parts): string | undefined {
  if (!ADDED.test(record)) return 'what is added is named add- and a UUID'
  if (!value) return 'nothing is added without a value'
  const isWhole = value.field === 'event' || value.field === 'statement'
  if (isWhole) return of === undefined ? undefined : `${value.field} is part of nothing`
  const whole = OF_EVENTS.has(value.field) ? 'event' : 'statement'
  return parts.get(of ?? '')?.field === whole ? undefined : `is added to no ${whole}`
}

/** No value without its words, and no words that are not the report's. */
function faultOfWords(
  { verdict, evidence = [], value }: NewReviewDecision,
  { report, actors }: Reading,
): string | undefined {
  const isValue = verdict === 'edit' || verdict === 'add'
  if (isValue && evidence.length === 0) return 'no value without its words'
  if (!isValue && evidence.length > 0) return `to ${verdict} takes no words`
  if (value && 'actor' in value && !actors.some(({ id }) => id === value.actor))
    return `${value.actor} is no actor of the report`
  const untrue = evidence.find((words) => !isProved(words, report))
  return untrue && `${JSON.stringify(untrue.quote)} does not stand at ${untrue.start}`
}

/** Whether a report has these words at their span. */
export function isProved(
  { start, end, quote, in: where }: Evidence,
  { text, title = '' }: Pick<Report, 'text' | 'title'>,
): boolean {
  return start < end && (where === 'title' ? title : text).slice(start, end) === quote
}
