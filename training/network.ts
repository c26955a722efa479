import { INPUT_WIDTH } from '../src/text/parser/features.ts'
import { layerSize, LEAK, type Shape } from '../src/text/parser/shape.ts'
import { part, type Arena, type Block } from './arena.ts'
import { remember } from './memory.ts'

/** The numbers of a network, by name. */
export type Parameters = Readonly<Record<string, Block>>

/** A parameter that must be there. */
export function parameter(parameters: Parameters, name: string): Block {
  const found = parameters[name]
  if (!found) throw new RangeError(`no parameter ${name}`)
  return found
}

export interface Network {
  readonly arena: Arena
  readonly shape: Shape
  readonly parameters: Parameters
}

export interface EncodeInput {
  /** The numbers of each different word: types × INPUT_WIDTH. */
  readonly input: Block
  /** For each row, which is a word or the root after a sentence, the index of its type. */
  readonly types: Int32Array
  /** For each row the index of its sentence: windows do not cross sentences. */
  readonly sentence: Int32Array
  /** Changes what a layer adds to the one below, in place (dropout in training). */
  readonly after?: (layer: number, output: Float32Array) => void
}

/** What a layer read: windows of three rows, or rows that a memory made sums and states of. */
export interface Trace {
  readonly read: Block
  readonly memory?: { readonly sums: Block; readonly states: Float32Array }
}

/** What the encoder made of a run of sentences. */
export interface Encoding {
  /** What each layer after the first read, and each layer's output. */
  readonly traces: readonly Trace[]
  readonly outputs: readonly Block[]
  readonly tags: Block
  readonly slots: Block
}

/** Runs the encoder, the tag head and the slots' share of the parser. */
export function encode(network: Network, input: EncodeInput): Encoding {
  const { arena, shape } = network
  const rows = input.types.length
  const outputs = [firstLayer(network, input)]
  const traces: Trace[] = []
  shape.layers.forEach((kind, i) => {
    const below = outputs[i] as Block
    const run = kind === 'window' ? windowLayer : memoryLayer
    const { output, ...trace } = run(network, below, { layer: i + 1, sentence: input.sentence })
    input.after?.(i + 1, output.data)
    arena.kernels.addTo(output.at, below.at, output.data.length)
    traces.push(trace)
    outputs.push(output)
  })
  const top = { block: outputs.at(-1) as Block, rows }
  const tags = head(network, top, { weights: 'wTag', bias: 'bTag' })
  const slots = head(network, top, { weights: 'wSlot' })
  return { traces, outputs, tags, slots }
}

interface Place {
  readonly layer: number
  readonly sentence: Int32Array
}

function windowLayer(
  network: Network,
  below: Block,
  { layer, sentence }: Place,
): Trace & { output: Block } {
  const { arena, shape } = network
  const read = arena.take(below.data.length * 3)
  fillWindows(below.data, read.data, { width: shape.width, sentence })
  const output = linear(network, read, layer)
  leaky(output.data)
  return { read, output }
}

function memoryLayer(
  network: Network,
  below: Block,
  { layer, sentence }: Place,
): Trace & { output: Block } {
  const { arena, shape } = network
  const sums = linear(network, below, layer)
  const output = arena.take(below.data.length)
  remember(sums.data, output.data, { sentence, width: shape.width })
  return { read: below, memory: { sums, states: output.data.slice() }, output }
}

/** What a residual layer makes of its rows before it is bent. */
function linear({ arena, shape, parameters }: Network, read: Block, layer: number): Block {
  const { reads, writes } = layerSize(shape.layers[layer - 1]!, shape.width)
  const m = read.data.length / reads
  const output = arena.take(m * writes)
  addBias(output.data, parameter(parameters, `b${layer}`).data)
  const weights = parameter(parameters, `w${layer}`)
  arena.gemm([read, weights, output], { m, k: reads, n: writes })
  return output
}

/** The three parts of the first layer's weights: for the word before, the word itself, the word after. */
export function firstParts(w0: Block, width: number): Block[] {
  return [0, 1, 2].map((i) => part(w0, i * INPUT_WIDTH * width, INPUT_WIDTH * width))
}

/** The first layer: each type's three shares are made once and summed for each row. */
function firstLayer(
  { arena, shape: { width }, parameters }: Network,
  { input, types, sentence, after }: EncodeInput,
): Block {
  const m = input.data.length / INPUT_WIDTH
  const output = arena.take(types.length * width)
  addBias(output.data, parameter(parameters, 'b0').data)
  firstParts(parameter(parameters, 'w0'), width).forEach((weights, i) => {
    const shares = arena.take(m * width)
    arena.gemm([input, weights, shares], { m, k: INPUT_WIDTH, n: width })
    neighbours(sentence, i - 1, (row, from) => {
      const share = shares.at + (types[from] ?? 0) * width * 4
      arena.kernels.addTo(output.at + row * width * 4, share, width)
    })
  })
  leaky(output.data)
  after?.(0, output.data)
  return output
}

/** Each row with the row so many places from it, where that is of the same sentence. */
export function neighbours(
  sentence: Int32Array,
  by: number,
  each: (row: number, from: number) => void,
): void {
  for (let row = 0; row < sentence.length; row += 1) {
    const from = row + by
    if (sentence[from] === sentence[row]) each(row, from)
  }
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
  data: Float32Array,
  window: Float32Array,
  { width, sentence }: { readonly width: number; readonly sentence: Int32Array },
): void {
  for (let i = 0; i < 3; i += 1)
    neighbours(sentence, i - 1, (row, from) =>
      window.set(data.subarray(from * width, (from + 1) * width), (row * 3 + i) * width),
    )
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
