import type { Document, Token } from './document.ts'

/** A number and how many tokens it takes. */
export interface SpacedNumber {
  readonly value: number
  readonly length: number
}

/** The number whose thousands are set off by single spaces ("1 000", "12 500 000") and that begins at a token; undefined where none does. */
export function spacedNumberAt(document: Document, at: number): SpacedNumber | undefined {
  if (!/^\d{1,3}$/.test(document.tokens[at]?.text ?? '')) return undefined
  let digits = document.tokens[at]?.text ?? ''
  let next = at + 1
  for (; isGroupBehind(document, next) && digits.length <= LONGEST; next += 1)
    digits += document.tokens[next]?.text ?? ''
  return next > at + 1 ? { value: Number(digits), length: next - at } : undefined
}

/** Digits before the last group: numbers are below a million millions. */
const LONGEST = 9

/** Whether a token is a later group of such a number ("000"), and no number itself. */
export function isWithinSpacedNumber(document: Document, at: number): boolean {
  return /^0\d\d$/.test(document.tokens[at]?.text ?? '') || isGroupBehind(document, at)
}

function isGroupBehind({ tokens, text }: Document, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!isDigits(token, /^\d{3}$/) || !isDigits(before, /^\d{1,3}$/)) return false
  return SPACE.test(text.slice(before.end, token.start)) && before.sentence === token.sentence
}

/** A space, also one that does not break or is narrow. */
const SPACE = /^[ \u00a0\u2009\u202f]$/

function isDigits(token: Token | undefined, form: RegExp): token is Token {
  return token !== undefined && form.test(token.text)
}
