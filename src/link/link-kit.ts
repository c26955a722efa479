import type { Codebook } from '../codebook/index.ts'
import { openWordWeights, type WordWeights } from './profile/word-weights.ts'

/** What linking needs besides the readings. */
export interface LinkKit {
  readonly codebook: Codebook
  readonly weights: WordWeights
}

/** Makes it of the codebook and the list `common-words`, the commonest first. */
export function makeLinkKit(
  codebook: Codebook,
  commonWords: readonly { readonly word?: string }[],
): LinkKit {
  return { codebook, weights: openWordWeights(commonWords.map(({ word = '' }) => word)) }
}
