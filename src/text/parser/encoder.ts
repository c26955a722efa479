import { INPUT_WIDTH, TABLES, VECTOR_WIDTH } from './features.ts'
import { lookUp, ROOT_WORD } from './inputs.ts'
import type { Workspace } from './kernels.ts'
import type { Parameters } from './model-file.ts'
import { actionCount, padded, type Shape } from './shape.ts'
import { SLOTS } from './state.ts'
import type { Vectors } from './vectors.ts'

/** Whole numbers stand for fractions: an input 1.0 is 2^11, a weight 2^12, an activation 2^10. */
const [INPUT_BITS, WEIGHT_BITS, ACTIVE_BITS] = [11, 12, 10]
/** Longest run of words that is encoded at once. */
export const LONGEST = 400
/** Words and the root. */
const MOST_ROWS = LONGEST + 1
/** Word types whose share of the first layer is kept. */
const REMEMBERED = 8192

/** A network in whole numbers, laid into a workspace; all fields but `shape` are places. */
export interface Layout {
  readonly shape: Shape
  readonly first: number
  readonly firstBias: number
  readonly layers: readonly { readonly weights: number; readonly bias: number }[]
  readonly tagWeights: number
  readonly tagBias: number
  readonly slotWeights: number
  /** Rows of 16 bits that the parser sums. */
  readonly noSlot: number
  readonly childLabel: number
  readonly distance: number
  readonly hiddenBias: number
  readonly outWeights: number
  readonly outBias: number
}

/** Lays a network's numbers into a workspace. */
export function layOut(space: Workspace, shape: Shape, parameters: Parameters): Layout {
  const { width, layers } = shape
  const of = (name: string): Float32Array => parameters[name] ?? new Float32Array(0)
  const pack = (name: string, k: number, n: number): number => packPairs(space, of(name), { k, n })
  const wide = (name: string, bits: number): number => put32(space, of(name), bits)
  const rows = (name: string): number => put16(space, of(name), ACTIVE_BITS)
  const slots = SLOTS * shape.hidden
  return {
    shape,
    first: packFirst(space, of('w0'), width),
    firstBias: wide('b0', INPUT_BITS + WEIGHT_BITS),
    layers: Array.from({ length: layers }, (_, i) => ({
      weights: pack(`w${i + 1}`, 3 * width, width),
      bias: wide(`b${i + 1}`, ACTIVE_BITS + WEIGHT_BITS),
    })),
    tagWeights: pack('wTag', width, padded(shape.tags.length)),
    tagBias: wide('bTag', ACTIVE_BITS + WEIGHT_BITS),
    slotWeights: pack('wSlot', width, slots),
    noSlot: rows('noSlot'),
    childLabel: rows('childLabel'),
    distance: rows('distance'),
    hiddenBias: rows('bHidden'),
    outWeights: pack('wOut', shape.hidden, padded(actionCount(shape))),
    outBias: wide('bOut', ACTIVE_BITS + WEIGHT_BITS),
  }
}

export interface Encoder {
  /** Encodes words and the root after them. */
  encode(words: readonly string[]): void
  /** Tag scores (32 bits, a row of `padded(tags)` for each word). */
  readonly tags: number
  /** What each word brings to the parser's hidden layer (16 bits, SLOTS · hidden a row). */
  readonly slots: number
}

/** The numbers that words are looked up in. */
export interface Tables {
  readonly parameters: Parameters
  readonly vectors: Vectors
}

/** An encoder over a layout; its results stand until the next call. */
export function openEncoder(space: Workspace, layout: Layout, tables: Tables): Encoder {
  const { kernels, int16, int32 } = space
  const { width, tags, hidden } = layout.shape
  const [tagColumns, slotColumns] = [padded(tags.length), SLOTS * hidden]
  const sums = space.take(MOST_ROWS * Math.max(width, slotColumns) * 4)
  const tagScores = space.take(MOST_ROWS * tagColumns * 4)
  const slots = space.take(MOST_ROWS * slotColumns * 2)
  // A row of zeros stands before and after the words, so that windows run into nothing.
  const [a = 0, b = 0] = [0, 1].map(() => space.take((MOST_ROWS + 2) * width * 2))
  const row = width * 2
  const sumFirst = openFirstLayer(space, layout, openShares(space, layout, tables))
  const start = (bias: number, rows: number, columns: number): void => {
    for (let at = 0; at < rows; at += 1)
      int32.copyWithin((sums >> 2) + at * columns, bias >> 2, (bias >> 2) + columns)
  }
  const encode = (words: readonly string[]): void => {
    const rows = words.length + 1
    for (const block of [a, b])
      int16.fill(0, (block + (rows + 1) * row) >> 1, (block + (rows + 2) * row) >> 1)
    sumFirst(words, sums)
    kernels.activate(sums, 0, a + row, rows * width, INPUT_BITS + WEIGHT_BITS - ACTIVE_BITS)
    let [below, above] = [a, b]
    for (const { weights, bias } of layout.layers) {
      start(bias, rows, width)
      kernels.gemm(below, width, weights, sums, rows, 3 * width, width)
      kernels.activate(sums, below + row, above + row, rows * width, WEIGHT_BITS)
      ;[below, above] = [above, below]
    }
    start(layout.tagBias, rows, tagColumns)
    kernels.gemm(below + row, width, layout.tagWeights, sums, rows, width, tagColumns)
    int32.copyWithin(tagScores >> 2, sums >> 2, (sums >> 2) + rows * tagColumns)
    int32.fill(0, sums >> 2, (sums >> 2) + rows * slotColumns)
    kernels.gemm(below + row, width, layout.slotWeights, sums, rows, width, slotColumns)
    kernels.narrow(sums, slots, rows * slotColumns, WEIGHT_BITS)
  }
  return { encode, tags: tagScores, slots }
}

