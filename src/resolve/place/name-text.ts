import type { Document } from '../../text/index.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { NameWord } from './name-words.ts'
import { familyNames } from './people.ts'

/** Most tokens of one name. */
export const LONGEST = 7

/** A document whose words have been looked at once for all questions. */
export interface NameText {
  readonly document: Document
  readonly gazetteer: Gazetteer
  /** By token. */
  readonly words: readonly NameWord[]
  /** Folded last names of the people whom the text names in full. */
  readonly families: ReadonlySet<string>
  /** Where the hashes of the names that begin at one token are put, the shortest first: room that is used again at each token. */
  readonly hashes: Int32Array
}

export function openNameText(document: Document, gazetteer: Gazetteer): NameText {
  const words = document.tokens.map(({ text }) => gazetteer.word(text))
  const families = familyNames({ document, gazetteer, words })
  return { document, gazetteer, words, families, hashes: new Int32Array(LONGEST) }
}
