import { keyString } from '../base/key-string.ts'
import { remember } from '../base/remember.ts'

/** A word as it is written. */
export interface WordForm {
  readonly text: string
  readonly lower: string
}

/** Forms that are kept: a text has few that others have not. */
const REMEMBERED = 50_000

/** The form of a word, the same value wherever it stands: lists find a word fast that they have been asked for before, as it is one string and not many that are alike. */
export const wordForm: (text: string) => WordForm = remember(REMEMBERED, (word) => {
  const text = keyString(word)
  const lower = word.toLowerCase()
  return { text, lower: lower === word ? text : keyString(lower) }
})
