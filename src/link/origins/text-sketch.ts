import { withoutAccents } from '../../base/accents.ts'
import { HASH_START, hashNumberOn, hashOn } from '../../base/hash.ts'

/** A text's wording, to tell copies by. */
export interface TextSketch {
  /** Hashes of all its shingles. */
  readonly shingles: ReadonlySet<number>
  /** The least hash under each of many orders: two texts agree in as many as they share of all their shingles. */
  readonly least: Uint32Array
}

/** Words in a row that are compared as one: fewer are shared by chance, more are lost at each changed word. */
const SHINGLE = 3
/** Orders under which the least hash is kept. */
export const ORDERS = 128

/** The sketch of a text; the same words give the same sketch, whatever their case, marks and spaces. Linear. */
export function sketchText(text: string): TextSketch {
  const shingles = shinglesOf(text)
  const least = new Uint32Array(ORDERS).fill(0xffffffff)
  for (const shingle of shingles)
    for (let order = 0; order < ORDERS; order += 1) {
      const hash = mixed(shingle, order)
      if (hash < (least[order] ?? 0)) least[order] = hash
    }
  return { shingles, least }
}

/** Shingles in both of two texts, and which share that is of all that they have, and of those of the shorter one (0 to 1). */
export interface Likeness {
  readonly both: number
  readonly shared: number
  readonly held: number
}

/** What two texts have in common: shingles in both, as a share of all that they have, and of those of the shorter one (0 to 1). */
export function likeness(
  { shingles: a }: Pick<TextSketch, 'shingles'>,
  { shingles: b }: Pick<TextSketch, 'shingles'>,
): Likeness {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let both = 0
  for (const shingle of few) if (many.has(shingle)) both += 1
  return likenessOf(both, a.size, b.size)
}

/** The same, of two texts of so many shingles that have so many in both. */
export function likenessOf(both: number, a: number, b: number): Likeness {
  if (both === 0) return { both, shared: 0, held: 0 }
  return { both, shared: both / (a + b - both), held: both / Math.min(a, b) }
}

/** Hashes of all runs of words; of a text of fewer words, of all of it. */
export function shinglesOf(text: string): Set<number> {
  const words = wordHashes(text)
  const shingles = new Set<number>()
  const length = Math.min(SHINGLE, words.length)
  for (let at = 0; at + length <= words.length && length > 0; at += 1) {
    let hash = HASH_START
    for (let i = 0; i < length; i += 1) hash = hashNumberOn(hash, words[at + i] ?? 0)
    shingles.add(hash >>> 0)
  }
  return shingles
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** FNV-1a of each word, without case and accents. */
function wordHashes(text: string): number[] {
  const plain = withoutAccents(text).toLowerCase()
  return Array.from(plain.matchAll(WORD), ([word]) => hashOn(HASH_START, word))
}

/** A hash under one of the orders. */
function mixed(hash: number, order: number): number {
  let value = Math.imul(hash ^ (SEEDS[order] ?? 0), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

const SEEDS = Uint32Array.from({ length: ORDERS }, (_, i) => Math.imul(i + 1, 0x9e3779b1))
