import { INPUT_WIDTH, TABLES, VECTOR_WIDTH } from '../src/text/parser/features.ts'
import { lookUp, ROOT_WORD, type WordRows } from '../src/text/parser/inputs.ts'
import { LEAK, padded, parameterSizes, type Shape } from '../src/text/parser/shape.ts'
import { SLOTS } from '../src/text/parser/state.ts'
import type { Vectors } from '../src/text/parser/vectors.ts'
import { adamFor, step, type Adam } from './adam.ts'
import type { Arena, Block, Size } from './arena.ts'
import type { Gold } from './conllu.ts'
import {
  encode,
  firstParts,
  neighbours,
  parameter,
  type Encoding,
  type Network,
} from './network.ts'
import { openGates, rememberBack } from './memory.ts'
import { openParseLoss, type Placed } from './parse-loss.ts'

const DROPOUT = 0.15
/** How often a word's own row is left out, so that endings and shape learn to do without it. */
const FORM_DROPOUT = 0.1

/** A seeded generator of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface Trainer {
  /** The numbers by name, for the model file. */
  parameters(): Readonly<Record<string, Float32Array>>
  /** Trains on one batch; gives the summed loss. */
  train(batch: readonly Gold[], options: { rate: number; exploration: number }): number
}

/** A batch as rows (words, and the root after each sentence) over its different words. */
interface Batch {
  readonly golds: readonly Placed[]
  readonly words: readonly WordRows[]
  readonly types: Int32Array
  readonly sentence: Int32Array
}

