/** The parser's state over one sentence: arc-hybrid, with the root as the buffer's last word (index `length`). Typed arrays, used again for each sentence. */
export interface State {
  length: number
  /** The buffer's first word. */
  next: number
  /** Words on the stack. */
  size: number
  readonly stack: Int32Array
  /** Head and label of each word, -1 where it has none yet. */
  readonly heads: Int32Array
  readonly labels: Int32Array
  /** The two children found last at the left and right of each word, the last one first; -1 for none. */
  readonly left: Int32Array
  readonly right: Int32Array
}

export const SHIFT = 0
/** Words that the next step looks at, labels of found children, and distances. */
export const SLOTS = 14
export const LABEL_SLOTS = 9
export const DISTANCES = 10
/** What may be done, as bits. */
export const [MAY_SHIFT, MAY_LEFT, MAY_RIGHT] = [1, 2, 4] as const

/** Room for sentences of up to so many words. */
export function openState(most: number): State {
  return {
    length: 0,
    next: 0,
    size: 0,
    stack: new Int32Array(most + 1),
    heads: new Int32Array(most),
    labels: new Int32Array(most),
    left: new Int32Array(2 * most + 2),
    right: new Int32Array(2 * most + 2),
  }
}

/** Nothing read yet. */
export function restart(state: State, length: number): void {
  state.length = length
  state.next = 0
  state.size = 0
  state.heads.fill(-1, 0, length)
  state.labels.fill(-1, 0, length)
  state.left.fill(-1, 0, 2 * length + 2)
  state.right.fill(-1, 0, 2 * length + 2)
}

/** Whether every word has its head. */
export function isDone({ size, next, length }: State): boolean {
  return size === 0 && next === length
}

/** Which of shift, left and right may be done; the root takes one child. */
export function legal({ size, next, length }: State): number {
  const right = size > 1 ? MAY_RIGHT : 0
  if (next === length) return right | (size === 1 ? MAY_LEFT : 0)
  return MAY_SHIFT | right | (size > 0 ? MAY_LEFT : 0)
}

/** Does an action: 0 shifts, odd ones take the stack's top to the buffer's first (left), even ones to the word under it (right). */
export function apply(state: State, action: number): void {
  const { stack, next } = state
  if (action === SHIFT) {
    stack[state.size] = next
    state.size += 1
    state.next += 1
    return
  }
  state.size -= 1
  const child = stack[state.size] ?? 0
  const isLeft = (action & 1) === 1
  const head = isLeft ? next : (stack[state.size - 1] ?? next)
  state.heads[child] = head
  state.labels[child] = (action - 1) >> 1
  const children = isLeft ? state.left : state.right
  children[2 * head + 1] = children[2 * head] ?? -1
  children[2 * head] = child
}

/** Fills the words of the slots (-1 for none), the labels of children (-1 for none) and the distances. */
export function look(state: State, slots: Int32Array, labels: Int32Array): void {
  const { stack, size, next, length, left, right } = state
  const s0 = size > 0 ? (stack[size - 1] ?? -1) : -1
  const s1 = size > 1 ? (stack[size - 2] ?? -1) : -1
  slots[0] = s0
  slots[1] = s1
  slots[2] = size > 2 ? (stack[size - 3] ?? -1) : -1
  slots[3] = next
  slots[4] = next < length ? next + 1 : -1
  slots[5] = child(left, s0, 0)
  slots[6] = child(right, s0, 0)
  slots[7] = child(left, s0, 1)
  slots[8] = child(right, s0, 1)
  slots[9] = child(left, s1, 0)
  slots[10] = child(right, s1, 0)
  slots[11] = child(left, s1, 1)
  slots[12] = child(right, s1, 1)
  slots[13] = child(left, next, 0)
  for (let i = 0; i < LABEL_SLOTS; i += 1) {
    const word = slots[SLOTS - LABEL_SLOTS + i] ?? -1
    labels[i] = word < 0 ? -1 : (state.labels[word] ?? -1)
  }
  labels[9] = distance(s0, next)
  labels[10] = distance(s1, s0)
}

function child(children: Int32Array, word: number, which: 0 | 1): number {
  return word < 0 ? -1 : (children[2 * word + which] ?? -1)
}

function distance(from: number, to: number): number {
  if (from < 0 || to < 0) return 0
  return Math.min(DISTANCES - 1, Math.abs(to - from))
}
