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

/** "a 59 - year - old | woman": the words behind an age whose hyphens stand alone, as its number reads like a count; all the words where there is none. */
export function behindLooseAge({ tokens }: Document, { first, last }: TokenRange): TokenRange {
  for (let at = first + 2; at + 3 < last; at += 1)
    if (isLooseHyphen(tokens, at - 1) && isLooseHyphen(tokens, at + 1))
      if (tokens[at + 2]?.lower === 'old') return { first: at + 3, last }
  return { first, last }
}

/** Whether the hyphens of an age stand alone: "19 - year - old". */
export function isLooseAge({ tokens }: Document, { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at += 1) if (isLooseHyphen(tokens, at)) return true
  return false
}

function isLooseHyphen(tokens: readonly Token[], at: number): boolean {
  const [before, hyphen] = [tokens[at - 1], tokens[at]]
  return isHyphen(hyphen) && before?.end !== hyphen?.start
}

/** "a boy, 12, died", "her daughter, 12, and a nurse": a number between commas behind one person is an age. */
export function isLoneAge({ tokens }: Document, { index, upos }: Token): boolean {
  const [noun, comma, next] = [tokens[index - 2], tokens[index - 1], tokens[index + 1]]
  if (upos !== 'NUM' || comma?.text !== ',' || !/^(NN|NNP)$/.test(noun?.xpos ?? '')) return false
  return next?.upos === 'PUNCT' || next?.lower === 'and'
}
