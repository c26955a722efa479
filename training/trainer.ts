import { INPUT_WIDTH, TABLES, VECTOR_WIDTH } from '../src/text/parser/features.ts'
import { lookUp, ROOT_WORD, type WordRows } from '../src/text/parser/inputs.ts'
import * as shapes from '../src/text/parser/shape.ts'
import type { Arena, Block } from './arena.ts'
import * as net from './network.ts'
import {
  apply,
  DISTANCES,
  isDone,
  LABEL_SLOTS,
  look,
  SLOTS,
  startState,
} from '../src/text/parser/state.ts'
import type { Vectors } from '../src/text/parser/vectors.ts'
import { adamFor, step, type Adam } from './adam.ts'
import type { Gold } from './conllu.ts'
import { bestAction, putWord } from './forward.ts'
import { childrenOf, costs } from './oracle.ts'

const DROPOUT = 0.2
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
  readonly network: net.Network
  /** The numbers by name, for the model file. */
  parameters(): Readonly<Record<string, Float32Array>>
  /** Trains on one batch; gives the summed loss. */
  train(batch: readonly Gold[], options: { rate: number; exploration: number }): number
}

/** A fresh network and its trainer. */
export function openTrainer(
  arena: Arena,
  shape: shapes.Shape,
  given: { vectors: Vectors; random: () => number },
): Trainer {
  const { vectors, random } = given
  const parameters: Record<string, Block> = {}
  const gradients: Record<string, Block> = {}
  const adams: Record<string, Adam> = {}
  for (const { name, rows, columns } of shapes.parameterSizes(shape)) {
    const block = arena.take(rows * columns)
    const scale = name.startsWith('w')
      ? Math.sqrt(6 / (rows + columns))
      : name.startsWith('b')
        ? 0
        : 0.1
    block.data.forEach((_, i) => (block.data[i] = (random() * 2 - 1) * scale))
    parameters[name] = block
    gradients[name] = arena.take(rows * columns)
    adams[name] = adamFor(block.data, gradients[name].data)
  }
  const network: net.Network = { arena, shape, parameters }
  const tagIndex = new Map(shape.tags.map((tag, i) => [tag, i]))
  const labelIndex = new Map(shape.labels.map((label, i) => [label, i]))
  const words = new Map<string, WordRows>()
  const dropped = lookUp('\u0002dropped', vectors).rows[0]!
  const buffers = net.stepBuffers(shape)
  const { width, hidden, layers } = shape
  const tagColumns = shapes.padded(shape.tags.length)
  const actions = shapes.padded(shapes.actionCount(shape))
  const g = (name: string): Float32Array => gradients[name]!.data

  function wordRows(word: string): WordRows {
    let found = words.get(word)
    if (!found) words.set(word, (found = lookUp(word, vectors)))
    if (random() >= FORM_DROPOUT) return found
    return { ...found, rows: [dropped, ...found.rows.slice(1)] }
  }

  /** Tag loss: cross-entropy over joint tags; writes the gradient over the scores. */
  function tagLoss(
    scores: Float32Array,
    golds: readonly { gold: Gold; offset: number }[],
    d: Float32Array,
  ): number {
    let loss = 0
    for (const { gold, offset } of golds)
      gold.tags.forEach((tag, word) => {
        const wanted = tagIndex.get(tag)
        if (wanted === undefined) return
        const at = (offset + word) * tagColumns
        let most = -Infinity
        for (let t = 0; t < shape.tags.length; t += 1) most = Math.max(most, scores[at + t]!)
        let sum = 0
        for (let t = 0; t < shape.tags.length; t += 1)
          sum += d[at + t] = Math.exp(scores[at + t]! - most)
        for (let t = 0; t < shape.tags.length; t += 1) d[at + t] = d[at + t]! / sum
        loss -= Math.log(d[at + wanted]! + 1e-12)
        d[at + wanted] = d[at + wanted]! - 1
      })
    return loss
  }

  function parseLoss(
    contributions: Float32Array,
    { gold, offset }: { gold: Gold; offset: number },
    more: { d: Float32Array; exploration: number },
  ): number {
    const state = startState(gold.words.length)
    const children = childrenOf(gold)
    const zero = new Uint8Array(actions)
    const p = new Float32Array(actions)
    const dh = new Float32Array(hidden)
    let loss = 0
    while (!isDone(state)) {
      look(state, buffers.slots, buffers.labels)
      net.scoreStep(network, contributions, { buffers, offset })
      const cost = costs(state, gold, children)
      const least = Math.min(cost.shift, cost.left, cost.right)
      zero.fill(0)
      const top = state.stack.at(-1) ?? 0
      const label = labelIndex.get(gold.labels[top] ?? '') ?? 0
      const goldHead = gold.heads[top]
      if (cost.shift === least) zero[0] = 1
      // Where the gold arc is lost already any label serves; the gold one is taken.
      if (cost.left === least) zero[1 + 2 * label] = 1
      if (cost.right === least) zero[2 + 2 * label] = 1
      void goldHead
      const { scores, hidden: h } = buffers
      const count = shapes.actionCount(shape)
      let most = -Infinity
      for (let a = 0; a < count; a += 1) most = Math.max(most, scores[a]!)
      let [sum, right] = [0, 0]
      for (let a = 0; a < count; a += 1) {
        sum += p[a] = Math.exp(scores[a]! - most)
        if (zero[a]) right += p[a]!
      }
      loss -= Math.log(right / sum + 1e-12)
      // Gradient: p minus p restricted to the right actions.
      const out = parameters['wOut']!.data
      const gOut = g('wOut')
      const gb = g('bOut')
      for (let a = 0; a < count; a += 1) {
        p[a] = p[a]! / sum - (zero[a] ? p[a]! / (right + 1e-12) : 0)
        gb[a] = gb[a]! + p[a]!
      }
      for (let i = 0; i < hidden; i += 1) {
        const [hi, row] = [h[i]!, i * actions]
        let total = 0
        for (let a = 0; a < count; a += 1) {
          const pa = p[a]!
          total += pa * out[row + a]!
          gOut[row + a] = gOut[row + a]! + pa * hi
        }
        dh[i] = hi < 0 ? total * shapes.LEAK : total
      }
      spread(dh, more.d, offset)
      let action = bestAction(shape, scores, state)
      if (!zero[action] && random() >= more.exploration) {
        action = -1
        for (let a = 0; a < count; a += 1)
          if (zero[a] && (action < 0 || scores[a]! > scores[action]!)) action = a
      }
      apply(state, action)
    }
    return loss
  }

  /** A step's hidden gradient goes to all rows that were summed. */
  function spread(dh: Float32Array, d: Float32Array, offset: number): void {
    const add = (to: Float32Array, at: number): void => {
      for (let i = 0; i < hidden; i += 1) to[at + i] = to[at + i]! + dh[i]!
    }
    add(g('bHidden'), 0)
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const word = buffers.slots[slot]!
      if (word < 0) add(g('noSlot'), slot * hidden)
      else add(d, ((offset + word) * SLOTS + slot) * hidden)
    }
    for (let i = 0; i < LABEL_SLOTS; i += 1)
      add(g('childLabel'), (i * (shape.labels.length + 1) + buffers.labels[i]! + 1) * hidden)
    for (let i = 0; i < 2; i += 1)
      add(g('distance'), (i * DISTANCES + buffers.labels[LABEL_SLOTS + i]!) * hidden)
  }

  /** dIn += dOut · Wᵀ, dW += Xᵀ · dOut, db += dOut. */
  function linearBack(
    x: Block,
    dOut: Block,
    dIn: Block,
    spec: { w: string; b?: string; m: number; k: number; n: number },
  ): void {
    const { w, b, m, k, n } = spec
    const mark = arena.mark()
    const wT = arena.take(k * n)
    arena.transpose(parameters[w]!, wT, { m: k, k: n })
    const kp = shapes.padded(k)
    if (kp !== k) throw new RangeError('width of no eighths')
    arena.gemm([dOut, wT, dIn], { m, k: n, n: k })
    const xT = arena.take(m * k)
    arena.transpose(x, xT, { m, k })
    arena.gemm([xT, dOut, gradients[w]!], { m: k, k: m, n })
    if (b)
      for (let r = 0; r < m; r += 1)
        for (let i = 0; i < n; i += 1) g(b)[i] = g(b)[i]! + dOut.data[r * n + i]!
    arena.release(mark)
  }

  function unwindow(
    dWindow: Float32Array,
    size: number,
    sentence: Int32Array,
    to: Float32Array,
  ): void {
    for (let row = 0; row < sentence.length; row += 1)
      for (let part = -1; part <= 1; part += 1) {
        const from = row + part
        if (from < 0 || from >= sentence.length || sentence[from] !== sentence[row]) continue
        const at = (row * 3 + part + 1) * size
        for (let i = 0; i < size; i += 1)
          to[from * size + i] = to[from * size + i]! + dWindow[at + i]!
      }
  }

  return {
    network,
    parameters: () =>
      Object.fromEntries(Object.entries(parameters).map(([name, { data }]) => [name, data])),
    train(batch, { rate, exploration }) {
      const mark = arena.mark()
      const list: WordRows[] = []
      const owner: number[] = []
      const golds = batch.map((gold, at) => {
        const offset = list.length
        for (const word of [...gold.words, ROOT_WORD]) {
          list.push(wordRows(word))
          owner.push(at)
        }
        return { gold, offset }
      })
      const rows = list.length
      const sentence = Int32Array.from(owner)
      const input = arena.take(rows * INPUT_WIDTH)
      list.forEach((word, row) => putWord(parameters, word, { input: input.data, row }))
      const masks: Uint8Array[] = []
      const keep = 1 / (1 - DROPOUT)
      const encoding = net.encode(network, {
        input,
        sentence,
        after: (_, output) => {
          const mask = new Uint8Array(output.length)
          for (let i = 0; i < output.length; i += 1) {
            mask[i] = random() < DROPOUT ? 0 : 1
            output[i] = mask[i] ? output[i]! * keep : 0
          }
          masks.push(mask)
        },
      })
      const dTags = arena.take(rows * tagColumns)
      let loss = tagLoss(encoding.tags.data, golds, dTags.data)
      const dSlots = arena.take(rows * SLOTS * hidden)
      for (const one of golds)
        loss += parseLoss(encoding.slots.data, one, { d: dSlots.data, exploration })
      let dTop = arena.take(rows * width)
      const last = encoding.outputs[layers]!
      linearBack(last, dTags, dTop, { w: 'wTag', b: 'bTag', m: rows, k: width, n: tagColumns })
      linearBack(last, dSlots, dTop, { w: 'wSlot', m: rows, k: width, n: SLOTS * hidden })
      for (let layer = layers; layer >= 0; layer -= 1) {
        const size = layer === 0 ? INPUT_WIDTH : width
        const [output, mask] = [encoding.outputs[layer]!.data, masks[layer]!]
        const below = layer > 0 ? encoding.outputs[layer - 1]!.data : undefined
        const dSum = arena.take(rows * width)
        const dBelow = arena.take(rows * size)
        for (let i = 0; i < output.length; i += 1) {
          if (!mask[i]) continue
          const d = dTop.data[i]! * keep
          const active = output[i]! / keep - (below ? below[i]! : 0)
          dSum.data[i] = active < 0 ? d * shapes.LEAK : d
          if (below) dBelow.data[i] = d
        }
        const dWindow = arena.take(rows * 3 * size)
        linearBack(encoding.windows[layer]!, dSum, dWindow, {
          w: `w${layer}`,
          b: `b${layer}`,
          m: rows,
          k: 3 * size,
          n: width,
        })
        unwindow(dWindow.data, size, sentence, dBelow.data)
        dTop = dBelow
      }
      updateTables(list, dTop.data, rate)
      for (const { name } of shapes.parameterSizes(shape))
        if (!TABLES.some((table) => table.name === name))
          step(adams[name]!, rate, { from: 0, to: parameters[name]!.data.length })
      arena.release(mark)
      return loss
    },
  }

  function updateTables(list: readonly WordRows[], d: Float32Array, rate: number): void {
    const touched = TABLES.map(() => new Set<number>())
    list.forEach((word, row) => {
      let at = row * INPUT_WIDTH
      if (!word.vector)
        for (let i = 0; i < VECTOR_WIDTH; i += 1) g('unknown')[i] = g('unknown')[i]! + d[at + i]!
      at += VECTOR_WIDTH
      TABLES.forEach(({ name, width: size }, table) => {
        const to = word.rows[table]! * size
        const gradient = g(name)
        for (let i = 0; i < size; i += 1) gradient[to + i] = gradient[to + i]! + d[at + i]!
        touched[table]!.add(word.rows[table]!)
        at += size
      })
    })
    TABLES.forEach(({ name, width: size }, table) => {
      for (const row of touched[table]!)
        step(adams[name]!, rate, { from: row * size, to: (row + 1) * size })
    })
  }
}
