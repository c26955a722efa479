import { keyString } from '../../base/key-string.ts'
import type { Analysis } from '../language-model.ts'
import { LONGEST, type Encoder } from './encoder.ts'
import type { Workspace } from './kernels.ts'
import type { Layout } from './layout.ts'
import { actionCount, padded } from './shape.ts'
import {
  apply,
  DISTANCES,
  isDone,
  LABEL_SLOTS,
  legal,
  look,
  MAY_LEFT,
  MAY_SHIFT,
  openState,
  restart,
  SHIFT,
  SLOTS,
  type State,
} from './state.ts'

/** Rows that a step sums: slots, child labels, two distances, the bias. */
const ROWS = SLOTS + LABEL_SLOTS + 3
/** Any left action: to the root its label is not looked at. */
const TO_ROOT = 1

/** A greedy parser of so many words, over what the encoder holds for them from a row on. */
export function openParser(
  space: Workspace,
  layout: Layout,
  encoder: Encoder,
): (length: number, first: number) => Pick<Analysis, 'heads' | 'deprels'> {
  const { kernels } = space
  const { hidden } = layout.shape
  const labels = layout.shape.labels.map(keyString)
  const columns = padded(actionCount(layout.shape))
  const [active, scores] = [space.take(hidden * 2), space.take(columns * 4)]
  const seen = { slots: new Int32Array(SLOTS), labels: new Int32Array(LABEL_SLOTS + 2) }
  const rows = openRows(space, layout, encoder)
  const state = openState(LONGEST)
  const { outWeights, outBias } = layout
  const score = (may: number, first: number): number => {
    look(state, seen.slots, seen.labels)
    rows.place(seen, first)
    return kernels.step(rows.at, ROWS, active, hidden, outWeights, outBias, scores, columns, may)
  }
  return (length, first) => {
    restart(state, length)
    while (!isDone(state)) {
      const may = legal(state)
      if (may === MAY_SHIFT) apply(state, SHIFT)
      else apply(state, may === MAY_LEFT ? TO_ROOT : score(may, first))
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
  encoder: Encoder,
): { readonly at: number; place(seen: Seen, first: number): void } {
  const at = take(ROWS * 4)
  const row = shape.hidden * 2
  const labels = shape.labels.length + 1
  int32[(at >> 2) + ROWS - 1] = hiddenBias
  return {
    at,
    place(seen, first) {
      let to = at >> 2
      for (let slot = 0; slot < SLOTS; slot += 1) {
        const word = seen.slots[slot] ?? -1
        int32[to++] = word < 0 ? noSlot + slot * row : encoder.slotOf(first + word, slot)
      }
      for (let i = 0; i < LABEL_SLOTS; i += 1)
        int32[to++] = childLabel + (i * labels + (seen.labels[i] ?? -1) + 1) * row
      for (let i = 0; i < 2; i += 1)
        int32[to++] = distance + (i * DISTANCES + (seen.labels[LABEL_SLOTS + i] ?? 0)) * row
    },
  }
}

function treeOf(
  { heads: above, labels: found, length }: State,
  names: readonly string[],
): Pick<Analysis, 'heads' | 'deprels'> {
  const [heads, deprels]: [number[], string[]] = [[], []]
  for (let word = 0; word < length; word += 1) {
    const head = above[word] ?? length
    heads.push(head === length ? -1 : head)
    deprels.push(head === length ? 'root' : (names[found[word] ?? 0] ?? 'dep'))
  }
  return { heads, deprels }
}
