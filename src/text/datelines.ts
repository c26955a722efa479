import type { Span } from '../records/index.ts'
import type { Dateline } from './document.ts'

/** "KABUL, Sept 5 (Reuters) -": a place in capitals, a date, an agency, a dash; the place or the agency must be there. */
const DATELINE =
  /^(?<place>\p{Lu}[\p{Lu}'’. -]{1,40}(?:, [\p{L}. ]{2,25})?)(?:, ?(?<date>(?:\p{Lu}[\p{L}]{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}[\p{L}]{2,8}\.?)(?:,? (?:19|20)?\d{2})?))? *(?:\((?<agency>[^()\n]{2,40})\))? ?(?:--+|[—–-])(?= )/u
/** How those open: asked first, as few paragraphs do. */
const OPENING = /^\p{Lu}[\p{Lu}'’. -]/u
/** "-- [TEXT]", "[REPORT]": how a monitoring service marks what follows. */
const SERVICE_MARK = /^(?:-- )?\[(?:TEXT|REPORT|ARTICLE|COMMENTARY|EDITORIAL)\]/i

/** The datelines at the heads of paragraphs, in order of text. */
export function findDatelines(text: string, paragraphs: readonly Span[]): Dateline[] {
  const found: Dateline[] = []
  for (const { start, end } of paragraphs) {
    const head = text.slice(start, Math.min(end, start + 160))
    const match = (OPENING.test(head) ? DATELINE.exec(head) : null) ?? SERVICE_MARK.exec(head)
    if (!match) continue
    const part = (name: string): Span | undefined => {
      const words = match.groups?.[name]
      const at = words === undefined ? -1 : match[0].indexOf(words)
      return words === undefined || at < 0
        ? undefined
        : { start: start + at, end: start + at + words.length }
    }
    const [place, date, agency] = [part('place'), part('date'), part('agency')]
    found.push({
      start,
      end: start + match[0].length,
      ...(place && { place }),
      ...(date && { date }),
      ...(agency && { agency }),
    })
  }
  return found
}
