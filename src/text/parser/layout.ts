import { INPUT_WIDTH } from './features.ts'
import type { Workspace } from './kernels.ts'
import type { Parameters } from './model-file.ts'
import {
  actionCount,
  layerSize,
  padded,
  WEIGHT_BITS,
  whole,
  type LayerKind,
  type Shape,
} from './shape.ts'
import { SLOTS } from './state.ts'

/** Whole numbers stand for fractions: an input 1.0 is 2^11, a weight 2^12, an activation 2^10. */
export const [INPUT_BITS, ACTIVE_BITS] = [11, 10] as const

/** A score that no other falls below. */
const NEVER = -0x40000000

export interface Layer {
  readonly kind: LayerKind
  readonly weights: number
  readonly bias: number
}

/** A network in whole numbers, laid into a workspace; all fields but `shape` are places. */
export interface Layout {
  readonly shape: Shape
  readonly first: number
  readonly firstBias: number
  readonly layers: readonly Layer[]
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
  const pack = (name: string, k: number, n: number): number => packPanels(space, of(name), { k, n })
  const wide = (name: string, bits: number): number => put32(space, of(name), bits)
  const rows = (name: string): number => put16(space, of(name), ACTIVE_BITS)
  return {
    shape,
    first: packPanels(space, sideBySide(of('w0'), width), { k: INPUT_WIDTH, n: 3 * width }),
    firstBias: wide('b0', INPUT_BITS + WEIGHT_BITS),
    layers: layers.map((kind, i) => {
      const { reads, writes } = layerSize(kind, width)
      return {
        kind,
        weights: pack(`w${i + 1}`, reads, writes),
        bias: wide(`b${i + 1}`, ACTIVE_BITS + WEIGHT_BITS),
      }
    }),
    tagWeights: pack('wTag', width, padded(shape.tags.length)),
    tagBias: closePadding(space, wide('bTag', ACTIVE_BITS + WEIGHT_BITS), shape.tags.length),
    slotWeights: pack('wSlot', width, SLOTS * shape.hidden),
    noSlot: rows('noSlot'),
    childLabel: rows('childLabel'),
    distance: rows('distance'),
    hiddenBias: rows('bHidden'),
    outWeights: pack('wOut', shape.hidden, padded(actionCount(shape))),
    outBias: outBias(space, shape, wide('bOut', ACTIVE_BITS + WEIGHT_BITS)),
  }
}

/** The label of the root is given only where nothing else may be done, so that it is never scored. */
function outBias(space: Workspace, shape: Shape, at: number): number {
  const root = shape.labels.indexOf('root')
  if (root >= 0) space.int32.fill(NEVER, (at >> 2) + 1 + 2 * root, (at >> 2) + 3 + 2 * root)
  return closePadding(space, at, actionCount(shape))
}

/** Columns that only fill up the panels are never the best. */
function closePadding({ int32 }: Workspace, at: number, count: number): number {
  int32.fill(NEVER, (at >> 2) + count, (at >> 2) + padded(count))
  return at
}

function put16(space: Workspace, values: Float32Array, bits: number): number {
  const at = space.take(values.length * 2)
  for (let i = 0; i < values.length; i += 1)
    space.int16[(at >> 1) + i] = whole(values[i] ?? 0, bits)
  return at
}

function put32(space: Workspace, values: Float32Array, bits: number): number {
  const at = space.take(values.length * 4)
  for (let i = 0; i < values.length; i += 1)
    space.int32[(at >> 2) + i] = Math.round((values[i] ?? 0) * 2 ** bits)
  return at
}

/** A k×n matrix in panels of eight columns: [n/8][k/2][8][2]. */
function packPanels(
  space: Workspace,
  values: Float32Array,
  { k, n }: { readonly k: number; readonly n: number },
): number {
  const at = space.take(k * n * 2)
  for (let p = 0; p < k; p += 1) {
    const row = (at >> 1) + (p >> 1) * 16 + (p & 1)
    for (let j = 0; j < n; j += 1)
      space.int16[row + (j >> 3) * 8 * k + (j & 7) * 2] = whole(values[p * n + j] ?? 0, WEIGHT_BITS)
  }
  return at
}

/** The first layer's matrix, three parts of INPUT_WIDTH rows each, side by side: the word as left neighbour, itself, right neighbour. */
function sideBySide(values: Float32Array, width: number): Float32Array {
  const beside = new Float32Array(values.length)
  for (let row = 0; row < 3 * INPUT_WIDTH; row += 1) {
    const to = (row % INPUT_WIDTH) * 3 * width + Math.floor(row / INPUT_WIDTH) * width
    beside.set(values.subarray(row * width, (row + 1) * width), to)
  }
  return beside
}
