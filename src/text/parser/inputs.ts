import { rowsOf, vectorKey, VECTOR_WIDTH } from './features.ts'
import { putVector, type Vectors } from './vectors.ts'

/** The word that stands for the root, after each sentence. */
export const ROOT_WORD = '\u0001root'

/** Where a word's numbers come from: rows of the tables, and its vector where the list knows it. */
export interface WordRows {
  readonly rows: readonly number[]
  readonly vector: Float32Array | undefined
}

/** Looks a word up. */
export function lookUp(word: string, vectors: Vectors): WordRows {
  const vector = new Float32Array(VECTOR_WIDTH)
  const known = putVector(vectors, vectorKey(word), vector)
  return { rows: rowsOf(word), vector: known ? vector : undefined }
}
