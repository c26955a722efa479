import type { Evidence } from '../evidence.ts'
import type { PeopleCount } from '../figure.ts'
import type { Event } from '../event.ts'
import type { Reading } from '../reading.ts'
import type { CountWords } from './counts/count-words.ts'
import { withRivals } from './rivals.ts'
import { saysCount } from './counts/says-count.ts'
import type { Say } from './violation.ts'

/** The words of a figure, a size or a count read as its number. In other languages than English only words with digits are read. */
export function checkNumbers({ events, report }: Reading, words: CountWords, say: Say): void {
  const isEnglish = /^en\b/i.test(report.language)
  for (const { count, evidence, path } of countsIn(events)) {
    const quotes = evidence.map(({ quote }) => quote)
    if (!isEnglish && !quotes.some((quote) => /\d/.test(quote))) continue
    if (!saysCount(quotes, count, words))
      say('number', path, `${shown(quotes)} does not say ${told(count)}`)
  }
}

interface Counted {
  readonly count: PeopleCount
  readonly evidence: readonly Evidence[]
  readonly path: string
}

function* countsIn(events: readonly Event[]): Generator<Counted> {
  for (const [e, { figures, participants, damage = [], size }] of events.entries()) {
    const at = `events[${e}]`
    for (const [i, figure] of figures.entries())
      yield { count: figure, evidence: figure.evidence, path: `${at}.figures[${i}]` }
    for (const [list, values] of Object.entries({ participants, damage }))
      for (const [i, { count, evidence }] of values.entries())
        if (count) yield { count, evidence, path: `${at}.${list}[${i}].count` }
    for (const { sourced, path } of withRivals(size, `${at}.size`))
      yield { count: sourced.value, evidence: sourced.evidence, path }
  }
}

function shown(quotes: readonly string[]): string {
  const short = (quote: string): string => (quote.length > 80 ? `${quote.slice(0, 79)}…` : quote)
  return quotes.map((quote) => JSON.stringify(short(quote))).join(', ')
}

function told({ atLeast, atMost, vague }: PeopleCount): string {
  const bounds = [...new Set([atLeast, atMost])].filter((bound) => bound !== undefined)
  return `${bounds.join(' to ')}${vague ? ', vaguely' : ''}`
}
