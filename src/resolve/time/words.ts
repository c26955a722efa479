import type { Lexicon } from '../../text/index.ts'

export type TimeWordKind =
  'month' | 'weekday' | 'day' | 'unit' | 'part' | 'number' | 'reference' | 'clock'

/** The words of calendar and clock. */
export interface TimeWords {
  /** The value of a word (lower case) of a kind. */
  valueOf(kind: TimeWordKind, word: string | undefined): string | undefined
}

/** Opens `time-words`. */
export function openTimeWords(lexicon: Lexicon): TimeWords {
  const values = new Map(
    lexicon.rows('time-words').map((row) => [`${row['kind']} ${row['word']}`, row['value']]),
  )
  return {
    valueOf: (kind, word) => (word === undefined ? undefined : values.get(`${kind} ${word}`)),
  }
}

/** A whole number in digits or words, undefined for anything else. */
export function numberOf(words: TimeWords, word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  if (/^\d{1,4}$/.test(word)) return Number(word)
  const value = words.valueOf('number', word)
  return value === undefined ? undefined : Number(value)
}
