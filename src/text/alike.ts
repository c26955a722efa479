import type { LanguageModel } from './language-model.ts'

/** A model that reads some words as others of their kind, in the same case: rebels, troops and peacekeepers are one word to it, so that no tree depends on whose fighters they are. */
export function readAlike(model: LanguageModel, words: ReadonlyMap<string, string>): LanguageModel {
  const seen = (word: string): string => {
    const as = words.get(word.toLowerCase())
    return as === undefined ? word : inCaseOf(word, as)
  }
  return {
    name: model.name,
    analyse: (sentences) => model.analyse(sentences.map((sentence) => sentence.map(seen))),
  }
}

function inCaseOf(word: string, as: string): string {
  if (word === word.toLowerCase()) return as
  if (word === word.toUpperCase()) return as.toUpperCase()
  return as.charAt(0).toUpperCase() + as.slice(1)
}
