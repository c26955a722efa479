import type { Claim, Incident } from '../records/index.ts'
import { whoSay } from './claim-text.ts'
import { harmlessLine } from './harmless.ts'
import type { Setting } from './text.ts'
import { NO_BREAK, wrap, type Fragment } from './wrap.ts'

/** An incident as it is being written. */
export interface IncidentPage {
  readonly incident: Incident
  readonly setting: Setting
  /** The claims with these ids. */
  find(ids: readonly string[]): Claim[]
}

const STYLES = { head: '1', faint: '2', who: '34' } as const

export function paint(text: string, style: keyof typeof STYLES, page: IncidentPage): Fragment {
  return page.setting.colour ? { text, style: STYLES[style] } : { text }
}

/** A line from the left edge. */
export function line(fragment: Fragment, { setting }: IncidentPage): string[] {
  return wrap([fragment], { width: setting.width, first: 0, rest: 0 })
}

/** A heading and its lines; nothing where there are none. */
export function section(title: string, lines: readonly string[], page: IncidentPage): string[] {
  return lines.length === 0 ? [] : [...line(paint(title, 'head', page), page), ...lines]
}

const INDENT = 2
const LABEL = 13

/** A label and what it labels; wrapped lines stand under the latter. */
export function row(label: string, fragments: readonly Fragment[], page: IncidentPage): string[] {
  const space = NO_BREAK.repeat(Math.max(1, LABEL - label.length))
  return wrap([paint(label, 'faint', page), { text: space }, ...fragments], {
    width: page.setting.width,
    first: INDENT,
    rest: INDENT + LABEL,
  })
}

/** Most names or quotes in a row. */
const SHOWN = 4

/** "a, b, c, d, 3 more", each once. */
export function listed(names: readonly string[]): string {
  const all = [...new Set(names)]
  const more = all.length > SHOWN ? [`${all.length - SHOWN} more`] : []
  return [...all.slice(0, SHOWN), ...more].join(', ')
}

/** Who gives some claims, and in what words. */
export function sources(claims: readonly Claim[], page: IncidentPage): Fragment[] {
  if (claims.length === 0) return []
  const who = paint(`— ${listed(whoSay(claims))}`, 'who', page)
  const words = paint(wordsOf(claims), 'faint', page)
  return [{ text: ' ' }, who, { text: ' ' }, words]
}

/** The first words of each claim, in quotation marks. */
export function wordsOf(claims: readonly Claim[]): string {
  const quotes = claims.flatMap(({ evidence }) =>
    evidence.slice(0, 1).map(({ quote }) => clipped(harmlessLine(quote))),
  )
  return [...new Set(quotes)]
    .slice(0, SHOWN)
    .map((quote) => `“${quote}”`)
    .join(' ')
}

/** As much of some words as fits beside others. */
function clipped(words: string): string {
  return words.length > LONG ? `${Array.from(words).slice(0, LONG).join('').trimEnd()} …` : words
}

const LONG = 90

/** "1 report", "3 reports". */
export function many(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
