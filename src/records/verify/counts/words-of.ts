/** One word, number or sign of a quote. */
export interface Word {
  readonly text: string
  readonly lower: string
}

/** Digits with their separators and what is glued to them; words; single signs. */
const WORD = /\d[\d.,'’]*(?<=\d)\p{L}*|\p{L}[\p{L}\p{M}\d'’]*|\S/gu

/** A full stop after a shorter word may be that of an abbreviation. */
const SHORTEST_LAST = 4

/** The words of a quote, sentence by sentence; hyphens and dots fall away, as they join number words ("forty-seven") and letters, but no hyphen between figures ("400-500"). */
export function wordsOf(quote: string): Word[][] {
  const sentences: Word[][] = [[]]
  let last = ''
  for (const { 0: text, index } of quote.matchAll(WORD)) {
    const isRange = /\d$/.test(last) && /^\s?\d/.test(quote.slice(index + 1, index + 3))
    if (/^[.!?]$/.test(text) && last.length >= SHORTEST_LAST) sentences.push([])
    else if (!/^[-‐‑.]$/.test(text) || (isRange && text !== '.'))
      sentences.at(-1)?.push({ text, lower: text.toLowerCase().replaceAll('’', "'") })
    last = text
  }
  return sentences.filter((sentence) => sentence.length > 0)
}
