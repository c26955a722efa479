import { evidenceAt, type Credit, type Span } from '../records/index.ts'
import type { Document } from './document.ts'

/** The agencies and writers that a document credits: in datelines ("(Reuters) -"), bylines ("By Dana Lor", "Reporting by X; Editing by Y") and an agency alone in brackets or behind a dash at the end of the text. Each once, in order of text. */
export function findCredits({ report, paragraphs, datelines }: Document): Credit[] {
  const spans = [
    ...datelines.flatMap(({ agency }) => agency ?? []),
    ...paragraphs.flatMap((paragraph) =>
      paragraph.kind === 'byline' ? bylineIn(report.text, paragraph) : [],
    ),
    ...signedAgency(report.text, paragraphs.at(-1)),
  ].sort((a, b) => a.start - b.start)
  const credits = new Map<string, Credit>()
  for (const span of spans) {
    const evidence = evidenceAt(report.text, span)
    if (!credits.has(evidence.quote))
      credits.set(evidence.quote, { text: evidence.quote, evidence: [evidence] })
  }
  return [...credits.values()]
}

/** "By Dana Lor and Ilan Vash", "Reporting by X; Editing by Y". */
function bylineIn(text: string, { start, end }: Span): Span[] {
  const line = text.slice(start, end)
  const found: Span[] = []
  for (const { index, 0: opening } of line.matchAll(OPENING)) {
    const from = index + opening.length
    const words = NAMES.exec(line.slice(from))?.[0].trimEnd()
    if (words) found.push({ start: start + from, end: start + from + words.length })
  }
  return found
}

const OPENING = /\b(?:by|BY|By) (?=\p{Lu})/gu
/** Up to the next sign that ends a list of names. */
const NAMES = /^[^;|\n(]{2,80}/u

/** "(AP)", "— Reuters" after the last words of a report. */
function signedAgency(text: string, last: Span | undefined): Span[] {
  if (!last) return []
  const from = Math.max(last.start, last.end - 40)
  const tail = text.slice(from, last.end)
  const match = /[)—–]/.test(tail) ? SIGNED.exec(tail) : null
  const name = match?.[1] ?? match?.[2]
  if (!match || name === undefined) return []
  const start = from + match.index + match[0].indexOf(name)
  return [{ start, end: start + name.length }]
}

const SIGNED =
  /(?:(?<=[.!?”"] )\((\p{Lu}[\p{L}&. -]{1,24})\)|(?<=[.!?”"] ?)[—–] ?(\p{Lu}{2,6}|\p{Lu}\p{Ll}{3,12}))\s*$/u
