import type { Reading, Span } from '../records/index.ts'

/** Letters in a row that nobody writes by chance as somebody else did. */
const LONGEST = 60

/** Whether a case has so much of a report's words in a row that it holds somebody's text, not one's own. */
export function holdsWordsOf(text: string, report: string): boolean {
  const [own, theirs] = [plain(text), plain(report)]
  if (theirs.length <= LONGEST) return own.includes(theirs)
  for (let at = 0; at + LONGEST <= own.length; at += 1)
    if (theirs.includes(own.slice(at, at + LONGEST))) return true
  return false
}

/** Names of actors and places at some words of a report that a case still has: as a rule they are to be replaced. */
export function namesKept(
  text: string,
  { actors, places }: Pick<Reading, 'actors' | 'places'>,
  { start, end }: Span,
): string[] {
  const names = [
    ...actors.filter(({ named }) => named).flatMap(({ mentions }) => mentions),
    ...places.flatMap(({ evidence }) => evidence),
  ]
    .filter((words) => words.in === undefined && words.start < end && words.end > start)
    .map(({ quote }) => quote)
    .filter((quote) => /\p{Lu}/u.test(quote) && text.includes(quote))
  return [...new Set(names)]
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
