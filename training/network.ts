import { INPUT_WIDTH } from '../src/text/parser/features.ts'
import { actionCount, LEAK, padded, type Shape } from '../src/text/parser/shape.ts'
import { DISTANCES, LABEL_SLOTS, SLOTS } from '../src/text/parser/state.ts'
import type { Arena, Block } from './arena.ts'

/** The numbers of a network, by name. */
export type Parameters = Readonly<Record<string, Block>>

/** A parameter that must be there. */
export function parameter(parameters: Parameters, name: string): Block {
  const found = parameters[name]
  if (!found) throw new RangeError(`no parameter ${name}`)
  return found
}

/** What the encoder made of a run of sentences: one row for each word, and one for the root after each sentence. */
export interface Encoding {
  readonly rows: number
  /** Windows of three of each layer's input, and each layer's output. */
  readonly windows: readonly Block[]
  readonly outputs: readonly Block[]
  readonly tags: Block
  readonly slots: Block
}

export interface EncodeInput {
  /** rows × INPUT_WIDTH. */
  readonly input: Block
  /** For each row the index of its sentence: windows do not cross sentences. */
  readonly sentence: Int32Array
  /** Changes a layer's output in place (dropout in training). */
  readonly after?: (layer: number, output: Float32Array) => void
}

export interface Network {
  readonly arena: Arena
  readonly shape: Shape
  readonly parameters: Parameters
}

/** Runs the encoder, the tag head and the slots' share of the parser. */
export function encode(
  { arena, shape, parameters }: Network,
  { input, sentence, after }: EncodeInput,
): Encoding {
  const { width, layers } = shape
  const rows = sentence.length
  const windows: Block[] = []
  const outputs: Block[] = []
  let below = { block: input, width: INPUT_WIDTH }
  for (let layer = 0; layer <= layers; layer += 1) {
    const window = arena.take(rows * 3 * below.width)
    fillWindows(below, window.data, sentence)
    const output = arena.take(rows * width)
    addBias(output.data, parameter(parameters, `b${layer}`).data)
    arena.gemm([window, parameter(parameters, `w${layer}`), output], {
      m: rows,
      k: 3 * below.width,
      n: width,
    })
    leaky(output.data)
    if (layer > 0) addTo(output.data, below.block.data)
    after?.(layer, output.data)
    windows.push(window)
    outputs.push(output)
    below = { block: output, width }
  }
  const top = { block: below.block, rows }
  const tags = head({ arena, shape, parameters }, top, { weights: 'wTag', bias: 'bTag' })
  const slots = head({ arena, shape, parameters }, top, { weights: 'wSlot' })
  return { rows, windows, outputs, tags, slots }
}

/** A linear layer over the encoder's last output. */
function head(
  { arena, shape, parameters }: Network,
  { block, rows }: { readonly block: Block; readonly rows: number },
  { weights, bias }: { readonly weights: string; readonly bias?: string },
): Block {
  const matrix = parameter(parameters, weights)
  const n = matrix.data.length / shape.width
  const output = arena.take(rows * n)
  if (bias !== undefined) addBias(output.data, parameter(parameters, bias).data)
  arena.gemm([block, matrix, output], { m: rows, k: shape.width, n })
  return output
}

/** Each row becomes left neighbour, itself, right neighbour; zeros at a sentence's ends. */
function fillWindows(
  { block, width }: { readonly block: Block; readonly width: number },
  window: Float32Array,
  sentence: Int32Array,
): void {
  const { data } = block
  for (let row = 0; row < sentence.length; row += 1) {
    for (let part = -1; part <= 1; part += 1) {
      const from = row + part
      if (from < 0 || from >= sentence.length || sentence[from] !== sentence[row]) continue
      window.set(data.subarray(from * width, (from + 1) * width), (row * 3 + part + 1) * width)
    }
  }
}

function addBias(output: Float32Array, bias: Float32Array): void {
  for (let at = 0; at < output.length; at += bias.length) output.set(bias, at)
}

function leaky(data: Float32Array): void {
  for (let i = 0; i < data.length; i += 1) {
    const value = data[i] ?? 0
    if (value < 0) data[i] = value * LEAK
  }
}

function addTo(to: Float32Array, from: Float32Array): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] ?? 0) + (from[i] ?? 0)
}

/** Where a step's hidden layer and scores are put. */
export interface StepBuffers {
  readonly slots: Int32Array
  readonly labels: Int32Array
  readonly hidden: Float32Array
  readonly scores: Float32Array
}

/** Buffers for the steps of one parser. */
export function stepBuffers(shape: Shape): StepBuffers {
  return {
    slots: new Int32Array(SLOTS),
    labels: new Int32Array(LABEL_SLOTS + 2),
    hidden: new Float32Array(shape.hidden),
    scores: new Float32Array(padded(actionCount(shape))),
  }
}

/** The hidden layer and the scores of all actions for the words that the state looks at; `offset` is the sentence's first row. */
export function scoreStep(
  { shape, parameters }: Network,
  contributions: Float32Array,
  { buffers, offset }: { readonly buffers: StepBuffers; readonly offset: number },
): void {
  const { hidden: width, labels: names } = shape
  const { slots, labels, hidden, scores } = buffers
  hidden.set(parameter(parameters, 'bHidden').data)
  const missing = parameter(parameters, 'noSlot').data
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const word = slots[slot] ?? -1
    if (word < 0) addRow(hidden, missing, slot * width)
    else addRow(hidden, contributions, ((offset + word) * SLOTS + slot) * width)
  }
  const childLabels = parameter(parameters, 'childLabel').data
  for (let i = 0; i < LABEL_SLOTS; i += 1)
    addRow(hidden, childLabels, (i * (names.length + 1) + (labels[i] ?? -1) + 1) * width)
  const distances = parameter(parameters, 'distance').data
  for (let i = 0; i < 2; i += 1)
    addRow(hidden, distances, (i * DISTANCES + (labels[LABEL_SLOTS + i] ?? 0)) * width)
  leaky(hidden)
  scores.set(parameter(parameters, 'bOut').data)
  const out = parameter(parameters, 'wOut').data
  for (let i = 0; i < width; i += 1)
    addScaled(scores, out, { at: i * scores.length, by: hidden[i] ?? 0 })
}

function addRow(to: Float32Array, from: Float32Array, at: number): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] ?? 0) + (from[at + i] ?? 0)
}

function addScaled(
  to: Float32Array,
  from: Float32Array,
  { at, by }: { at: number; by: number },
): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] ?? 0) + by * (from[at + i] ?? 0)
}
