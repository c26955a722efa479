/** What stands in both of two lists, only in the first or only in the second, in order. */
export interface Difference {
  readonly kind: 'both' | 'gone' | 'new'
  readonly items: readonly string[]
}

/** Pairs that are compared at most: beyond, all between the first and the last difference counts as replaced. */
const MOST = 4_000_000

/** The fewest differences between two lists; what was replaced is gone first and new then. */
export function differencesOf(before: readonly string[], after: readonly string[]): Difference[] {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start += 1
  let end = 0
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const [left, right] = [
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  ]
  const steps: Difference[] = [
    { kind: 'both', items: before.slice(0, start) },
    ...(left.length * right.length > MOST
      ? ([
          { kind: 'gone', items: left },
          { kind: 'new', items: right },
        ] as const)
      : middleOf(left, right)),
    { kind: 'both', items: before.slice(before.length - end) },
  ]
  return joined(steps.filter(({ items }) => items.length > 0))
}

/** One item at a time, along the longest list that both hold. */
function middleOf(before: readonly string[], after: readonly string[]): Difference[] {
  const width = after.length + 1
  // How long the longest list is that both hold from a place on.
  const longest = new Uint16Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        before[i] === after[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
  const steps: Difference[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]]
    const without = longest[(i + 1) * width + j] ?? 0
    if (one !== undefined && one === other) {
      steps.push({ kind: 'both', items: [one] })
      i += 1
      j += 1
    } else if (
      one !== undefined &&
      (other === undefined || without >= (longest[i * width + j + 1] ?? 0))
    ) {
      steps.push({ kind: 'gone', items: [one] })
      i += 1
    } else {
      steps.push({ kind: 'new', items: [other ?? ''] })
      j += 1
    }
  }
  return steps
}

/** Steps of one kind made one; between two that stand in both, what is gone comes before what is new. */
function joined(steps: readonly Difference[]): Difference[] {
  const all: Difference[] = []
  let [gone, added]: string[][] = [[], []]
  const flush = (): void => {
    if (gone && gone.length > 0) all.push({ kind: 'gone', items: gone })
    if (added && added.length > 0) all.push({ kind: 'new', items: added })
    ;[gone, added] = [[], []]
  }
  for (const { kind, items } of steps) {
    if (kind === 'gone') gone?.push(...items)
    else if (kind === 'new') added?.push(...items)
    else {
      flush()
      const last = all.at(-1)
      if (last?.kind === 'both') all[all.length - 1] = { kind, items: [...last.items, ...items] }
      else all.push({ kind, items })
    }
  }
  flush()
  return all
}
