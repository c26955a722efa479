import { keyString } from '../base/key-string.ts'
import { remember } from '../base/remember.ts'
import { lemmaOf, type LemmaWords } from './lemmas.ts'

/** A word as it is written. */
export interface WordForm {
  readonly text: string
  readonly lower: string
  /** The lemmas that it has been found to have: one or two for most words. */
  readonly lemmas: KnownLemma[]
}

interface KnownLemma {
  readonly upos: string
  readonly xpos: string
  readonly words: LemmaWords
  readonly form: WordForm
}

/** Forms that are kept: a text has few that others have not. */
const REMEMBERED = 50_000

/** The form of a word, the same value wherever it stands: lists find a word fast that they have been asked for before, as it is one string and not many that are alike. */
export const wordForm: (text: string) => WordForm = remember(REMEMBERED, (word) => {
  const text = keyString(word)
  const lower = word.toLowerCase()
  return { text, lower: lower === word ? text : keyString(lower), lemmas: [] }
})

/** The lemma of a word by its tags, worked out once for each pair of tags. */
export function lemmaForm(
  { text, lemmas }: WordForm,
  tags: { readonly upos: string; readonly xpos: string },
  words: LemmaWords,
): WordForm {
  for (const { upos, xpos, words: own, form } of lemmas)
    if (xpos === tags.xpos && upos === tags.upos && own === words) return form
  const form = wordForm(lemmaOf(text, tags, words))
  lemmas.push({ upos: tags.upos, xpos: tags.xpos, words, form })
  return form
}
