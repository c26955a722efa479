import { spansMeet, type Reading, type Span, type TraceEntry } from '../records/index.ts'
import { harmlessLine } from './harmless.ts'
import { NO_BREAK, columnsOf, wrap } from './wrap.ts'
import type { Setting } from './text.ts'

/** What the rules did at one stretch of the text: those that read first. */
export interface ExplainedPlace extends Span {
  readonly quote: string
  readonly rules: readonly TraceEntry[]
}

/** What every rule did, by place in order of text: what was traced while the report was read, and the rules that its values name. */
export function explain(reading: Reading, traced: readonly TraceEntry[]): ExplainedPlace[] {
  const places = new Map<string, Map<string, TraceEntry>>()
  const { text } = reading.report
  for (const entry of [...traced, ...valuesOf(reading)]) {
    const { start, end } = entry.span
    const key = `${start}-${end}`
    const here = places.get(key) ?? new Map<string, TraceEntry>()
    const name = `${entry.outcome} ${entry.rule}`
    const known = here.get(name)
    if (known?.why === undefined) here.set(name, entry)
    else if (entry.why !== undefined && known.why !== entry.why)
      here.set(`${name} ${entry.why}`, entry)
    places.set(key, here)
  }
  const rank = ({ outcome }: TraceEntry): number => (outcome === 'read' ? 0 : 1)
  return [...places.values()]
    .map((here) => [...here.values()].sort((a, b) => rank(a) - rank(b)))
    .flatMap((rules) => rules.slice(0, 1).map(({ span }) => ({ span, rules })))
    .map(({ span: { start, end }, rules }) => ({
      start,
      end,
      quote: text.slice(start, end),
      rules,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The places that share a character with one of the spans. */
export function placesAt(
  places: readonly ExplainedPlace[],
  spans: readonly Span[],
): ExplainedPlace[] {
  return places.filter((place) => spans.some((span) => spansMeet(place, span)))
}

/** The values of events with the rule that each names. */
function* valuesOf({ events }: Reading): Generator<TraceEntry> {
  for (const { time, place, site, participants, means, damage, size, claims } of events) {
    for (const [what, one] of Object.entries({ time, place, site, size }))
      if (one) yield* entriesOf(one, what)
    for (const one of participants) yield* entriesOf(one, one.role)
    for (const one of means) yield* entriesOf(one, `means: ${one.value}`)
    for (const one of damage ?? []) yield* entriesOf(one, one.level)
    for (const one of claims) yield* entriesOf(one, `responsibility: ${one.stance}`)
  }
}

interface Value {
  readonly readBy: string
  readonly evidence: readonly (Span & { readonly in?: 'title' })[]
}

function* entriesOf({ readBy, evidence }: Value, why: string): Generator<TraceEntry> {
  for (const { start, end, in: where } of evidence)
    if (where === undefined) yield { rule: readBy, outcome: 'read', span: { start, end }, why }
}

/** Columns before a line of the text. */
const MARGIN = 9

/** Places for people: the line of text, marks below its words, and below them the rules. */
export function writeExplanation(
  { report }: Reading,
  places: readonly ExplainedPlace[],
  { width, colour }: Setting,
): string {
  const page = Math.max(width, 40)
  const shown = places.map((place) => {
    const { line, marks } = pointAt(report.text, place, page - MARGIN)
    const number = String(place.start).padStart(MARGIN - 2)
    const under = paint(`${' '.repeat(MARGIN)}${marks}`, '31', colour)
    const rules = place.rules.flatMap((entry) => ruleLines(entry, page, colour))
    return [`${paint(number, '2', colour)}  ${line}`, under, ...rules].join('\n')
  })
  return shown.map((each) => `${each}\n`).join('\n')
}

/** The words around a place on one line that fits, and marks below the place itself. */
function pointAt(
  text: string,
  { start, end }: Span,
  room: number,
): { line: string; marks: string } {
  const words = harmlessLine(text.slice(start, end))
  const shown = columnsOf(words) > room - 2 ? `${words.slice(0, room - 2)}…` : words
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const nextLine = text.indexOf('\n', end)
  const lineEnd = nextLine < 0 ? text.length : nextLine
  const free = Math.max(0, room - columnsOf(shown) - 2)
  const side = lineEnd - lineStart < room ? room : Math.floor(free / 2)
  const before = text.slice(Math.max(lineStart, start - side), start)
  const after = text.slice(end, Math.min(lineEnd, end + side))
  const cut = start - side > lineStart ? '…' : ''
  const left = cut + harmlessStart(before)
  const line = `${left}${shown}${harmlessEnd(after)}`
  return {
    line,
    marks: `${' '.repeat(columnsOf(left))}${'^'.repeat(Math.max(1, columnsOf(shown)))}`,
  }
}

/** Harmless words that keep the space beside the place. */
function harmlessStart(text: string): string {
  return harmlessLine(`${text}|`).slice(0, -1)
}

function harmlessEnd(text: string): string {
  return harmlessLine(`|${text}`).slice(1)
}

const RULE = 30

function ruleLines({ rule, outcome, why }: TraceEntry, width: number, colour: boolean): string[] {
  const style = outcome === 'read' ? '32' : '33'
  const name = `${outcome.padEnd(8, NO_BREAK)}${rule.padEnd(RULE, NO_BREAK)}`
  const fragments = [
    { text: name, ...(colour && { style }) },
    { text: why === undefined ? '' : ` ${harmlessLine(why)}` },
  ]
  return wrap(fragments, { width, first: MARGIN, rest: MARGIN + 8 })
}

function paint(text: string, style: string, colour: boolean): string {
  return colour ? `\u001b[${style}m${text}\u001b[0m` : text
}
