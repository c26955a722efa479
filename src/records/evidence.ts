/** `[start, end)` in UTF-16 units of `report.text` (or of `report.title`, where `in` says so). */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span and the exact words at it: `report.text.slice(start, end) === quote`. */
export interface Evidence extends Span {
  readonly quote: string
  readonly in?: 'title'
}

/** Which statements of the report carry, confirm or deny a value (statement ids). */
export interface Said {
  readonly statement?: string
  readonly confirmedBy?: readonly string[]
  readonly deniedBy?: readonly string[]
}

/** What everything read from text carries; `readBy` is `stage/rule-name`. */
export interface Read extends Said {
  readonly id: string
  readonly evidence: readonly Evidence[]
  readonly readBy: string
}

/** A value with its words; rival values of the same report stand in `also`. */
export interface Sourced<T> extends Read {
  readonly value: T
  readonly also?: readonly Sourced<T>[]
}

/** The evidence at a span of a text; trims nothing. */
export function evidenceAt(text: string, { start, end }: Span): Evidence {
  return { start, end, quote: text.slice(start, end) }
}

/** Whether two spans share a character. */
export function spansMeet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `outer` holds `inner` whole. */
export function spanHolds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
