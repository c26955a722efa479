import type { Span, Statement } from '../../records/index.ts'

interface Part extends Span {
  readonly id: string
}

/** Statements with `within`: the nearest one around whose content holds the cue (or, without cue, the content). One sweep. */
export function withNesting(statements: readonly Statement[]): Statement[] {
  const parts = statements
    .flatMap(({ id, content }): Part[] => content.map(({ start, end }) => ({ id, start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const order = statements
    .map((statement, index) => ({ index, span: anchorOf(statement) }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const outer = new Map<number, string>()
  const open: Part[] = []
  let next = 0
  for (const { index, span } of order) {
    for (let part = parts[next]; part && part.start <= span.start; part = parts[next]) {
      while (open.length > 0 && (open.at(-1)?.end ?? 0) <= part.start) open.pop()
      open.push(part)
      next += 1
    }
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= span.start) open.pop()
    const around = findAround(open, span, statements[index]?.id)
    if (around) outer.set(index, around)
  }
  return statements.map((statement, index) => {
    const within = outer.get(index)
    return within === undefined ? statement : { ...statement, within }
  })
}

/** Parts deeper than this are not searched: no language nests so far. */
const DEEPEST = 8

function findAround(open: readonly Part[], { start, end }: Span, own?: string): string | undefined {
  for (let at = open.length - 1; at >= Math.max(0, open.length - DEEPEST); at -= 1) {
    const part = open[at]
    if (part && part.id !== own && part.start <= start && end <= part.end) return part.id
  }
  return undefined
}

function anchorOf({ cue, content }: Statement): Span {
  return cue?.evidence[0] ?? content[0] ?? { start: 0, end: 0 }
}
