/** Things that are one when anything joins them, whatever the order of joining (disjoint sets). */
export interface Joined {
  join(a: string, b: string): void
  /** The sets, each and all in the order of the things. */
  sets(): string[][]
}

export function joinedSets(things: readonly string[]): Joined {
  const order = new Map(things.map((thing, i) => [thing, i]))
  const parent = things.map((_, i) => i)
  const rootOf = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  return {
    join(a, b) {
      const [x, y] = [order.get(a), order.get(b)]
      if (x === undefined || y === undefined) return
      const [first, second] = [rootOf(x), rootOf(y)].sort((p, q) => p - q)
      if (first !== undefined && second !== undefined) parent[second] = first
    },
    sets() {
      const sets = new Map<number, string[]>()
      things.forEach((thing, i) => {
        const root = rootOf(i)
        sets.set(root, [...(sets.get(root) ?? []), thing])
      })
      return [...sets.values()]
    },
  }
}
