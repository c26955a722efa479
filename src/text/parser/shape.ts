import { INPUT_WIDTH, TABLES, VECTOR_WIDTH } from './features.ts'
import { DISTANCES, LABEL_SLOTS, SLOTS } from './state.ts'

/** What fixes the sizes of a network. */
export interface Shape {
  /** Width of the encoder. */
  readonly width: number
  /** Width of the parser's hidden layer. */
  readonly hidden: number
  /** Residual layers after the first. */
  readonly layers: readonly LayerKind[]
  /** Joint tags "UPOS XPOS". */
  readonly tags: readonly string[]
  readonly labels: readonly string[]
}

/** A window sees each word with its neighbours; a memory runs along the sentence from both ends, and gates say what it keeps. */
export type LayerKind = 'window' | 'memory'

/** Rows and columns of every parameter, in the order of the model file. */
export function parameterSizes(shape: Shape): { name: string; rows: number; columns: number }[] {
  const { width, hidden, layers, tags, labels } = shape
  return [
    ...TABLES.map(({ name, rows, width: columns }) => ({ name, rows, columns })),
    { name: 'unknown', rows: 1, columns: VECTOR_WIDTH },
    { name: 'w0', rows: 3 * INPUT_WIDTH, columns: width },
    { name: 'b0', rows: 1, columns: width },
    ...layers.flatMap((kind, i) => {
      const { reads, writes } = layerSize(kind, width)
      return [
        { name: `w${i + 1}`, rows: reads, columns: writes },
        { name: `b${i + 1}`, rows: 1, columns: writes },
      ]
    }),
    { name: 'wTag', rows: width, columns: padded(tags.length) },
    { name: 'bTag', rows: 1, columns: padded(tags.length) },
    { name: 'wSlot', rows: width, columns: SLOTS * hidden },
    { name: 'noSlot', rows: SLOTS, columns: hidden },
    { name: 'childLabel', rows: LABEL_SLOTS * (labels.length + 1), columns: hidden },
    { name: 'distance', rows: 2 * DISTANCES, columns: hidden },
    { name: 'bHidden', rows: 1, columns: hidden },
    { name: 'wOut', rows: hidden, columns: padded(actionCount(shape)) },
    { name: 'bOut', rows: 1, columns: padded(actionCount(shape)) },
  ]
}

/** What a layer reads and writes for each word. A memory writes gates and news, forwards and backwards, half the width each. */
export function layerSize(kind: LayerKind, width: number): { reads: number; writes: number } {
  return kind === 'window'
    ? { reads: 3 * width, writes: width }
    : { reads: width, writes: 2 * width }
}

/** Shift, and left and right for each label. */
export function actionCount({ labels }: Shape): number {
  return 1 + 2 * labels.length
}

/** The next multiple of 8: the kernels' columns. */
export function padded(length: number): number {
  return (length + 7) & ~7
}

/** How much of a negative sum goes through. */
export const LEAK = 0.1

/** A weight of 1.0 as a whole number is 2^12. */
export const WEIGHT_BITS = 12

/** The nearest whole number of 16 bits. */
export function whole(value: number, bits: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value * (1 << bits))))
}
