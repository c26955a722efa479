import type { Analysis } from '../language-model.ts'
import type { Layout } from './encoder.ts'
import type { Workspace } from './kernels.ts'
import { actionCount, padded } from './shape.ts'
import {
  apply,
  DISTANCES,
  isDone,
  LABEL_SLOTS,
  look,
  SLOTS,
  startState,
  type State,
} from './state.ts'

/** Rows that a step sums: slots, child labels, two distances, the bias. */
const ROWS = SLOTS + LABEL_SLOTS + 3

/** A greedy parser over what the encoder left at `slots`. */
export function openParser(
  space: Workspace,
  layout: Layout,
  slots: number,
): (length: number) => Pick<Analysis, 'heads' | 'deprels'> {
  const { kernels, int32 } = space
  const { hidden, labels } = layout.shape
  const actions = actionCount(layout.shape)
  const columns = padded(actions)
  const [active, scores] = [space.take(hidden * 2), space.take(columns * 4)]
  const seen = { slots: new Int32Array(SLOTS), labels: new Int32Array(LABEL_SLOTS + 2) }
  const rows = openRows(space, layout, slots)
  return (length) => {
    const state = startState(length)
    while (!isDone(state)) {
      look(state, seen.slots, seen.labels)
      rows.place(seen)
      const { outWeights, outBias } = layout
      kernels.step(rows.at, ROWS, active, hidden, outWeights, outBias, scores, columns)
      apply(state, bestAction(int32, scores >> 2, { state, actions }))
    }
    return treeOf(state, labels)
  }
}

interface Seen {
  readonly slots: Int32Array
  readonly labels: Int32Array
}

/** The list of places of the rows that a step sums. */
function openRows(
  { int32, take }: Workspace,
  { shape, noSlot, childLabel, distance, hiddenBias }: Layout,
  slots: number,
): { readonly at: number; place(seen: Seen): void } {
  const at = take(ROWS * 4)
  const row = shape.hidden * 2
  const labels = shape.labels.length + 1
  int32[(at >> 2) + ROWS - 1] = hiddenBias
  return {
    at,
    place(seen) {
      let to = at >> 2
      for (let slot = 0; slot < SLOTS; slot += 1) {
        const word = seen.slots[slot] ?? -1
        int32[to++] = word < 0 ? noSlot + slot * row : slots + (word * SLOTS + slot) * row
      }
      for (let i = 0; i < LABEL_SLOTS; i += 1)
        int32[to++] = childLabel + (i * labels + (seen.labels[i] ?? -1) + 1) * row
      for (let i = 0; i < 2; i += 1)
        int32[to++] = distance + (i * DISTANCES + (seen.labels[LABEL_SLOTS + i] ?? 0)) * row
    },
  }
}

/** The best action that may be done: shift, or left or right with a label. */
function bestAction(
  scores: Int32Array,
  at: number,
  { state, actions }: { state: State; actions: number },
): number {
  const { stack, next, length } = state
  const atRoot = next === length
  let best = atRoot ? -1 : 0
  const consider = (from: number): void => {
    for (let action = from; action < actions; action += 2)
      if (best < 0 || (scores[at + action] ?? 0) > (scores[at + best] ?? 0)) best = action
  }
  if (stack.length > 0 && (!atRoot || stack.length === 1)) consider(1)
  if (stack.length > 1) consider(2)
  return best
}

function treeOf(
  { heads, labels: found, length }: State,
  labels: readonly string[],
): Pick<Analysis, 'heads' | 'deprels'> {
  const isRoot = (word: number): boolean => heads[word] === length
  return {
    heads: Array.from({ length }, (_, word) => (isRoot(word) ? -1 : (heads[word] ?? -1))),
    deprels: Array.from({ length }, (_, word) =>
      isRoot(word) ? 'root' : (labels[found[word] ?? 0] ?? 'dep'),
    ),
  }
}
