import type { ReviewPart } from '../../../../src/review/index.ts'
import { lookOf, type Family } from './families.ts'
import type { Paragraph } from './paragraphs.ts'

/** Words of a text that say a value. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly family: Family
  readonly tag: string
  /** Id of the part that they say. */
  readonly part: string
}

/** Fields that only repeat the words of their event or statement: no marks of their own. */
const REPEATED: ReadonlySet<string> = new Set(['kind', 'status', 'stance', 'content'])

/** The marks of a text (or a title) in order; what is said in a statement is a mark too, the widest of all. */
export function marksOf(parts: readonly ReviewPart[], where?: 'title'): Mark[] {
  const marks = parts
    .filter(({ field }) => !REPEATED.has(field))
    .flatMap(({ id, field, evidence }) =>
      evidence
        .filter((words) => words.in === where)
        .map(({ start, end }) => ({ start, end, part: id, ...lookOf(field) })),
    )
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The most specific mark over an offset: the shortest. */
export function markAt(marks: readonly Mark[], offset: number): Mark | undefined {
  let best: Mark | undefined
  for (const mark of marks) {
    if (mark.start > offset) break
    if (offset < mark.end && (!best || mark.end - mark.start < best.end - best.start)) best = mark
  }
  return best
}

/** A piece of a paragraph that one mark, or none, stands over. */
export interface Piece {
  readonly text: string
  readonly mark?: Mark
}

/** A paragraph cut where marks begin and end, for whoever cannot see highlights. A piece is the part's that is looked at, else that of the shortest mark over it. */
export function piecesOf(
  { start, end, text }: Paragraph,
  marks: readonly Mark[],
  current?: string,
): Piece[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  const own = inside.filter(({ part }) => part === current)
  const cuts = new Set([start, end])
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start))
    cuts.add(Math.min(end, mark.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end
    const mark = markAt(own, from) ?? markAt(inside, from)
    return { text: text.slice(from - start, to - start), ...(mark && { mark }) }
  })
}
