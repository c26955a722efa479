import type { Span, Statement } from '../../records/index.ts'

interface Part extends Span {
  readonly id: string
  /** Of the statement, in their order. */
  readonly index: number
  /** Of the whole content, in UTF-16 units. */
  readonly width: number
}

/** Statements with `within`: the nearest one around whose content holds the cue (or, without cue, the content). One sweep. */
export function withNesting(statements: readonly Statement[]): Statement[] {
  const widths = statements.map(({ content }) => widthOf(content))
  const parts = statements
    .flatMap(({ id, content }, index): Part[] =>
      content.map(({ start, end }) => ({ id, index, start, end, width: widths[index] ?? 0 })),
    )
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
    const around = findAround(open, span, { index, width: widths[index] ?? 0 })
    if (around) outer.set(index, around)
  }
  return statements.map((statement, index) => {
    const within = outer.get(index)
    return within === undefined ? statement : { ...statement, within }
  })
}

/** Parts deeper than this are not searched: no language nests so far. */
const DEEPEST = 8

/** The nearest part around that is of a wider statement (of two alike the first): so no statement lies in itself by way of another. */
function findAround(
  open: readonly Part[],
  { start, end }: Span,
  own: Pick<Part, 'index' | 'width'>,
): string | undefined {
  for (let at = open.length - 1; at >= Math.max(0, open.length - DEEPEST); at -= 1) {
    const part = open[at]
    if (part && isWider(part, own) && part.start <= start && end <= part.end) return part.id
  }
  return undefined
}

function isWider(part: Part, own: Pick<Part, 'index' | 'width'>): boolean {
  return part.width > own.width || (part.width === own.width && part.index < own.index)
}

function widthOf(content: readonly Span[]): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0)
}

function anchorOf({ cue, content }: Statement): Span {
  return cue?.evidence[0] ?? content[0] ?? { start: 0, end: 0 }
}
