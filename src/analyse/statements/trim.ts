import type { Document, TokenRange } from '../../text/index.ts'

/** Without commas, dashes and marks at its ends. */
export function trim(document: Document, range: TokenRange): TokenRange {
  let { first, last } = range
  const isSign = (index: number): boolean =>
    /^[,;:.–—"“”-]+$/.test(document.tokens[index]?.text ?? '')
  while (first < last && isSign(first)) first += 1
  while (last > first && isSign(last - 1)) last -= 1
  return { first, last: withClosingMark(document, { first, last }) }
}

/** "a man who goes by “Shorty”": the mark that closes what opens within belongs to it. */
function withClosingMark({ tokens }: Document, { first, last }: TokenRange): number {
  const next = tokens[last]?.text ?? ''
  if (!/^[”"]$/.test(next) || last <= first) return last
  const texts = tokens.slice(first, last).map(({ text }) => text)
  const open = texts.lastIndexOf(next === '”' ? '“' : '"')
  const isOpen = next === '”' ? open > texts.lastIndexOf('”') : isOdd(texts, '"')
  return open >= 0 && isOpen ? last + 1 : last
}

function isOdd(texts: readonly string[], mark: string): boolean {
  return texts.filter((text) => text === mark).length % 2 === 1
}
