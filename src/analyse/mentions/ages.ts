import type { Document, Token, TokenRange } from '../../text/index.ts'
import type { MentionWords } from './words.ts'

/** The age that a number belongs to, as far as it goes: "14-year-old", "59 - year - old", "nine months old", "aged 14"; undefined where it is none. */
export function ageAt(
  { tokens }: Document,
  { first, last }: TokenRange,
  words: MentionWords,
): TokenRange | undefined {
  const lower = (at: number): string => tokens[at]?.lower ?? ''
  if (words.is('age-before', lower(first - 1))) return { first, last }
  const unit = isHyphen(tokens[last]) ? last + 1 : last
  const old = isHyphen(tokens[unit + 1]) ? unit + 2 : unit + 1
  const isAge = words.is('age-unit', lower(unit)) && words.is('age-after', lower(old))
  return isAge ? { first, last: old + 1 } : undefined
}

function isHyphen(token?: Token): boolean {
  return /^[-–]$/.test(token?.text ?? '')
}
