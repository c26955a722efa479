import type { Span } from '../records/index.ts'
import { wordsAround, type WordsAround } from './words-around.ts'

/** Where a sentence ends, as far as marks tell. */
const END = /[.!?…]["”’)]*\s/g

/** The words at a span with the rest of their sentence, as far as marks tell it. */
export function sentenceAround(text: string, span: Span): WordsAround {
  const { before, words, after } = wordsAround(text, span)
  const ends = [...before.matchAll(END)]
  const last = ends.at(-1)
  const [next] = after.matchAll(END)
  return {
    before: last ? before.slice(last.index + last[0].length) : before,
    words,
    after: next ? after.slice(0, next.index + next[0].trimEnd().length) : after,
  }
}
