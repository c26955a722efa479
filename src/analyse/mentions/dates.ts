import type { Time } from '../../records/index.ts'
import { tokensIn, type Document, type TokenRange } from '../../text/index.ts'

/** The dates of a document that hold a number, which is then the number of nothing else. */
export interface Dates {
  /** Whether a token lies in a date. */
  holds(token: number): boolean
  /** A phrase without the date that runs into it: "5 August 2016 Air raids" begins at "Air". */
  cutFrom(range: TokenRange, head: number): TokenRange
}

/** The dates among the times of a document. */
export function openDates(document: Document, times: readonly Time[]): Dates {
  const ends = new Map<number, number>()
  for (const span of times.filter(isDate).flatMap(({ evidence }) => evidence)) {
    if (span.in !== undefined || !/\p{N}/u.test(span.quote)) continue
    const { first, last } = tokensIn(document, span)
    for (let at = first; at < last; at += 1) ends.set(at, last)
  }
  return {
    holds: (token) => ends.has(token),
    cutFrom({ first, last }, head) {
      let from = first
      for (let at = first; at < head; at += 1) {
        const end = ends.get(at)
        if (end !== undefined && end <= head) from = Math.max(from, end)
      }
      return { first: from, last }
    },
  }
}

function isDate({ type }: Time): boolean {
  return type === 'date' || type === 'time'
}
