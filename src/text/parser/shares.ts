import { INPUT_WIDTH, TABLES, VECTOR_WIDTH } from './features.ts'
import { lookUp } from './inputs.ts'
import type { Workspace } from './kernels.ts'
import { INPUT_BITS, type Layout } from './layout.ts'
import { whole } from './shape.ts'
import type { Table, Unpacked } from './model-file.ts'

/** Words whose share of the first layer is kept. */
const REMEMBERED = 12_288
/** New words that are worked out at once. */
const AT_ONCE = 64

/** The numbers that words are looked up in. */
export type Numbers = Pick<Unpacked, 'parameters' | 'tables' | 'vectors'>

/** Where words' shares of the first layer stand: three rows (as left neighbour, itself, right neighbour) of 32 bits, made once for each word. */
export interface Shares {
  /** Gives up what is remembered where so many words might not fit any more. */
  makeRoom(words: number): void
  /** The place of a word's share; what stands there is ready only after `settle`. */
  placeOf(word: string): number
  /** Works out the shares of the words that are new. */
  settle(): void
}

/** Shares over a layout and its numbers. */
export function openShares(space: Workspace, layout: Layout, numbers: Numbers): Shares {
  const { kernels, int16 } = space
  const columns = 3 * layout.shape.width
  const store = space.take(REMEMBERED * columns * 4)
  const input = space.take(AT_ONCE * INPUT_WIDTH * 2)
  const noBias = space.take(columns * 4)
  const known = new Map<string, number>()
  let fresh = 0
  const settle = (): void => {
    if (fresh === 0) return
    const first = store + (known.size - fresh) * columns * 4
    kernels.gemm(input, INPUT_WIDTH, layout.first, noBias, first, fresh, INPUT_WIDTH, columns)
    fresh = 0
  }
  return {
    settle,
    makeRoom(words) {
      if (known.size + words > REMEMBERED) known.clear()
    },
    placeOf(word) {
      const found = known.get(word)
      if (found !== undefined) return found
      if (fresh === AT_ONCE) settle()
      putInput(int16, (input >> 1) + fresh * INPUT_WIDTH, { word, numbers })
      const place = store + known.size * columns * 4
      known.set(word, place)
      fresh += 1
      return place
    },
  }
}

/** Writes a word's numbers. */
function putInput(
  to: Int16Array,
  at: number,
  { word, numbers }: { readonly word: string; readonly numbers: Numbers },
): void {
  const { parameters, tables, vectors } = numbers
  const { rows, vector } = lookUp(word, vectors)
  const values = vector ?? parameters['unknown']
  for (let i = 0; i < VECTOR_WIDTH; i += 1) to[at + i] = whole(values?.[i] ?? 0, INPUT_BITS)
  at += VECTOR_WIDTH
  TABLES.forEach(({ width }, i) => {
    putRow(to, at, { table: tables[i], row: rows[i] ?? 0, width })
    at += width
  })
}

function putRow(
  to: Int16Array,
  at: number,
  {
    table,
    row,
    width,
  }: { readonly table: Table | undefined; readonly row: number; readonly width: number },
): void {
  if (!table) return
  const { packed, scales } = table
  const scale = scales[row] ?? 0
  for (let i = 0; i < width; i += 1)
    to[at + i] = whole((packed[row * width + i] ?? 0) * scale, INPUT_BITS)
}
