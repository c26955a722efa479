import type { Evidence, Span } from '../../records/index.ts'
import { findWords, type Texts } from './find-words.ts'
import type { Quote } from './line.ts'

/** Evidence as quotes that find it again: the bare words where that will do, else with words around them. */
export function writeWords(evidence: readonly Evidence[], texts: Texts): string {
  const quotes: string[] = []
  for (let at = 0; at < evidence.length;) {
    const run = runFrom(evidence, at)
    const all = run.length > 1 ? allOf(run, texts) : undefined
    const [first] = run
    if (!first) break
    quotes.push(all ?? writeOne(first, texts))
    at += all === undefined ? 1 : run.length
  }
  return quotes.join(', ')
}

/** A text in quotes that stands for itself. */
export function writeLiteral(words: string): string {
  const escaped = words.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')
  return `"${escaped}"`
}

/** Evidence with the same words one after the other. */
function runFrom(evidence: readonly Evidence[], at: number): readonly Evidence[] {
  const first = evidence[at]
  let end = at
  while (
    evidence[end]?.quote === first?.quote &&
    evidence[end]?.in === first?.in &&
    end < evidence.length
  )
    end += 1
  return evidence.slice(at, end)
}

/** `"Darun" x3` where these are all of them. */
function allOf(run: readonly Evidence[], texts: Texts): string | undefined {
  const [first] = run
  if (!first) return undefined
  const quote = quoteOf(escape(first.quote), first)
  return finds({ ...quote, times: run.length }, run, texts)
    ? `${written(quote)} x${run.length}`
    : undefined
}

/** Words of more letters than this are written with their middle left out. */
const LONG = 70
/** As many words on one side are tried as context. */
const MOST_CONTEXT = 6

function writeOne(one: Evidence, texts: Texts): string {
  for (const source of sourcesOf(one, texts)) {
    const quote = quoteOf(source, one)
    if (finds(quote, [one], texts)) return written(quote)
  }
  const quote = quoteOf(escape(one.quote), one)
  let which = 1
  while (!finds({ ...quote, which }, [one], texts) && which < texts.text.length) which += 1
  return `${written(quote)} #${which}`
}

/** Ways to write words, the plainest first. */
function* sourcesOf(one: Evidence, texts: Texts): Generator<string> {
  const text = (one.in === 'title' ? texts.title : texts.text) ?? ''
  const bodies = [...shortened(one), escape(one.quote)]
  yield* bodies
  const [left, right] = [edges(text, one, -1), edges(text, one, 1)]
  for (let words = 1; words <= MOST_CONTEXT; words += 1) {
    const before = escape(text.slice(left[words] ?? left.at(-1), one.start))
    const after = escape(text.slice(one.end, right[words] ?? right.at(-1)))
    for (const body of bodies)
      yield* [`[${body}]${after}`, `${before}[${body}]`, `${before}[${body}]${after}`]
  }
}

/** `A bomb hidden in … on Tuesday`. */
function* shortened({ quote }: Evidence): Generator<string> {
  if (quote.length <= LONG) return
  const words = [...quote.matchAll(/\S+/g)]
  for (const [first, last] of [
    [4, 3],
    [6, 6],
    [10, 10],
  ] as const) {
    const [end, start] = [words[first - 1], words.at(-last)]
    if (words.length > first + last && end && start)
      yield `${escape(quote.slice(0, end.index + end[0].length))} … ${escape(quote.slice(start.index))}`
  }
}

/** Where words begin to the left of a span, or end to its right, going away from it; within its line. */
function edges(text: string, { start, end }: Span, step: -1 | 1): number[] {
  const at: number[] = [step < 0 ? start : end]
  let place = step < 0 ? start : end
  const next = (): string => text.charAt(step < 0 ? place - 1 : place)
  while (at.length <= MOST_CONTEXT && next() !== '' && next() !== '\n') {
    while (/[^\S\n]/.test(next())) place += step
    while (/\S/.test(next())) place += step
    at.push(place)
  }
  return at
}

function finds(quote: Quote, wanted: readonly Evidence[], texts: Texts): boolean {
  try {
    const found = findWords(quote, texts)
    return (
      found.length === wanted.length &&
      found.every(({ start, end }, i) => start === wanted[i]?.start && end === wanted[i]?.end)
    )
  } catch {
    return false // these words do not say which
  }
}

function quoteOf(source: string, one: Evidence): Quote {
  return { source, inTitle: one.in === 'title' }
}

function written({ source, inTitle }: Quote): string {
  const mark = /(?:^|[^\\])(?:\\\\)*"/.test(source) && !source.includes('`') ? '`' : '"'
  const marked =
    mark === '"' ? source.replace(/\\.|"/gs, (sign) => (sign === '"' ? '\\"' : sign)) : source
  return `${inTitle ? 'title ' : ''}${mark}${marked}${mark}`
}

function escape(words: string): string {
  return words.replace(/[\\[\]…]/g, '\\$&').replaceAll('\n', '\\n')
}
