import { contentKey } from '../../base/hash.ts'
import type { Time, Trace } from '../../records/index.ts'
import { rangeEvidence, type Document } from '../../text/index.ts'
import { readAllTimes, type FoundTime } from './read.ts'
import type { TimeOffset } from './rule.ts'
import type { TimeWords } from './words.ts'

export { TIME_RULES } from './read.ts'
export * from './rule.ts'
export * from './words.ts'

/** Every time expression that a rule reads, in order of text. Relative ones are counted from the day of publication; without it they stay relative. */
export function resolveTimes(
  document: Document,
  words: TimeWords,
  options: { readonly trace?: Trace } = {},
): Time[] {
  return readAllTimes(document, words).map((found) => {
    const time = timeOf(document, found)
    const [evidence] = time.evidence
    if (evidence)
      options.trace?.({
        rule: `time/${found.rule}`,
        outcome: 'read',
        span: evidence,
        ...(time.value && { why: time.value }),
      })
    return time
  })
}

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
