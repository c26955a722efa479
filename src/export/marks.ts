import type { Evidence, Span } from '../records/index.ts'
import type { Entry, MarkKind, Outline } from './outline.ts'

/** Words of the report that tell a value; `number` is that of the record. */
export interface Mark extends Span {
  readonly kind: MarkKind
  readonly number: number
}

/** A stretch of the text with the innermost mark over it. */
export interface Piece extends Span {
  readonly mark?: Mark
}

/** The marks of events and statements in order of text, the outer before the inner. What somebody said is too long to mark. */
export function marksOf({ events, statements }: Outline): Mark[] {
  const marks = [
    ...[...events, ...statements].flatMap((entry) => [
      ...marksAt(entry, entry.kind, entry.titled),
      ...entry.rows.flatMap(({ kind, evidence }) => (kind ? marksAt(entry, kind, evidence) : [])),
    ]),
  ]
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number)
}

function marksAt({ number }: Entry, kind: MarkKind, evidence: readonly Evidence[]): Mark[] {
  const inText = evidence.filter((one) => one.in === undefined)
  return inText.map(({ start, end }) => ({ start, end, kind, number }))
}

/** The whole text in pieces that each lie under one innermost mark, or none: cut wherever a mark begins or ends, and `also` elsewhere. */
export function piecesOf(
  length: number,
  marks: readonly Mark[],
  also: Iterable<number> = [],
): Piece[] {
  const cuts = new Set([0, length, ...also])
  for (const { start, end } of marks) cuts.add(start).add(end)
  const bounds = [...cuts].sort((a, b) => a - b)
  const pieces: Piece[] = []
  const open: Mark[] = []
  let next = 0
  for (const [i, start] of bounds.slice(0, -1).entries()) {
    for (let mark = marks[next]; mark && mark.start === start; mark = marks[next]) {
      open.push(mark)
      next += 1
    }
    while ((open.at(-1)?.end ?? Infinity) <= start) open.pop()
    const mark = open.findLast(({ end }) => end > start)
    pieces.push({ start, end: bounds[i + 1] ?? length, ...(mark && { mark }) })
  }
  return pieces
}
