import type { Span } from '../records/index.ts'
import type { Dateline } from './document.ts'

const DAY = String.raw`(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8}\.?)(?:,? (?:19|20)?\d{2})?`
const PLACE = String.raw`(?<place>\p{Lu}[\p{Lu}'’. -]{1,40}(?:, [\p{L}. ]{2,25})?)`
/** "KABUL, Sept 5 (Reuters) -": a place in capitals, a date, an agency, a dash; the place or the agency must be there. */
const DATELINE = new RegExp(
  String.raw`^${PLACE}(?:, ?(?<date>${DAY}))? *(?:\((?<agency>[^()\n]{2,40})\))? ?(?:--+|[—–-])(?= )`,
  'u',
)
/** "SELIN, Velka (Feb. 5, 2024)": how a release opens, with or without a dash behind it. */
const RELEASE = new RegExp(
  String.raw`^${PLACE},? ?\((?<date>${DAY})\)(?: ?(?:--+|[—–-]))?(?=\s|$)`,
  'u',
)
/** How those open: asked first, as few paragraphs do. */
const OPENING = /^\p{Lu}[\p{Lu}'’. -]/u
/** "-- [TEXT]", "[REPORT]": how a monitoring service marks what follows. */
const SERVICE_MARK = /^(?:-- )?\[(?:TEXT|REPORT|ARTICLE|COMMENTARY|EDITORIAL)\]/i

/** "VPA Command - Velka 2024-02-S-014 For Immediate Release Download PDF": the letterhead that a release puts before its dateline, up to the end of these words. */
const LETTERHEAD = /^[^\n]{0,120}?\bfor immediate release\b(?: download pdf\b)?\s*/i

/** The datelines at the heads of paragraphs, in order of text; one holds the letterhead before it. */
export function findDatelines(text: string, paragraphs: readonly Span[]): Dateline[] {
  return paragraphs.flatMap(({ start, end }) => {
    const head = text.slice(start, Math.min(end, start + LONGEST))
    const letterhead = LETTERHEAD.exec(head)?.[0].length ?? 0
    const match = matchAt(head.slice(letterhead))
    if (!match) return letterhead > 0 ? [{ start, end: start + letterhead }] : []
    const from = start + letterhead
    const part = (name: string): Span | undefined => {
      const words = match.groups?.[name]
      const at = words === undefined ? -1 : match[0].indexOf(words)
      return words === undefined || at < 0
        ? undefined
        : { start: from + at, end: from + at + words.length }
    }
    const [place, date, agency] = [part('place'), part('date'), part('agency')]
    const line = { start, end: from + match[0].length }
    return [{ ...line, ...(place && { place }), ...(date && { date }), ...(agency && { agency }) }]
  })
}

/** How much of a paragraph is looked at, in UTF-16 units. */
const LONGEST = 280

function matchAt(head: string): RegExpExecArray | null {
  const named = OPENING.test(head) ? (RELEASE.exec(head) ?? DATELINE.exec(head)) : null
  return named ?? SERVICE_MARK.exec(head)
}
