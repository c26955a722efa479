import type { Document, TokenRange } from './document.ts'

/** What a phrase stands for: the list it comes from, a value in it, and that list's further facts. */
export interface PhraseEntry {
  /** 'actor' | 'weapon' | 'target' | 'attack' | 'role' | 'demonym' | … */
  readonly list: string
  /** The value: an actor's id, a weapon's term, … */
  readonly value: string
  /** True where the phrase only counts in capital letters as listed (acronyms: "IS", "AIDS"). */
  readonly exact?: boolean
  readonly facts?: Readonly<Record<string, string>>
}

/** A phrase found in a document. */
export interface PhraseMatch extends TokenRange {
  readonly entries: readonly PhraseEntry[]
}

/** Phrase lists joined in one typed-array token trie. */
export interface PhraseTable {
  /** Longest matches at each start, leftmost first; matches of different lists may overlap, of one list may not. */
  find(document: Document): readonly PhraseMatch[]
}
