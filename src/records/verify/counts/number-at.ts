import type { CountWords } from './count-words.ts'
import type { Word } from './words-of.ts'

/** A number and how many words say it. */
export interface NumberAt {
  readonly value: number
  readonly length: number
}

/** The number that begins at a word: digits, or number words with their scales ("two hundred and six", "half a dozen", "two dozens", "2.5 million"). */
export function numberAt(
  words: readonly Word[],
  at: number,
  known: CountWords,
): NumberAt | undefined {
  const first = firstOf(words, at, known)
  if (!first) return undefined
  let [whole, part] = [0, first.value]
  let next = at + first.length
  for (; next < words.length; next += 1) {
    const word = lowerAt(words, next)
    const scale = known.scales.get(word) ?? known.scales.get(word.replace(/s$/, ''))
    const unit = unitOf(word, known)
    if (scale !== undefined && scale >= 1000) [whole, part] = [whole + part * scale, 0]
    else if (scale !== undefined) part *= scale
    else if (unit !== undefined && continues({ whole, part }, unit)) part += unit
    else if (!(
      word === 'and' &&
      isOpen({ whole, part }) &&
      known.units.has(lowerAt(words, next + 1))
    ))
      break
  }
  return { value: whole + part, length: next - at }
}

/** How a number may begin: "12", "twelve", "12 000", "a hundred", "half a dozen", "dozen". */
function firstOf(words: readonly Word[], at: number, known: CountWords): NumberAt | undefined {
  const word = lowerAt(words, at)
  const leads = (from: number): boolean => known.scales.has(lowerAt(words, from))
  const unit = unitOf(word, known)
  if (unit !== undefined) return spacedThousands(words, at) ?? { value: unit, length: 1 }
  if (leads(at)) return { value: 1, length: 0 }
  if (isArticle(word) && leads(at + 1)) return { value: 1, length: 1 }
  if (word !== 'half') return undefined
  const length = isArticle(lowerAt(words, at + 1)) ? 2 : 1
  return leads(at + length) ? { value: 0.5, length } : undefined
}

/** "12 000" */
function spacedThousands(words: readonly Word[], at: number): NumberAt | undefined {
  let digits = /^\d{1,3}$/.exec(lowerAt(words, at))?.[0] ?? ''
  let next = at + 1
  while (digits !== '' && /^\d{3}$/.test(lowerAt(words, next))) {
    digits += lowerAt(words, next)
    next += 1
  }
  return next > at + 1 ? { value: Number(digits), length: next - at } : undefined
}

function isArticle(word: string): boolean {
  return word === 'a' || word === 'an'
}

function lowerAt(words: readonly Word[], at: number): string {
  return words[at]?.lower ?? ''
}

interface SoFar {
  /** What scales of a thousand and more have closed. */
  readonly whole: number
  /** What is still being said. */
  readonly part: number
}

/** "twenty | five", "hundred | twelve", "two thousand | three hundred". */
function continues({ whole, part }: SoFar, unit: number): boolean {
  if (part === 0) return whole > 0 && unit < 1000
  if (part % 100 === 0) return unit < 100
  return part >= 20 && part % 10 === 0 && unit > 0 && unit < 10
}

/** Whether "and" may lead on: after full hundreds and thousands. */
function isOpen({ whole, part }: SoFar): boolean {
  return whole + part >= 100 && part % 100 === 0
}

/** What may stand right behind digits. */
const SUFFIXES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, mn: 1e6, bn: 1e9 }

/** The value of one word: digits with their separators, or a number word; none for ordinals ("3rd", "third"). */
function unitOf(word: string, { units }: CountWords): number | undefined {
  const unit = units.get(word)
  if (unit !== undefined) return unit
  const [, digits, suffix = ''] = /^(\d[\d.,']*)(\p{L}*)$/u.exec(word) ?? []
  const factor = SUFFIXES[suffix]
  if (digits === undefined || factor === undefined) return undefined
  const value = Number(isGrouped(digits) ? digits.replaceAll(/\D/g, '') : digits.replace(',', '.'))
  return Number.isNaN(value) ? undefined : value * factor
}

/** "1,200", "1.200.000" */
function isGrouped(digits: string): boolean {
  const [first = '', ...groups] = digits.split(/\D/)
  return first.length <= 3 && groups.length > 0 && groups.every((group) => group.length === 3)
}