/** Sums the bias and the shares of each word and its neighbours. */
function openFirstLayer(
  space: Workspace,
  { shape: { width }, firstBias }: Layout,
  sharesOf: Shares,
): (words: readonly string[], sums: number) => void {
  const { kernels, int32 } = space
  const zero = space.take(width * 4)
  const offsets = space.take(4 * 4)
  const part = width * 4
  int32[offsets >> 2] = firstBias
  return (words, sums) => {
    const places = sharesOf(words)
    places.forEach((place, row) => {
      const [before, after] = [places[row - 1], places[row + 1]]
      int32[(offsets >> 2) + 1] = before ?? zero
      int32[(offsets >> 2) + 2] = place + part
      int32[(offsets >> 2) + 3] = after === undefined ? zero : after + 2 * part
      kernels.sumRows(offsets, 4, sums + row * part, width)
    })
  }
}

type Shares = (words: readonly string[]) => number[]

/** Where each word's share of the first layer stands: three rows (as right, middle and left neighbour) of 32 bits, made once for each word. */
function openShares(space: Workspace, layout: Layout, { parameters, vectors }: Tables): Shares {
  const { kernels } = space
  const columns = 3 * layout.shape.width
  const store = space.take(REMEMBERED * columns * 4)
  const input = space.take(INPUT_WIDTH * 2)
  const known = new Map<string, number>()
  const add = (word: string): number => {
    const place = store + known.size * columns * 4
    putInput(space.int16.subarray(input >> 1, (input >> 1) + INPUT_WIDTH), word, {
      parameters,
      vectors,
    })
    space.int32.fill(0, place >> 2, (place >> 2) + columns)
    kernels.gemm(input, 0, layout.first, place, 1, INPUT_WIDTH, columns)
    known.set(word, place)
    return place
  }
  return (words) => {
    if (known.size + words.length + 1 >= REMEMBERED) known.clear()
    const places = words.map((word) => known.get(word) ?? add(word))
    places.push(known.get(ROOT_WORD) ?? add(ROOT_WORD))
    return places
  }
}

/** Writes a word's numbers. */
function putInput(to: Int16Array, word: string, { parameters, vectors }: Tables): void {
  const { rows, vector } = lookUp(word, vectors)
  const put = (values: Float32Array, at: number): void =>
    values.forEach((value, i) => (to[at + i] = whole(value, INPUT_BITS)))
  put(vector ?? parameters['unknown'] ?? new Float32Array(VECTOR_WIDTH), 0)
  let at = VECTOR_WIDTH
  TABLES.forEach(({ name, width }, table) => {
    const from = (rows[table] ?? 0) * width
    put((parameters[name] ?? new Float32Array(0)).subarray(from, from + width), at)
    at += width
  })
}

/** The nearest whole number of 16 bits. */
function whole(value: number, bits: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value * 2 ** bits)))
}

function put16(space: Workspace, values: Float32Array, bits: number): number {
  const at = space.take(values.length * 2)
  values.forEach((value, i) => (space.int16[(at >> 1) + i] = whole(value, bits)))
  return at
}

function put32(space: Workspace, values: Float32Array, bits: number): number {
  const at = space.take(values.length * 4)
  values.forEach((value, i) => (space.int32[(at >> 2) + i] = Math.round(value * 2 ** bits)))
  return at
}

/** A k×n matrix as [k/2][n][2]. */
function packPairs(
  space: Workspace,
  values: Float32Array,
  { k, n }: { readonly k: number; readonly n: number },
): number {
  const at = space.take(k * n * 2)
  for (let p = 0; p < k; p += 1)
    for (let j = 0; j < n; j += 1)
      space.int16[(at >> 1) + (p >> 1) * 2 * n + 2 * j + (p & 1)] = whole(
        values[p * n + j] ?? 0,
        WEIGHT_BITS,
      )
  return at
}

/** The first layer's matrix, three parts of INPUT_WIDTH rows each, side by side: the word as left neighbour, itself, right neighbour. */
function packFirst(space: Workspace, values: Float32Array, width: number): number {
  const beside = new Float32Array(values.length)
  for (let part = 0; part < 3; part += 1)
    for (let p = 0; p < INPUT_WIDTH; p += 1)
      for (let j = 0; j < width; j += 1)
        beside[p * 3 * width + part * width + j] = values[(part * INPUT_WIDTH + p) * width + j] ?? 0
  return packPairs(space, beside, { k: INPUT_WIDTH, n: 3 * width })
}
