import type { StatementPlace } from './rule.ts'

/** “State of the Union”: a name, nothing said. */
export function isTitle(
  quotation: number,
  { document, quotations }: Pick<StatementPlace, 'document' | 'quotations'>,
): boolean {
  const { first, last } = quotations.range(quotation)
  if (last - first > 9) return false
  const words = document.tokens
    .slice(first, last)
    .filter(({ text, upos }) => /\p{L}/u.test(text) && !/^(ADP|DET|CCONJ)$/.test(upos))
  return words.length > 1 && words.every(({ text }) => /^\p{Lu}/u.test(text))
}
