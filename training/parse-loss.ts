import {
  apply,
  DISTANCES,
  isDone,
  LABEL_SLOTS,
  legal,
  look,
  MAY_LEFT,
  MAY_RIGHT,
  MAY_SHIFT,
  openState,
  restart,
  SLOTS,
  type State,
} from '../src/text/parser/state.ts'
import { actionCount, padded } from '../src/text/parser/shape.ts'
import type { Block } from './arena.ts'
import type { Gold } from './conllu.ts'
import { childrenOf, costs } from './oracle.ts'
import { parameter, type Network, type Parameters } from './network.ts'

/** Rows that a step sums: slots, child labels, two distances, the bias. */
const ROWS = SLOTS + LABEL_SLOTS + 3

/** A sentence whose first row of the slots' shares is `offset`. */
export interface Placed {
  readonly gold: Gold
  readonly offset: number
}

/** The bit of what an action does. */
function kindOf(action: number): number {
  if (action === 0) return MAY_SHIFT
  return action & 1 ? MAY_LEFT : MAY_RIGHT
}

/** Longest sentence of a treebank. */
const LONGEST = 1000

export interface ParseLoss {
  /** Parses a sentence along its dynamic oracle; adds to the gradients of all parameters and to `d`, that of the slots' shares; gives the loss. */
  add(sentence: Placed, shares: Block, d: Block): number
  /** How often the parser's own wrong step is followed. */
  exploration: number
}

/** The parser's side of training: summed cross-entropy over all zero-cost actions. */
export function openParseLoss(
  { arena, shape, parameters }: Network,
  gradients: Parameters,
  random: () => number,
): ParseLoss {
  const { kernels, int32 } = arena
  const { hidden: width, labels } = shape
  const [count, columns] = [actionCount(shape), padded(actionCount(shape))]
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const state = openState(LONGEST)
  const seen = { slots: new Int32Array(SLOTS), labels: new Int32Array(LABEL_SLOTS + 2) }
  const [hidden, scores, d] = [arena.take(width), arena.take(columns), arena.take(columns)]
  const [places, gradientPlaces] = [arena.take(ROWS).at, arena.take(ROWS).at]
  const [out, bias] = [parameter(parameters, 'wOut'), parameter(parameters, 'bOut')]
  const [outGradient, biasGradient] = [parameter(gradients, 'wOut'), parameter(gradients, 'bOut')]

  /** The places of the rows that a step sums, of the parameters or their gradients. */
  const place = (to: number, from: Parameters, shares: number): void => {
    const [missing, childLabel, distance] = ['noSlot', 'childLabel', 'distance'].map(
      (name) => parameter(from, name).at,
    ) as [number, number, number]
    const row = width * 4
    let at = to >> 2
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const word = seen.slots[slot]!
      int32[at++] = word < 0 ? missing + slot * row : shares + (word * SLOTS + slot) * row
    }
    for (let i = 0; i < LABEL_SLOTS; i += 1)
      int32[at++] = childLabel + (i * (labels.length + 1) + seen.labels[i]! + 1) * row
    for (let i = 0; i < 2; i += 1)
      int32[at++] = distance + (i * DISTANCES + seen.labels[LABEL_SLOTS + i]!) * row
    int32[at] = parameter(from, 'bHidden').at
  }

  /** Marks the right actions with 1. */
  const rightActions = (state: State, { gold }: Placed, children: number[][]): Uint8Array => {
    const cost = costs(state, gold, children)
    const least = Math.min(cost.shift, cost.left, cost.right)
    const right = new Uint8Array(count)
    // Where the gold arc is lost already any label serves; the gold one is taken.
    const label = labelIndex.get(gold.labels[state.stack[state.size - 1] ?? 0] ?? '') ?? 0
    if (cost.shift === least) right[0] = 1
    if (cost.left === least) right[1 + 2 * label] = 1
    if (cost.right === least) right[2 + 2 * label] = 1
    return right
  }

  /** Writes the gradient of the scores; what may not be done takes no part. Gives the loss. */
  const softmax = (right: Uint8Array, may: number): number => {
    const [from, to] = [scores.data, d.data]
    let most = -Infinity
    for (let a = 0; a < count; a += 1) if (may & kindOf(a) && from[a]! > most) most = from[a]!
    let [sum, wanted] = [0, 0]
    for (let a = 0; a < count; a += 1) {
      const e = may & kindOf(a) ? Math.exp(from[a]! - most) : 0
      to[a] = e
      sum += e
      if (right[a] === 1) wanted += e
    }
    for (let a = 0; a < count; a += 1)
      to[a] = to[a]! / sum - (right[a] === 1 ? to[a]! / (wanted + 1e-12) : 0)
    return -Math.log(wanted / sum + 1e-12)
  }

  /** The best action of those that may be done, or of the right ones. */
  const best = (state: State, right?: Uint8Array): number => {
    const may = legal(state)
    let action = -1
    for (let a = 0; a < count; a += 1) {
      const allowed = right ? right[a] === 1 : (may & kindOf(a)) !== 0
      if (allowed && (action < 0 || scores.data[a]! > scores.data[action]!)) action = a
    }
    return action
  }

  const self: ParseLoss = {
    exploration: 0,
    add(sentence, shares, dShares) {
      restart(state, sentence.gold.words.length)
      const children = childrenOf(sentence.gold)
      const first = sentence.offset * SLOTS * width * 4
      let loss = 0
      while (!isDone(state)) {
        look(state, seen.slots, seen.labels)
        place(places, parameters, shares.at + first)
        place(gradientPlaces, gradients, dShares.at + first)
        kernels.forward(places, ROWS, hidden.at, width, out.at, bias.at, scores.at, columns)
        const right = rightActions(state, sentence, children)
        loss += softmax(right, legal(state))
        kernels.addTo(biasGradient.at, d.at, columns)
        kernels.backward(
          gradientPlaces,
          ROWS,
          hidden.at,
          width,
          out.at,
          outGradient.at,
          d.at,
          columns,
        )
        let action = best(state)
        if (right[action] !== 1 && random() >= self.exploration) action = best(state, right)
        apply(state, action)
      }
      return loss
    },
  }
  return self
}
