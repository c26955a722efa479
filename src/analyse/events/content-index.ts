import type { Span, Statement } from '../../records/index.ts'

/** Finds the statements whose content holds a span, the widest first, without a look at all of them. */
export function indexContent(statements: readonly Statement[]): (span: Span) => Statement[] {
  const widths = new Map(statements.map((statement) => [statement, widthOf(statement)]))
  const parts = statements
    .flatMap(({ content }, statement) =>
      content.filter((span) => span.in === undefined).map((span) => ({ statement, ...span })),
    )
    .sort((a, b) => a.start - b.start)
  // The farthest end of a part and all before it: where that falls short, none before reaches the span.
  const reach = new Float64Array(parts.length)
  parts.forEach(({ end }, at) => (reach[at] = Math.max(end, reach[at - 1] ?? 0)))
  return ({ start, end }) => {
    const found: number[] = []
    for (let at = countFrom(parts, start) - 1; (reach[at] ?? -1) >= end; at -= 1) {
      const part = parts[at]
      if (part && part.end >= end && !found.includes(part.statement)) found.push(part.statement)
    }
    return found
      .sort((a, b) => a - b)
      .flatMap((statement) => statements[statement] ?? [])
      .sort((a, b) => (widths.get(b) ?? 0) - (widths.get(a) ?? 0))
  }
}

/** How many parts begin at or before an offset. */
function countFrom(parts: readonly Span[], offset: number): number {
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function widthOf({ content }: Statement): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0)
}
