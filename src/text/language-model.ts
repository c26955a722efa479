/** The tags and tree of one sentence. Heads are indices in the sentence, -1 for the root. */
export interface Analysis {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

/** The trained tagger and parser; pure: the same words give the same bytes on every machine, whatever is read with them. */
export interface LanguageModel {
  readonly name: string
  /** The words of sentences in, an analysis for each out. Many sentences at once are read faster than one by one. */
  analyse(sentences: readonly (readonly string[])[]): Analysis[]
}
