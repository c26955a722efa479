/** A parse while it is repaired: words with tags, heads (-1 for the root) and relations, of which heads and relations change. */
export interface LooseTree {
  readonly words: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: number[]
  readonly deprels: string[]
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

/** Whether a word has a dependent of some relations. */
export function hasChild({ heads, deprels }: LooseTree, word: number, relations: RegExp): boolean {
  return heads.some((head, child) => head === word && relations.test(deprels[child] ?? ''))
}

/** Whether a word is above another, or the same. */
export function isAbove(heads: readonly number[], above: number, at: number): boolean {
  for (let up = at, steps = 0; up >= 0 && steps <= heads.length; steps += 1) {
    if (up === above) return true
    up = heads[up] ?? -1
  }
  return false
}
