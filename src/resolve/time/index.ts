import { contentKey } from '../../base/hash.ts'
import type { Time, Trace } from '../../records/index.ts'
import { rangeEvidence, type Document } from '../../text/index.ts'
import { readAllTimes, type FoundTime } from './read.ts'
import type { TimeOffset } from './rule.ts'
import type { TimeWordKind, TimeWords } from './words.ts'

export { TIME_RULES } from './read.ts'
export * from './rule.ts'
export * from './words.ts'

/** Every time expression that a rule reads, in order of text. Relative ones are counted from the day of publication; without it they stay relative. */
export function resolveTimes(
  document: Document,
  words: TimeWords,
  options: { readonly trace?: Trace } = {},
): Time[] {
  const all = readAllTimes(document, words)
  const times = all.map((found) => timeOf(document, found))
  if (options.trace) tell(document, { all, times, words }, options.trace)
  return times
}

interface Read {
  readonly all: readonly FoundTime[]
  readonly times: readonly Time[]
  readonly words: TimeWords
}

const UNDATED = 'a time, but nothing to count its day from'

function tell(document: Document, { all, times, words }: Read, trace: Trace): void {
  const inside = new Set<number>()
  for (const [i, { rule, first, last }] of all.entries()) {
    for (let at = first; at < last; at += 1) inside.add(at)
    const { evidence = [], value, type, earliest, latest } = times[i] ?? {}
    const undated = (type === 'date' || type === 'time') && (earliest ?? latest) === undefined
    for (const span of evidence) {
      trace({ rule: `time/${rule}`, outcome: 'read', span, ...(value && { why: value }) })
      if (undated) trace({ rule: 'time/day', outcome: 'missed', span, why: UNDATED })
    }
  }
  for (const { index, lower, start, end } of document.tokens) {
    if (inside.has(index) || !words.kindsOf(lower).some((kind) => TELLING.has(kind))) continue
    const why = 'a word of time, but no rule reads a time here'
    trace({ rule: 'time/word', outcome: 'missed', span: { start, end }, why })
  }
}

/** Kinds of words that one expects a time of; numbers and the like stand everywhere. */
const TELLING: ReadonlySet<string> = new Set([
  'month',
  'weekday',
  'weekdays',
  'day',
  'unit',
  'part',
  'season',
  'holiday',
] satisfies TimeWordKind[])

/** A time that the report counts from an event: "two days after the attack". */
export interface AnchoredTime extends TimeOffset {
  readonly time: Time
  /** Index of the first token of what it is counted from. */
  readonly from: number
}

/** The times that are counted from an event, for those who know the events' days. */
export function anchoredTimes(document: Document, words: TimeWords): AnchoredTime[] {
  return readAllTimes(document, words).flatMap((found) => {
    const { offset } = found.reading
    return offset ? [{ ...offset, time: timeOf(document, found), from: found.last }] : []
  })
}

function timeOf(document: Document, { reading, first, last }: FoundTime): Time {
  const evidence = rangeEvidence(document, { first, last })
  const { type, value, mod, earliest, latest, fromPublication } = reading
  return {
    id: contentKey(document.report.id, 'time', evidence.start, evidence.end),
    evidence: [evidence],
    type,
    ...(value !== undefined && { value }),
    ...(mod && { mod }),
    ...(fromPublication && { anchor: 'publication' }),
    ...(isDated(earliest) && { earliest }),
    ...(isDated(latest) && { latest }),
  }
}

/** A bound is a date: a time of an unknown day ("XXXX-XX-XXT14:00") has none. */
function isDated(bound: string | undefined): bound is string {
  return bound !== undefined && !bound.startsWith('X')
}
