/** Words of one sentence in, tags and tree out. Heads are indices in the sentence, -1 for the root. */
export interface Analysis {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

/** The trained tagger and parser; pure: the same words give the same bytes on every machine. */
export interface LanguageModel {
  readonly name: string
  analyse(words: readonly string[]): Analysis
}
