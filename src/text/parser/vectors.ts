import { VECTOR_WIDTH } from './features.ts'
import { openWordList, type WordList } from './word-list.ts'

/** Word vectors in 4 bits a number, with a scale for each word. */
export interface Vectors {
  readonly words: WordList
  /** VECTOR_WIDTH / 2 bytes a word; a nibble n means (n - 8) · scale. */
  readonly nibbles: Uint8Array
  readonly scales: Float32Array
}

/** Writes a word's vector to `to`; false (and nothing written) for an unknown word. */
export function putVector(
  { words, nibbles, scales }: Vectors,
  key: string,
  to: Float32Array,
): boolean {
  const row = words.rowOf(key)
  if (row < 0) return false
  const scale = scales[row] ?? 0
  const half = VECTOR_WIDTH / 2
  for (let i = 0; i < half; i += 1) {
    const byte = nibbles[row * half + i] ?? 0
    to[2 * i] = ((byte & 15) - 8) * scale
    to[2 * i + 1] = ((byte >> 4) - 8) * scale
  }
  return true
}

/** Packs vectors of VECTOR_WIDTH numbers. */
export function packVectors(
  words: readonly string[],
  vectorOf: (word: string) => readonly number[],
): Vectors {
  const half = VECTOR_WIDTH / 2
  const nibbles = new Uint8Array(words.length * half)
  const scales = new Float32Array(words.length)
  words.forEach((word, row) => {
    const vector = vectorOf(word)
    const most = Math.max(...vector.map(Math.abs), 1e-9)
    const scale = most / 7.5
    scales[row] = scale
    const nibble = (i: number): number =>
      Math.max(0, Math.min(15, Math.round((vector[i] ?? 0) / scale) + 8))
    for (let i = 0; i < half; i += 1)
      nibbles[row * half + i] = nibble(2 * i) | (nibble(2 * i + 1) << 4)
  })
  return { words: openWordList(words.join('\n')), nibbles, scales }
}
