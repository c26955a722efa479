import { legal, type State } from '../src/text/parser/state.ts'
import type { Gold } from './conllu.ts'

/** Gold arcs that each kind of action would lose, by the arc-hybrid dynamic oracle; Infinity where it may not be done. */
export function costs(
  state: State,
  gold: Gold,
  children: readonly (readonly number[])[],
): { shift: number; left: number; right: number } {
  const may = legal(state)
  const { stack, next } = state
  const s0 = stack.at(-1) ?? -1
  const s1 = stack.at(-2) ?? -1
  const headOf = (word: number): number => gold.heads[word] ?? -1
  const inBuffer = (children[s0] ?? []).filter((child) => child >= next).length
  const onStack = new Set(stack)
  let [shift, left, right] = [Infinity, Infinity, Infinity]
  if (may.shift) {
    const head = headOf(next)
    shift = (children[next] ?? []).filter((child) => onStack.has(child)).length
    if (head !== s0 && onStack.has(head)) shift += 1
  }
  if (may.left) left = inBuffer + (headOf(s0) === s1 || headOf(s0) > next ? 1 : 0)
  if (may.right) right = inBuffer + (headOf(s0) >= next ? 1 : 0)
  return { shift, left, right }
}

/** The words that hang on each word and on the root. */
export function childrenOf(gold: Gold): number[][] {
  const children: number[][] = Array.from({ length: gold.words.length + 1 }, () => [])
  gold.heads.forEach((head, word) => children[head]?.push(word))
  return children
}
