import type { WordBag } from './event-profile.ts'
import { plainOf } from './names.ts'
import type { WordWeights } from './word-weights.ts'

const WORD = /[\p{L}\p{N}]{2,}/gu
/** Words told more than once weigh more. */
const AGAIN = 1.3
/** Weights are kept in whole parts of this. */
const UNIT = 100

/** The words of some texts that say something, at most so many, the weightiest of them. */
export function bagOf(texts: readonly string[], weights: WordWeights, most: number): WordBag {
  const found = new Map<number, number>()
  for (const [word] of plainOf(texts.join(' ')).matchAll(WORD)) {
    const term = weights.termOf(word)
    if (!term) continue
    const again = found.has(term.hash) ? AGAIN : 1
    found.set(term.hash, Math.round(term.weight * UNIT * again))
  }
  const heavy = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
  return heavy.sort((a, b) => a[0] - b[0]).flat()
}

/** The hashes of the weightiest words of a bag, in order. */
export function heaviest(bag: WordBag, most: number): number[] {
  const words = bag.flatMap((hash, i) => (i % 2 === 0 ? [{ hash, weight: bag[i + 1] ?? 0 }] : []))
  return words
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, most)
    .map(({ hash }) => hash)
    .sort((a, b) => a - b)
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
