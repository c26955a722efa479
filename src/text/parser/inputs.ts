import { INPUT_WIDTH, rowsOf, TABLES, vectorKey, VECTOR_WIDTH } from './features.ts'
import { parameter, type Parameters } from './network.ts'
import { putVector, type Vectors } from './vectors.ts'

/** The word that stands for the root, after each sentence. */
export const ROOT_WORD = '\u0001root'

/** Where a word's numbers come from: rows of the tables, and whether the vector list knows it. */
export interface WordRows {
  readonly rows: readonly number[]
  readonly vector: Float32Array | undefined
}

/** Looks a word up, once. */
export function lookUp(word: string, vectors: Vectors): WordRows {
  const vector = new Float32Array(VECTOR_WIDTH)
  const known = putVector(vectors, vectorKey(word), vector)
  return { rows: rowsOf(word), vector: known ? vector : undefined }
}

/** Writes a word's INPUT_WIDTH numbers to `input` at a row. */
export function putWord(
  parameters: Parameters,
  word: WordRows,
  { input, row }: { input: Float32Array; row: number },
): void {
  let at = row * INPUT_WIDTH
  input.set(word.vector ?? parameter(parameters, 'unknown').data, at)
  at += VECTOR_WIDTH
  TABLES.forEach(({ name, width }, table) => {
    const from = (word.rows[table] ?? 0) * width
    input.set(parameter(parameters, name).data.subarray(from, from + width), at)
    at += width
  })
}
