import type { Evidence, Span } from '../records/index.ts'

const WORD_OR_SIGN = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\S/gu

/** Words (with an inner apostrophe) and single other signs: the units that spans are compared by, whoever cut the text. */
export function unitsOf(text: string): Span[] {
  return Array.from(text.matchAll(WORD_OR_SIGN), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
}

/** The units (by their places in the list) that any of the spans touches. */
export function unitsIn(spans: readonly Span[], units: readonly Span[]): Set<number> {
  const found = new Set<number>()
  for (const { start, end } of spans) {
    for (let at = firstEndingAfter(units, start); (units[at]?.start ?? end) < end; at += 1)
      found.add(at)
  }
  return found
}

/** The first unit that ends after an offset. */
function firstEndingAfter(units: readonly Span[], offset: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

export function countShared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let both = 0
  for (const member of a) if (b.has(member)) both += 1
  return both
}

/** Shared members over all members; 0 for two empty sets. */
export function overlapOf<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const both = countShared(a, b)
  return both === 0 ? 0 : both / (a.size + b.size - both)
}

export function sameMembers<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && countShared(a, b) === a.size
}

/** The spans of evidence in the text; gold knows no titles. */
export function inText(evidence: readonly Evidence[] | undefined): Span[] {
  return (evidence ?? []).filter((one) => one.in !== 'title')
}
