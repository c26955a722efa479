import { HASH_START, hashNumberOn } from '../../base/hash.ts'
import { likeness, ORDERS, type Likeness, type TextSketch } from './text-sketch.ts'

/** Two texts are copies where they share so much of all their shingles, or the longer one holds so much of the shorter, and that is more than a sentence. Told from pairs made of development texts: rewritten by three words in ten they share 0.15 and more, different stories of one incident below 0.1. */
export const COPY = { shared: 0.12, held: 0.3, both: 20 } as const

/** Whether two texts go back to one: copied, trimmed, rearranged or edited, but not written anew. */
export function areCopies(a: TextSketch, b: TextSketch): boolean {
  return isCopy(likeness(a, b))
}

/** The same, of what two texts have in common. */
export function isCopy({ both, shared, held }: Likeness): boolean {
  if (shared >= SAME) return true
  return both >= COPY.both && (shared >= COPY.shared || held >= COPY.held)
}

/** Short texts are copies where half of all is the same. */
const SAME = 0.5

/** Orders that have to agree together for two texts to be compared at all. */
const BAND = 2

/** Keys of a sketch: texts that share a key may be copies, and nearly all copies share one. */
export function copyKeys({ least, shingles }: TextSketch): number[] {
  if (shingles.size === 0) return []
  const keys: number[] = []
  for (let order = 0; order + BAND <= ORDERS; order += BAND)
    keys.push(hashOf([order, ...least.subarray(order, order + BAND)]))
  return keys
}

/** A whole number of 32 bits for some numbers. */
function hashOf(numbers: readonly number[]): number {
  return numbers.reduce(hashNumberOn, HASH_START)
}
