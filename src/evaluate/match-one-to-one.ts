/** Two matched elements by their places in the lists. */
export interface Match {
  readonly left: number
  readonly right: number
}

/** Pairs of two lists, the most alike first, each element once; a likeness of 0 is none. Ties go to the earlier elements. */
export function matchOneToOne<L, R>(
  left: readonly L[],
  right: readonly R[],
  likeness: (left: L, right: R) => number,
): Match[] {
  const candidates: (Match & { readonly value: number })[] = []
  left.forEach((one, i) => {
    right.forEach((other, j) => {
      const value = likeness(one, other)
      if (value > 0) candidates.push({ left: i, right: j, value })
    })
  })
  candidates.sort((a, b) => b.value - a.value || a.left - b.left || a.right - b.right)
  const taken = { left: new Set<number>(), right: new Set<number>() }
  return candidates.filter((match) => {
    if (taken.left.has(match.left) || taken.right.has(match.right)) return false
    taken.left.add(match.left)
    taken.right.add(match.right)
    return true
  })
}
