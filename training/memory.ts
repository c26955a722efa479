import { part, type Block } from './arena.ts'

/** How far a gate opens for each 1.0 of its sum, around ½, between 0 and 1. */
const SLOPE = 0.25

/** The rows of a layer: for each the index of its sentence, and its width. */
export interface Rows {
  readonly sentence: Int32Array
  readonly width: number
}

interface Run {
  /** Numbers of a row of the sums, and half the width. */
  readonly half: number
  /** First column of the gates in the sums (the news follow) and of what is remembered in the states. */
  readonly gates: number
  readonly states: number
  /** Rows in the order in which they are read. */
  readonly order: readonly number[]
}

/** Forwards over the first half, backwards over the second. */
function runs({ sentence, width }: Rows): Run[] {
  const order = Array.from(sentence, (_, row) => row)
  const half = width / 2
  return [
    { half, gates: 0, states: 0, order },
    { half, gates: 2 * half, states: half, order: order.toReversed() },
  ]
}

/** What is remembered at each row: it moves to the news as far as the gate is open, and starts at 0 with each sentence. */
export function remember(sums: Float32Array, states: Float32Array, rows: Rows): void {
  const { sentence, width } = rows
  for (const { half, gates, states: first, order } of runs(rows)) {
    let before = -1
    for (const row of order) {
      const at = row * 2 * width + gates
      const isNew = before < 0 || sentence[before] !== sentence[row]
      for (let j = 0; j < half; j += 1) {
        const old = isNew ? 0 : states[before * width + first + j]!
        const news = sums[at + half + j]!
        states[row * width + first + j] = old + gate(sums[at + j]!) * (news - old)
      }
      before = row
    }
  }
}

/** The gradient of the sums, from that of what is remembered. */
export function rememberBack(
  { sums, states, dStates }: { sums: Float32Array; states: Float32Array; dStates: Float32Array },
  dSums: Float32Array,
  rows: Rows,
): void {
  const { sentence, width } = rows
  for (const { half, gates, states: first, order } of runs(rows)) {
    const carried = new Float32Array(half)
    for (let i = order.length - 1; i >= 0; i -= 1) {
      const [row, before, after] = [order[i]!, order[i - 1], order[i + 1]]
      const at = row * 2 * width + gates
      if (after === undefined || sentence[after] !== sentence[row]) carried.fill(0)
      const isNew = before === undefined || sentence[before] !== sentence[row]
      for (let j = 0; j < half; j += 1) {
        const old = isNew ? 0 : states[before * width + first + j]!
        const open = gate(sums[at + j]!)
        const d = dStates[row * width + first + j]! + carried[j]!
        dSums[at + j] = open > 0 && open < 1 ? SLOPE * d * (sums[at + half + j]! - old) : 0
        dSums[at + half + j] = d * open
        carried[j] = d * (1 - open)
      }
    }
  }
}

/** Gates that start open by 0.3 to 0.9: some remember long, some hardly. */
export function openGates({ data, at }: Block): void {
  const half = data.length / 4
  for (const first of [0, 2 * half])
    part({ data, at }, first, half).data.forEach((_, j) => {
      data[first + j] = (0.3 + (0.6 * j) / half - 0.5) / SLOPE
    })
}

function gate(sum: number): number {
  return Math.max(0, Math.min(1, 0.5 + SLOPE * sum))
}
