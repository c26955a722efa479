/** How much it says that two texts share a word. */
export interface WordWeights {
  /** 0 for "the", towards 1 for the rarest word of the list; undefined for a word that it lacks, as it does most names. */
  of(word: string): number | undefined
}

/** A word that no list has is as rare as the one at this place would be. */
const UNLISTED = 40_000

/** Weights of words in lower case by their place in a list, the commonest first. A fixed list: weights counted in the reports at hand would change with each report, and with them what is linked. */
export function openWordWeights(words: readonly string[]): WordWeights {
  const most = Math.log(UNLISTED)
  const weights = new Map(words.map((word, rank) => [word, Math.log(rank + 1) / most]))
  return { of: (word) => weights.get(word) }
}