/** A fresh network and its trainer. */
export function openTrainer(
  arena: Arena,
  shape: Shape,
  { vectors, random }: { vectors: Vectors; random: () => number },
): Trainer {
  const sizes = parameterSizes(shape)
  const parameters = freshParameters(arena, shape, random)
  const adams: Record<string, Adam> = {}
  for (const { name } of sizes) adams[name] = adamFor(arena, parameter(parameters, name))
  const gradients = Object.fromEntries(
    Object.entries(adams).map(([name, { gradient }]) => [name, gradient]),
  )
  const network: Network = { arena, shape, parameters }
  const parse = openParseLoss(network, gradients, random)
  const tagIndex = new Map(shape.tags.map((tag, i) => [tag, i]))
  const known = new Map<string, WordRows>()
  const dropped = lookUp('\u0002dropped', vectors).rows[0]!
  const { width, layers } = shape
  const [tagColumns, slotColumns] = [padded(shape.tags.length), SLOTS * shape.hidden]

  function wordRows(word: string): WordRows {
    let found = known.get(word)
    if (!found) known.set(word, (found = lookUp(word, vectors)))
    if (random() >= FORM_DROPOUT) return found
    return { ...found, rows: [dropped, ...found.rows.slice(1)] }
  }

  function layBatch(batch: readonly Gold[]): Batch {
    const types = new Map<string, number>()
    const [words, rows, sentence]: [WordRows[], number[], number[]] = [[], [], []]
    const golds = batch.map((gold, at) => {
      const offset = rows.length
      for (const word of [...gold.words, ROOT_WORD]) {
        let type = types.get(word)
        if (type === undefined) {
          types.set(word, (type = words.length))
          words.push(wordRows(word))
        }
        rows.push(type)
        sentence.push(at)
      }
      return { gold, offset }
    })
    return { golds, words, types: Int32Array.from(rows), sentence: Int32Array.from(sentence) }
  }

  /** Each word's numbers. */
  function inputOf(words: readonly WordRows[]): Block {
    const input = arena.take(words.length * INPUT_WIDTH)
    words.forEach((word, row) => {
      let at = row * INPUT_WIDTH
      input.data.set(word.vector ?? parameter(parameters, 'unknown').data, at)
      at += VECTOR_WIDTH
      TABLES.forEach(({ name, width: size }, table) => {
        const from = word.rows[table]! * size
        input.data.set(parameter(parameters, name).data.subarray(from, from + size), at)
        at += size
      })
    })
    return input
  }

  /** Cross-entropy over joint tags; writes the gradient of the scores to d. */
  function tagLoss(scores: Float32Array, golds: readonly Placed[], d: Float32Array): number {
    const count = shape.tags.length
    let loss = 0
    for (const { gold, offset } of golds)
      gold.tags.forEach((tag, word) => {
        const wanted = tagIndex.get(tag)
        if (wanted === undefined) return
        const at = (offset + word) * tagColumns
        let most = -Infinity
        for (let t = at; t < at + count; t += 1) if (scores[t]! > most) most = scores[t]!
        let sum = 0
        for (let t = at; t < at + count; t += 1) sum += d[t] = Math.exp(scores[t]! - most)
        for (let t = at; t < at + count; t += 1) d[t] = d[t]! / sum
        loss -= Math.log(d[at + wanted]! + 1e-12)
        d[at + wanted] = d[at + wanted]! - 1
      })
    return loss
  }

  /** dIn += dOut · Wᵀ, dW += Xᵀ · dOut. */
  function linearBack(
    { x, weights, gradient }: { x: Block; weights: Block; gradient: Block },
    { dOut, dIn }: { dOut: Block; dIn: Block },
    { m, k, n }: Size,
  ): void {
    const mark = arena.mark()
    const wT = arena.take(k * n)
    arena.transpose(weights, wT, { m: k, k: n })
    arena.gemm([dOut, wT, dIn], { m, k: n, n: k })
    const xT = arena.take(m * k)
    arena.transpose(x, xT, { m, k })
    arena.gemm([xT, dOut, gradient], { m: k, k: m, n })
    arena.release(mark)
  }

  /** The same for a named layer over rows of the encoder's width. */
  function layerBack(name: string, x: Block, d: { dOut: Block; dIn: Block }): void {
    const [weights, gradient] = [parameter(parameters, name), parameter(gradients, name)]
    const k = x.data.length / rowsNow
    linearBack({ x, weights, gradient }, d, { m: rowsNow, k, n: weights.data.length / k })
  }

  /** A bias's gradient: the sum of the rows. */
  function biasBack(name: string, { at, data }: Block): void {
    const gradient = parameter(gradients, name)
    const count = gradient.data.length
    for (let from = 0; from < data.length; from += count)
      arena.kernels.addTo(gradient.at, at + from * 4, count)
  }

  /** The gradient of a layer's sums: what was dropped gets none, what was negative a tenth. */
  function sumsBack(layer: number, dOut: Block): Block {
    const dSum = arena.take(dOut.data.length)
    const factors = masks[layer]!
    for (let i = 0; i < factors.length; i += 1) dSum.data[i] = dOut.data[i]! * factors[i]!
    return dSum
  }

  /** From the encoder's last output down; gives the gradient of the words' numbers. */
  function encoderBack(
    batch: Batch,
    encoding: Encoding,
    { input, dTop }: { input: Block; dTop: Block },
  ): Block {
    const dOut = dTop
    for (let layer = layers.length; layer > 0; layer -= 1) {
      const dSum = sumsBack(layer, dOut)
      const { read, memory } = encoding.traces[layer - 1]!
      if (memory) {
        const { sums, states } = memory
        const dSums = arena.take(sums.data.length)
        const rows = { sentence: batch.sentence, width }
        rememberBack({ sums: sums.data, states, dStates: dSum.data }, dSums.data, rows)
        layerBack(`w${layer}`, read, { dOut: dSums, dIn: dOut })
        biasBack(`b${layer}`, dSums)
        continue
      }
      const dWindow = arena.take(read.data.length)
      layerBack(`w${layer}`, read, { dOut: dSum, dIn: dWindow })
      biasBack(`b${layer}`, dSum)
      // The output went by the layer too: dOut is the gradient of what lies below, and the windows add theirs.
      for (let i = 0; i < 3; i += 1)
        neighbours(batch.sentence, i - 1, (row, from) =>
          arena.kernels.addTo(
            dOut.at + from * width * 4,
            dWindow.at + (row * 3 + i) * width * 4,
            width,
          ),
        )
    }
    const dSum = sumsBack(0, dOut)
    biasBack('b0', dSum)
    const dInput = arena.take(input.data.length)
    const m = batch.words.length
    const [weights, gradient] = ['w0', 'w0'].map((name, i) =>
      firstParts(parameter(i === 0 ? parameters : gradients, name), width),
    ) as [Block[], Block[]]
    for (let i = 0; i < 3; i += 1) {
      const dShares = arena.take(m * width)
      neighbours(batch.sentence, i - 1, (row, from) =>
        arena.kernels.addTo(
          dShares.at + batch.types[from]! * width * 4,
          dSum.at + row * width * 4,
          width,
        ),
      )
      linearBack(
        { x: input, weights: weights[i]!, gradient: gradient[i]! },
        { dOut: dShares, dIn: dInput },
        { m, k: INPUT_WIDTH, n: width },
      )
    }
    return dInput
  }

  /** Hands the gradient of the words' numbers to the tables' rows and takes Adam's step there. */
  function updateTables(words: readonly WordRows[], d: Float32Array, rate: number): void {
    const touched = TABLES.map(() => new Set<number>())
    words.forEach((word, row) => {
      let at = row * INPUT_WIDTH
      if (!word.vector)
        addNumbers(parameter(gradients, 'unknown').data, d.subarray(at, at + VECTOR_WIDTH), 0)
      at += VECTOR_WIDTH
      TABLES.forEach(({ name, width: size }, table) => {
        const index = word.rows[table]!
        addNumbers(parameter(gradients, name).data, d.subarray(at, at + size), index * size)
        touched[table]!.add(index)
        at += size
      })
    })
    TABLES.forEach(({ name, width: count }, table) => {
      for (const row of touched[table]!)
        step(arena, adams[name]!, { rate, from: row * count, count })
    })
  }

  function update(words: readonly WordRows[], dInput: Block, rate: number): void {
    updateTables(words, dInput.data, rate)
    for (const { name, rows, columns } of sizes)
      if (!TABLES.some((table) => table.name === name))
        step(arena, adams[name]!, { rate, from: 0, count: rows * columns })
  }

  let masks: Float32Array[] = []
  let rowsNow = 0

  /** Drops a share of what a layer adds; keeps by what each sum's gradient is to be multiplied. */
  function drop(layer: number, output: Float32Array): void {
    const keep = 1 / (1 - DROPOUT)
    const leak = layers[layer - 1] === 'memory' ? 1 : LEAK
    const factors = new Float32Array(output.length)
    for (let i = 0; i < output.length; i += 1) {
      const value = output[i]!
      const by = random() < DROPOUT ? 0 : keep
      output[i] = value * by
      factors[i] = value < 0 ? by * leak : by
    }
    masks.push(factors)
  }

  return {
    parameters: () =>
      Object.fromEntries(Object.entries(parameters).map(([name, { data }]) => [name, data])),
    train(golds, { rate, exploration }) {
      const mark = arena.mark()
      const batch = layBatch(golds)
      rowsNow = batch.types.length
      masks = []
      const input = inputOf(batch.words)
      const encoding = encode(network, {
        input,
        types: batch.types,
        sentence: batch.sentence,
        after: drop,
      })
      const dTags = arena.take(rowsNow * tagColumns)
      let loss = tagLoss(encoding.tags.data, batch.golds, dTags.data)
      const dSlots = arena.take(rowsNow * slotColumns)
      parse.exploration = exploration
      for (const one of batch.golds) loss += parse.add(one, encoding.slots, dSlots)
      const dTop = arena.take(rowsNow * width)
      const top = encoding.outputs[layers.length]!
      layerBack('wTag', top, { dOut: dTags, dIn: dTop })
      biasBack('bTag', dTags)
      layerBack('wSlot', top, { dOut: dSlots, dIn: dTop })
      update(batch.words, encoderBack(batch, encoding, { input, dTop }), rate)
      arena.release(mark)
      return loss
    },
  }
}

/** Small random weights, larger ones in rows that are summed, no biases. */
function freshParameters(arena: Arena, shape: Shape, random: () => number): Record<string, Block> {
  const parameters: Record<string, Block> = {}
  for (const { name, rows, columns } of parameterSizes(shape)) {
    const block = arena.take(rows * columns)
    const isWeights = name.startsWith('w')
    const scale = isWeights ? Math.sqrt(6 / (rows + columns)) : name.startsWith('b') ? 0 : 0.1
    block.data.forEach((_, i) => (block.data[i] = (random() * 2 - 1) * scale))
    parameters[name] = block
  }
  shape.layers.forEach((kind, i) => {
    if (kind === 'memory') openGates(parameter(parameters, `b${i + 1}`))
  })
  return parameters
}

function addNumbers(to: Float32Array, from: Float32Array, at: number): void {
  for (let i = 0; i < from.length; i += 1) to[at + i] = to[at + i]! + from[i]!
}
