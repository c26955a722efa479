import { remember } from '../../base/remember.ts'
import { hashWord, soundKey } from './names.ts'

/** A word as it is compared: hashed, with how much it says that two texts share it. */
export interface Term {
  readonly hash: number
  /** Towards 1 for the rarest words. */
  readonly weight: number
}

/** How much it says that two texts share a word. */
export interface WordWeights {
  /** Undefined for what says nothing: "the", "said", "people", a number. */
  termOf(word: string): Term | undefined
}

/** A word that no list has is as rare as the one at this place would be. */
const UNLISTED = 40_000
/** Words of less weight say nothing. */
const LEAST = 0.45
const NUMBER = /^\p{N}+$/u
/** Words that are kept with what they say. */
const KEPT = 50_000

/** Weights of words in lower case by their place in a list, the commonest first; a word that it lacks, as it does most names, goes by its sound, as spellings of names differ. A fixed list: weights counted in the reports at hand would change with each report, and with them what is linked. */
export function openWordWeights(words: readonly string[]): WordWeights {
  const most = Math.log(UNLISTED)
  const weights = new Map(words.map((word, rank) => [word, Math.log(rank + 1) / most]))
  return {
    termOf: remember(KEPT, (word) => {
      const weight = weights.get(word)
      if (NUMBER.test(word) || (weight !== undefined && weight < LEAST)) return undefined
      return weight === undefined
        ? { hash: hashWord(soundKey(word)), weight: 1 }
        : { hash: hashWord(word), weight }
    }),
  }
}
