import { evidenceAt, type Time } from '../../records/index.ts'
import { firstTokenFrom, type Document } from '../../text/index.ts'
import type { Beside } from './when-where.ts'

/** Times of one sentence, in order of text; two that bound a stretch ("between 3 and 7 March", "from Monday to Friday", "3-7 March") are one that reaches from the first to the last. */
export function withStretches(document: Document, times: readonly Beside<Time>[]): Beside<Time>[] {
  const joined: Beside<Time>[] = []
  for (const time of times) {
    const before = joined.at(-1)
    const stretch = before && stretchOf(document, before, time)
    if (stretch) joined[joined.length - 1] = stretch
    else joined.push(time)
  }
  return joined
}

function stretchOf(
  document: Document,
  first: Beside<Time>,
  last: Beside<Time>,
): Beside<Time> | undefined {
  const { earliest } = first.record
  const { latest } = last.record
  if (!areDays(first, last) || earliest === undefined || latest === undefined) return undefined
  if (earliest > latest || !isStretch(document, first, last)) return undefined
  const span = { start: first.evidence.start, end: last.evidence.end }
  return {
    ...last,
    record: { ...last.record, earliest },
    evidence: evidenceAt(document.text, span),
  }
}

function areDays(...times: readonly Beside<Time>[]): boolean {
  return times.every(
    ({ record: { type }, evidence }) => type === 'date' && evidence.in === undefined,
  )
}

/** Words that lead to a stretch, with what may stand between its ends. */
const LINKS: ReadonlyMap<string, RegExp> = new Map([
  ['between', /^ and $/],
  ['from', /^ (?:to|until|till|through) $/],
])

function isStretch(
  document: Document,
  { evidence: first }: Beside<Time>,
  { evidence: last }: Beside<Time>,
): boolean {
  if (last.start - first.end > 9) return false
  const between = document.text.slice(first.end, last.start)
  if (/^ ?[-–] ?$/.test(between)) return true
  const before = document.tokens[firstTokenFrom(document, first.start) - 1]
  return LINKS.get(before?.lower ?? '')?.test(between) === true
}
