import { legal, MAY_LEFT, MAY_RIGHT, MAY_SHIFT, type State } from '../src/text/parser/state.ts'
import type { Gold } from './conllu.ts'

/** Gold arcs that each kind of action would lose, by the arc-hybrid dynamic oracle; Infinity where it may not be done. */
export function costs(
  state: State,
  gold: Gold,
  children: readonly (readonly number[])[],
): { shift: number; left: number; right: number } {
  const may = legal(state)
  const { stack, size, next } = state
  const s0 = size > 0 ? stack[size - 1]! : -1
  const s1 = size > 1 ? stack[size - 2]! : -1
  const headOf = (word: number): number => gold.heads[word] ?? -1
  // What was shifted and has no head is on the stack.
  const isOnStack = (word: number): boolean => word >= 0 && word < next && state.heads[word] === -1
  const inBuffer = (children[s0] ?? []).filter((child) => child >= next).length
  let [shift, left, right] = [Infinity, Infinity, Infinity]
  if (may & MAY_SHIFT) {
    const head = headOf(next)
    shift = (children[next] ?? []).filter(isOnStack).length
    if (head !== s0 && isOnStack(head)) shift += 1
  }
  if (may & MAY_LEFT) left = inBuffer + (headOf(s0) === s1 || headOf(s0) > next ? 1 : 0)
  if (may & MAY_RIGHT) right = inBuffer + (headOf(s0) >= next ? 1 : 0)
  return { shift, left, right }
}

/** The words that hang on each word and on the root. */
export function childrenOf(gold: Gold): number[][] {
  const children: number[][] = Array.from({ length: gold.words.length + 1 }, () => [])
  gold.heads.forEach((head, word) => children[head]?.push(word))
  return children
}
