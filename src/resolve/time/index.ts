import { contentKey } from '../../base/hash.ts'
import type { Time, Trace } from '../../records/index.ts'
import { rangeEvidence, type Document, type Sentence } from '../../text/index.ts'
import { absoluteDate } from './absolute-date.ts'
import { namedDay, nearUnit, unitsAgo, weekday } from './near-day.ts'
import { duration, reference } from './span-of-time.ts'
import type { TimeReading, TimeRule } from './rule.ts'
import type { TimeWords } from './words.ts'
import { decade, month, year } from './year.ts'

export * from './rule.ts'
export * from './words.ts'

/** All time rules; the first that reads wins. */
export const TIME_RULES: readonly TimeRule[] = [
  absoluteDate,
  weekday,
  namedDay,
  unitsAgo,
  nearUnit,
  duration,
  decade,
  year,
  month,
  reference,
]

/** Most tokens that one expression may look at. */
const LONGEST = 8

/** Every time expression that a rule reads, in order of text. Relative ones are counted from the day of publication; without it they stay relative or unread. */
export function resolveTimes(document: Document, words: TimeWords, trace?: Trace): Time[] {
  const publishedOn = document.report.publishedAt?.slice(0, 10)
  const times: Time[] = []
  const readAt = (
    at: number,
    sentence: Sentence,
  ): { rule: TimeRule; reading: TimeReading } | undefined => {
    const tokens = document.tokens.slice(at, Math.min(sentence.last, at + LONGEST))
    for (const rule of TIME_RULES) {
      const reading = rule.read({ document, words, tokens, ...(publishedOn && { publishedOn }) })
      if (reading) return { rule, reading }
    }
    return undefined
  }
  for (const sentence of document.sentences) {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const found = readAt(at, sentence)
      if (!found) continue
      const { length, fromPublication, ...value } = found.reading
      const evidence = rangeEvidence(document, { first: at, last: at + length })
      trace?.({ rule: `time/${found.rule.name}`, outcome: 'read', span: evidence })
      const id = contentKey(document.report.id, 'time', evidence.start, evidence.end)
      times.push({
        id,
        evidence: [evidence],
        ...value,
        ...(fromPublication && { anchor: 'publication' }),
      })
      at += length - 1
    }
  }
  return times
}
