import { hashWord } from './names.ts'
import type { WordBag } from './event-profile.ts'
import type { WordWeights } from './word-weights.ts'

const WORD = /[\p{L}\p{N}]+/gu
/** Words of less weight say nothing: "the", "said". */
const LEAST = 0.45
/** Weights are kept in whole parts of this. */
const UNIT = 100

/** The words of a text that say something, at most so many of them, the weightiest first taken. */
export function bagOf(text: string, weights: WordWeights, most: number): WordBag {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const found = new Map<number, number>()
  for (const [word] of plain.matchAll(WORD)) {
    const weight = weights.of(word)
    if (word.length > 1 && weight >= LEAST) found.set(hashWord(word), Math.round(weight * UNIT))
  }
  const heavy = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
  return heavy.sort((a, b) => a[0] - b[0]).flat()
}

/** How alike two bags are: the cosine of their weights, 0 to 1. One pass, as both are sorted. */
export function bagLikeness(a: WordBag, b: WordBag): number {
  let [i, j, both] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [left = 0, right = 0] = [a[i], b[j]]
    if (left === right) both += (a[i + 1] ?? 0) * (b[j + 1] ?? 0)
    if (left <= right) i += 2
    if (right <= left) j += 2
  }
  return both === 0 ? 0 : both / Math.sqrt(squareOf(a) * squareOf(b))
}

function squareOf(bag: WordBag): number {
  let sum = 0
  for (let i = 1; i < bag.length; i += 2) sum += (bag[i] ?? 0) ** 2
  return sum
}
