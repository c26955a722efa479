import type { Analysis } from './language-model.ts'

/** A parse while it is repaired: words with tags, heads (-1 for the root) and relations, of which heads and relations change. */
export interface LooseTree {
  readonly words: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: number[]
  readonly deprels: string[]
}

/** Puts one thing right where it stands at a word, and says whether it did. */
export type TreeRepair = (tree: LooseTree, at: number) => boolean

/** Repairs by the relation of the word that they look at. */
export type TreeRepairs = Readonly<Record<string, readonly TreeRepair[]>>

/** A parse after some work on a copy of its tree; the parse itself where the work changed nothing. */
export function mend(
  words: readonly string[],
  analysis: Analysis,
  work: (tree: LooseTree) => boolean,
): Analysis {
  const { upos, xpos } = analysis
  const tree = { words, upos, xpos, heads: [...analysis.heads], deprels: [...analysis.deprels] }
  return work(tree) ? { upos, xpos, heads: tree.heads, deprels: tree.deprels } : analysis
}

/** Goes through the words once; at each the first repair of its relation that fits is made. */
export function mendByRelation(
  words: readonly string[],
  analysis: Analysis,
  repairs: TreeRepairs,
): Analysis {
  return mend(words, analysis, (tree) => {
    let changed = false
    for (let at = 0; at < words.length; at += 1) changed = mendAt(tree, at, repairs) || changed
    return changed
  })
}

const NONE: readonly TreeRepair[] = []

/** Makes the first repair that fits at a word. */
export function mendAt(tree: LooseTree, at: number, repairs: TreeRepairs): boolean {
  for (const repair of repairs[tree.deprels[at] ?? ''] ?? NONE) if (repair(tree, at)) return true
  return false
}

/** A word takes the place of one above it; what hung on that one, but for its name and marks, hangs on the word. */
export function raiseAbove({ heads, deprels }: LooseTree, at: number, above: number): void {
  heads[at] = heads[above] ?? -1
  deprels[at] = deprels[above] ?? 'dep'
  heads.forEach((head, child) => {
    if (
      head === above &&
      child !== at &&
      !/^(flat|case|compound|advmod)/.test(deprels[child] ?? '')
    )
      heads[child] = at
  })
  heads[above] = at
}

/** Whether a number stands before a noun. */
export function isCounted(tree: LooseTree, noun: number): boolean {
  return hasBefore(tree, noun, 'nummod')
}

/** Whether a word has a dependent of a relation among the eight words before it. */
export function hasBefore({ heads, deprels }: LooseTree, noun: number, relation: string): boolean {
  for (let at = noun - 1; at >= Math.max(0, noun - 8); at -= 1)
    if (heads[at] === noun && deprels[at] === relation) return true
  return false
}

/** What hangs on what, and how. */
type Relations = Pick<LooseTree, 'heads' | 'deprels'>

/** The first dependent of a word in some relations; -1 where it has none. */
export function childOf({ heads, deprels }: Relations, word: number, relations: RegExp): number {
  return heads.findIndex((head, child) => head === word && relations.test(deprels[child] ?? ''))
}

/** Whether a word has a dependent of some relations. */
export function hasChild(tree: Relations, word: number, relations: RegExp): boolean {
  return childOf(tree, word, relations) >= 0
}

/** Whether a word is above another, or the same. */
export function isAbove(heads: readonly number[], above: number, at: number): boolean {
  for (let up = at, steps = 0; up >= 0 && steps <= heads.length; steps += 1) {
    if (up === above) return true
    up = heads[up] ?? -1
  }
  return false
}
