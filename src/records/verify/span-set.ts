import type { Evidence } from '../evidence.ts'

/** Spans that can be asked whether another meets one of them. */
export interface SpanSet {
  /** Whether any of the evidence shares a character with a span of the set. */
  meets(evidence: readonly Evidence[]): boolean
}

/** A set of spans of text and title; a question takes the logarithm of their number. */
export function openSpanSet(evidence: readonly Evidence[]): SpanSet {
  const text = sorted(evidence.filter((span) => span.in === undefined))
  const title = sorted(evidence.filter((span) => span.in === 'title'))
  return {
    meets: (others) => others.some((span) => meetsOne(span.in === 'title' ? title : text, span)),
  }
}

/** Spans by their start, each with the furthest end up to it. */
interface Sorted {
  readonly starts: readonly number[]
  readonly reach: readonly number[]
}

function sorted(spans: readonly Evidence[]): Sorted {
  const inOrder = spans.toSorted((a, b) => a.start - b.start)
  let furthest = 0
  return {
    starts: inOrder.map(({ start }) => start),
    reach: inOrder.map(({ end }) => (furthest = Math.max(furthest, end))),
  }
}

/** Among the spans that begin before the end of this one, one reaches past its start. */
function meetsOne({ starts, reach }: Sorted, { start, end }: Evidence): boolean {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Infinity) < end) low = middle + 1
    else high = middle
  }
  return low > 0 && (reach[low - 1] ?? 0) > start
}
