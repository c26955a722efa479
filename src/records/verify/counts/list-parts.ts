import type { CountWords } from './count-words.ts'
import type { Word } from './words-of.ts'

/** A part of a list ("the mayor", "two guards"), as far as it is read. */
interface ListPart {
  hasNumber: boolean
  words: number
  /** Words that stand before one person. */
  ones: number
  /** Runs of words with capitals. */
  names: number
}

/** Counts the phrases for one person each in the parts of a list. */
export interface ListParts {
  /** Takes a word that is of no number. */
  word(words: readonly Word[], at: number): void
  /** Takes a number that begins at a word: an article right before it is no person's. */
  number(words: readonly Word[], at: number): void
  /** Phrases for one in the parts that hold no number: at least one for each part. */
  ones(): number
  /** Whether any part has a phrase for one. */
  hasOne(): boolean
}

/** Begins a list; in shouted text capitals tell no names. */
export function openListParts(known: CountWords, { isShouted }: { isShouted: boolean }): ListParts {
  let part: ListPart = { hasNumber: false, words: 0, ones: 0, names: 0 }
  const parts = [part]
  const isName = (word?: Word): boolean => !isShouted && /^\p{Lu}/u.test(word?.text ?? '')
  const goesOn = (words: readonly Word[], at: number): boolean =>
    isName(words[at - 1]) ||
    (known.is('particle', words[at - 1]?.lower ?? '') && isName(words[at - 2]))
  return {
    word(words, at) {
      const { text = '', lower = '' } = words[at] ?? {}
      if (/^[,;&/]$/.test(text) || known.is('break', lower)) {
        part = { hasNumber: false, words: 0, ones: 0, names: 0 }
        parts.push(part)
      } else if (/^\p{L}/u.test(text)) {
        part.words += 1
        if (known.is('one', lower)) part.ones += 1
        if (isName(words[at]) && !goesOn(words, at)) part.names += 1
      }
    },
    number(words, at) {
      part.hasNumber = true
      if (known.is('one', words[at - 1]?.lower ?? '')) part.ones -= 1
    },
    ones: () =>
      parts
        .filter(({ hasNumber, words }) => !hasNumber && words > 0)
        .reduce((sum, { ones, names }) => sum + Math.max(1, ones, names), 0),
    hasOne: () => parts.some(({ ones, names }) => ones > 0 || names > 0),
  }
}
