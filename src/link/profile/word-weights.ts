/** How much it says that two texts share a word: 0 for "the", 1 for a name that no list has. */
export interface WordWeights {
  of(word: string): number
}

/** A word that no list has is as rare as the one at this place would be. */
const UNLISTED = 40_000

/** Weights of words in lower case by their place in a list, the commonest first. A fixed list: weights counted in the reports at hand would change with each report, and with them what is linked. */
export function openWordWeights(words: readonly string[]): WordWeights {
  const ranks = new Map(words.map((word, rank) => [word, rank]))
  const most = Math.log(UNLISTED)
  return { of: (word) => Math.log((ranks.get(word) ?? UNLISTED - 1) + 1) / most }
}
