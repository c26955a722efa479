import type { CountWords } from './count-words.ts'
import { numberAt } from './number-at.ts'
import type { Word } from './words-of.ts'

/** How many words from here on hold a number that counts nobody: an age, a date or a time of day; undefined where none does. */
export function noCountAt(
  words: readonly Word[],
  at: number,
  known: CountWords,
): number | undefined {
  return dateAt(words, at, known) ?? ageAt(words, at, known)
}

/** "5 March 2024", "March 5, 2024", "5/3/2024", "14:30" */
function dateAt(words: readonly Word[], at: number, known: CountWords): number | undefined {
  const isDay = (word?: Word): boolean => /^\d{1,2}$/.test(word?.lower ?? '')
  const isMonth = (word?: Word): boolean =>
    /^\p{Lu}/u.test(word?.text ?? '') && known.months.has(word?.lower ?? '')
  const [first, second, third] = words.slice(at, at + 3)
  if (isDay(first) && /^[/:]$/.test(second?.text ?? '') && /^\d/.test(third?.text ?? '')) {
    const isThree = words[at + 3]?.text === second?.text && /^\d/.test(words[at + 4]?.text ?? '')
    return isThree ? 5 : 3
  }
  if (!(isDay(first) && isMonth(second)) && !(isMonth(first) && isDay(second))) return undefined
  const comma = third?.text === ',' ? 1 : 0
  return /^\d{4}$/.test(words[at + 2 + comma]?.text ?? '') ? 3 + comma : 2
}

/** "nine-year-old", "9 months old", "aged 9" */
function ageAt(words: readonly Word[], at: number, known: CountWords): number | undefined {
  const lower = (from: number): string => words[from]?.lower ?? ''
  if (known.is('age-before', lower(at))) {
    const age = numberAt(words, at + 1, known)
    return age && 1 + age.length
  }
  const age = numberAt(words, at, known)
  const unit = at + (age?.length ?? 0)
  const isAge = age && known.is('age-unit', lower(unit)) && known.is('age-after', lower(unit + 1))
  return isAge ? age.length + 2 : undefined
}
