import { tokensIn, type Document, type TokenRange } from '../../text/index.ts'

/** Which outermost quotation each token stands in. */
export interface QuotationIndex {
  /** Index in `Document.quotations`, or -1. */
  of(token: number): number
  /** The tokens of a quotation with its marks. */
  range(quotation: number): TokenRange
  /** Outermost quotations in order of text. */
  readonly outermost: readonly number[]
}

/** Builds the index in one pass. */
export function indexQuotations(document: Document): QuotationIndex {
  const of = new Int32Array(document.tokens.length).fill(-1)
  const ranges = new Map<number, TokenRange>()
  const outermost: number[] = []
  let end = 0
  document.quotations.forEach((quotation, index) => {
    if (quotation.depth > 0 || quotation.start < end) return
    const range = tokensIn(document, quotation)
    if (range.last <= range.first) return
    end = quotation.end
    ranges.set(index, range)
    outermost.push(index)
    of.fill(index, range.first, range.last)
  })
  return {
    outermost,
    of: (token) => of[token] ?? -1,
    range: (quotation) => ranges.get(quotation) ?? { first: 0, last: 0 },
  }
}
