import type { Span } from '../../records/index.ts'
import { rangeSpan, type Document, type TokenRange } from '../../text/index.ts'
import type { StatementPlace } from './rule.ts'

/** A run of tokens as content: widened to whole quotations that it cuts, without commas and stops at its ends; undefined where nothing is left. */
export function contentSpan(place: StatementPlace, range: TokenRange): Span | undefined {
  const { document } = place
  const wide = holdQuotations(place, range)
  let { first, last } = wide
  while (first < last && isEdge(document, first)) first += 1
  while (last > first && isEdge(document, last - 1) && !isSpoken(place, last - 1)) last -= 1
  if (first >= last) return undefined
  const span = rangeSpan(document, { first, last })
  return span.end > span.start ? span : undefined
}

/** Where the content's runs leave out the words of cue and source. */
export function contentAround(place: StatementPlace, range: TokenRange, hole: TokenRange): Span[] {
  const parts = [
    { first: range.first, last: Math.min(range.last, hole.first) },
    { first: Math.max(range.first, hole.last), last: range.last },
  ]
  return parts.flatMap((part) => (part.last > part.first ? (contentSpan(place, part) ?? []) : []))
}

/** "said it was “a cowardly act.”": a quotation that opens inside the content belongs to it whole; a mark whose partner lies outside does not. */
function holdQuotations({ quotations, cue }: StatementPlace, range: TokenRange): TokenRange {
  const own = quotations.of(cue.index)
  let { first, last } = range
  const lastIn = quotations.of(last - 1)
  if (lastIn >= 0 && lastIn !== own) {
    const whole = quotations.range(lastIn)
    if (whole.first >= first) last = Math.max(last, whole.last)
    else if (whole.last === last) last -= 1
  }
  const firstIn = quotations.of(first)
  if (firstIn >= 0 && firstIn !== own) {
    const whole = quotations.range(firstIn)
    if (whole.last <= last) first = Math.min(first, whole.first)
  }
  if (own >= 0) {
    const whole = quotations.range(own)
    first = Math.max(first, whole.first + 1)
    last = Math.min(last, whole.last - 1)
  }
  return { first, last }
}

/** The stop that ends a quotation without a closing mark belongs to it. */
function isSpoken({ document, quotations, cue }: StatementPlace, index: number): boolean {
  const quotation = quotations.of(index)
  return (
    quotation >= 0 &&
    quotation !== quotations.of(cue.index) &&
    document.quotations[quotation]?.closed === false
  )
}

/** Signs that belong to no content when they stand at its edge. */
function isEdge({ tokens }: Document, index: number): boolean {
  return /^[.,;:–—-]+$/.test(tokens[index]?.text ?? '')
}
