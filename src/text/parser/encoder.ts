import { ROOT_WORD } from './inputs.ts'
import type { Workspace } from './kernels.ts'
import { ACTIVE_BITS, INPUT_BITS, type Layer, type Layout } from './layout.ts'
import { padded, WEIGHT_BITS } from './shape.ts'
import type { Shares } from './shares.ts'
import { SLOTS } from './state.ts'

/** Longest run of words that is encoded as one sentence. */
export const LONGEST = 400
/** Words, the root and a gap. */
const MOST_ROWS = LONGEST + 2
/** Rows that are encoded at once where sentences are shorter: what they take stays in the second cache. */
const GOOD_ROWS = 160

export interface Encoder {
  /** Encodes sentences, each with the root after it; gives the first row of each. As many as `fit` took. */
  encode(sentences: readonly (readonly string[])[]): number[]
  /** Tag scores (32 bits, `padded(tags)` a row). */
  readonly tags: number
  /** The place of what a row brings to the parser's hidden layer in a slot (16 bits, `hidden` of them). */
  slotOf(row: number, slot: number): number
}

/** How many of the sentences from one on are well encoded at once: at least one. */
export function fit(sentences: readonly (readonly string[])[], from: number): number {
  let [rows, count] = [0, 0]
  while (from + count < sentences.length) {
    rows += (sentences[from + count]?.length ?? 0) + 2
    if (count > 0 && rows > GOOD_ROWS) break
    count += 1
  }
  return count
}

/** An encoder over a layout; its results stand until the next call. */
export function openEncoder(space: Workspace, layout: Layout, shares: Shares): Encoder {
  const { kernels, int16 } = space
  const { width, tags, hidden } = layout.shape
  const tagColumns = padded(tags.length)
  const sums = space.take(MOST_ROWS * Math.max(2 * width, hidden) * 4)
  const tagScores = space.take(MOST_ROWS * tagColumns * 4)
  const slots = openSlots(space, layout, sums)
  // A row of zeros stands before, between and after the sentences, so that windows run into nothing.
  const [a, b] = [space.take((MOST_ROWS + 2) * width * 2), space.take((MOST_ROWS + 2) * width * 2)]
  const row = width * 2
  const rowsOf = openPlaces(space, layout, shares)
  const encode = (sentences: readonly (readonly string[])[]): number[] => {
    const { places, starts, rows } = rowsOf(sentences)
    const clearGaps = (block: number): void => {
      for (const start of starts)
        int16.fill(0, (block + start * row) >> 1, (block + (start + 1) * row) >> 1)
      int16.fill(0, (block + (rows + 1) * row) >> 1, (block + (rows + 2) * row) >> 1)
    }
    kernels.sumShares(places, layout.firstBias, sums, rows, width)
    kernels.activate(sums, 0, a + row, rows * width, INPUT_BITS + WEIGHT_BITS - ACTIVE_BITS)
    clearGaps(a)
    let [below, above] = [a, b]
    for (const layer of layout.layers) {
      runLayer(kernels, layer, { below, above, sums, width, starts, rows })
      clearGaps(above)
      ;[below, above] = [above, below]
    }
    const { tagWeights, tagBias } = layout
    kernels.gemm(below + row, width, tagWeights, tagBias, tagScores, rows, width, tagColumns)
    slots.begin(below + row, rows)
    return starts
  }
  return { encode, tags: tagScores, slotOf: slots.slotOf }
}

/** Slots that nearly every word comes to stand in, and so are worked out for all words at once: the stack's top, the buffer's first two. */
const COMMON_SLOTS = [0, 3, 4]

interface Slots extends Pick<Encoder, 'slotOf'> {
  /** Takes the encoded rows. */
  begin(encoded: number, rows: number): void
}

/** What words bring to the parser's hidden layer. A word stands in six of the fourteen slots: the rarer ones are worked out when one is asked for. */
function openSlots(
  { kernels, take }: Workspace,
  { shape, slotWeights }: Layout,
  sums: number,
): Slots {
  const { width, hidden } = shape
  const [place, block] = [take(SLOTS * MOST_ROWS * hidden * 2), MOST_ROWS * hidden * 2]
  const noBias = take(hidden * 4)
  const ready = new Uint8Array(SLOTS * MOST_ROWS)
  let encoded = 0
  const work = (slot: number, row: number, rows: number): void => {
    const weights = slotWeights + slot * hidden * width * 2
    kernels.gemm(encoded + row * width * 2, width, weights, noBias, sums, rows, width, hidden)
    kernels.narrow(sums, place + slot * block + row * hidden * 2, rows * hidden, WEIGHT_BITS)
  }
  return {
    begin(from, rows) {
      encoded = from
      ready.fill(0)
      for (const slot of COMMON_SLOTS) {
        work(slot, 0, rows)
        ready.fill(1, slot * MOST_ROWS, slot * MOST_ROWS + rows)
      }
    },
    slotOf(row, slot) {
      const at = slot * MOST_ROWS + row
      if (ready[at] === 0) {
        work(slot, row, 1)
        ready[at] = 1
      }
      return place + at * hidden * 2
    },
  }
}

/** From one block of rows, which a row of zeros precedes, to another of the same form. */
function runLayer(
  kernels: Workspace['kernels'],
  { kind, weights, bias }: Layer,
  { below, above, sums, width, starts, rows }: Blocks,
): void {
  const row = width * 2
  if (kind === 'window') {
    kernels.gemm(below, width, weights, bias, sums, rows, 3 * width, width)
    kernels.activate(sums, below + row, above + row, rows * width, WEIGHT_BITS)
    return
  }
  kernels.gemm(below + row, width, weights, bias, sums, rows, width, 2 * width)
  starts.forEach((start, i) => {
    const [at, length] = [(start + 1) * row, (starts[i + 1] ?? rows + 1) - start - 1]
    kernels.remember(sums + start * 4 * row, below + at, above + at, length, width)
  })
}

interface Blocks {
  readonly below: number
  readonly above: number
  readonly sums: number
  readonly width: number
  readonly starts: readonly number[]
  readonly rows: number
}

interface Rows {
  /** Where the list of the rows' shares stands, with one of zeros before and after. */
  readonly places: number
  readonly starts: number[]
  readonly rows: number
}

/** Lists where the words' shares of the first layer stand. */
function openPlaces(
  space: Workspace,
  { shape: { width } }: Layout,
  shares: Shares,
): (sentences: readonly (readonly string[])[]) => Rows {
  const { int32 } = space
  const places = space.take((MOST_ROWS + 2) * 4)
  const gap = space.take(3 * width * 4)
  const list = places >> 2
  return (sentences) => {
    shares.makeRoom(MOST_ROWS)
    const starts: number[] = []
    let at = 0
    for (const words of sentences) {
      int32[list + at++] = gap
      starts.push(at - 1)
      for (const word of words) int32[list + at++] = shares.placeOf(word)
      int32[list + at++] = shares.placeOf(ROOT_WORD)
    }
    int32[list + at] = gap
    shares.settle()
    return { places, starts, rows: at - 1 }
  }
}
