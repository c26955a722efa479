/** The parser's state over one sentence: arc-hybrid, with the root as the buffer's last word (index n). */
export interface State {
  readonly length: number
  readonly stack: number[]
  /** The buffer's first word. */
  next: number
  readonly heads: Int32Array
  readonly labels: Int32Array
  /** Children found so far, at the left and right of each word, nearest last. */
  readonly left: number[][]
  readonly right: number[][]
}

export const SHIFT = 0
/** Slots that the next step looks at, labels of found children among them, and distances. */
export const SLOTS = 14
export const LABEL_SLOTS = 9
export const DISTANCES = 10

/** Nothing read yet. */
export function startState(length: number): State {
  return {
    length,
    stack: [],
    next: 0,
    heads: new Int32Array(length).fill(-1),
    labels: new Int32Array(length).fill(-1),
    left: Array.from({ length: length + 1 }, () => []),
    right: Array.from({ length: length + 1 }, () => []),
  }
}

/** Whether every word has its head. */
export function isDone({ stack, next, length }: State): boolean {
  return stack.length === 0 && next === length
}

/** Which of shift, left and right may be done; the root takes one child. */
export function legal({ stack, next, length }: State): {
  shift: boolean
  left: boolean
  right: boolean
} {
  const atRoot = next === length
  return {
    shift: !atRoot,
    left: stack.length > 0 && (!atRoot || stack.length === 1),
    right: stack.length > 1,
  }
}

/** Does an action: 0 shifts, odd ones take the stack's top to the buffer's first (left), even ones to the word under it (right). */
export function apply(state: State, action: number): void {
  const { stack } = state
  if (action === SHIFT) {
    stack.push(state.next)
    state.next += 1
    return
  }
  const child = stack.pop() ?? 0
  const label = (action - 1) >> 1
  const isLeft = (action & 1) === 1
  const head = isLeft ? state.next : (stack.at(-1) ?? state.next)
  state.heads[child] = head
  state.labels[child] = label
  if (isLeft) state.left[head]?.push(child)
  else state.right[head]?.push(child)
}

/** Fills the words of the slots (-1 for none), the labels of children (-1 for none) and the distances. */
export function look(state: State, slots: Int32Array, labels: Int32Array): void {
  const { stack, next, length } = state
  const size = stack.length
  const [s0, s1, s2] = [stack[size - 1] ?? -1, stack[size - 2] ?? -1, stack[size - 3] ?? -1]
  slots[0] = s0
  slots[1] = s1
  slots[2] = s2
  slots[3] = next
  slots[4] = next < length ? next + 1 : -1
  let at = 5
  for (const word of [s0, s1]) {
    const [lefts, rights] =
      word < 0 ? [NONE, NONE] : [state.left[word] ?? NONE, state.right[word] ?? NONE]
    slots[at] = lefts.at(-1) ?? -1
    slots[at + 1] = rights.at(-1) ?? -1
    slots[at + 2] = lefts.at(-2) ?? -1
    slots[at + 3] = rights.at(-2) ?? -1
    at += 4
  }
  slots[13] = (state.left[next] ?? NONE).at(-1) ?? -1
  for (let i = 0; i < LABEL_SLOTS; i += 1) {
    const word = slots[5 + i] ?? -1
    labels[i] = word < 0 ? -1 : (state.labels[word] ?? -1)
  }
  labels[9] = distance(s0, next)
  labels[10] = distance(s1, s0)
}

const NONE: readonly number[] = []

function distance(from: number, to: number): number {
  if (from < 0 || to < 0) return 0
  return Math.min(DISTANCES - 1, Math.abs(to - from))
}
