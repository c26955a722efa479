import type { Span } from '../records/index.ts'
import type { Quotation } from './document.ts'

/** Marks that only open, with those that close them. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '„': '“”',
  '‘': '’',
  '``': "''",
  '‹': '›',
}
/** Marks that open and close. */
const STRAIGHT = new Set(['"', "''"])

interface Open {
  readonly start: number
  readonly innerStart: number
  readonly closers: string
}

/** The quotations of a text, in order of their start; an unclosed one ends with its paragraph. Linear; never throws. */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const all: { -readonly [K in keyof Quotation]: Quotation[K] }[] = []
  let carried: number | undefined
  for (const paragraph of paragraphs) {
    const found = inParagraph(text, paragraph)
    const first = found[0]
    // A speech that goes on opens each paragraph anew and is closed only in the last.
    if (carried !== undefined && first && first.start === paragraph.start) first.continues = carried
    const base = all.length
    all.push(...found)
    const last = found.findIndex(({ closed, depth }) => !closed && depth === 0)
    carried = last < 0 ? undefined : base + last
  }
  return all
}

type Found = { -readonly [K in keyof Quotation]: Quotation[K] }

function inParagraph(text: string, { start, end }: Span): Found[] {
  const found: Found[] = []
  const open: Open[] = []
  const close = (at: number, length: number, closed: boolean): void => {
    const from = open.pop()
    if (!from) return
    const inner = { start: from.innerStart, end: at }
    found.push({ start: from.start, end: at + length, inner, depth: open.length, closed })
  }
  const marks = /``|''|["“”„«»‹›‘’]/g
  marks.lastIndex = start
  for (let match = marks.exec(text); match && match.index < end; match = marks.exec(text)) {
    const [mark, at] = [match[0], match.index]
    if (isApostrophe(text, at, mark)) continue
    const top = open.findLastIndex(({ closers }) => closers.includes(mark))
    const opens = PAIRS[mark] !== undefined || (STRAIGHT.has(mark) && top < 0)
    if (top >= 0 && !(opens && isOpening(text, at, mark))) {
      while (open.length > top + 1) close(at, 0, false)
      close(at, mark.length, true)
    } else if (opens && open.length < DEEPEST) {
      open.push({ start: at, innerStart: at + mark.length, closers: PAIRS[mark] ?? mark })
    }
  }
  while (open.length > 0) close(end, 0, false)
  return found
    .filter(({ inner }) => inner.end > inner.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Quotations inside quotations beyond this are no language. */
const DEEPEST = 6

/** A mark that may open or close opens where a space or bracket stands before it and a word after it. */
function isOpening(text: string, at: number, mark: string): boolean {
  if (!STRAIGHT.has(mark) && mark !== '“') return true
  return /[\s(]|^$/.test(text[at - 1] ?? '') && /\S/.test(text[at + mark.length] ?? '')
}

/** "don’t", "soldiers’ wives", "’90s": single marks inside or after a word without an opening one. */
function isApostrophe(text: string, at: number, mark: string): boolean {
  if (mark !== '’' && mark !== '‘') return false
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' ']
  if (mark === '‘') return /\p{L}/u.test(before) || /\p{N}/u.test(after)
  return (
    /[\p{L}\p{N}]/u.test(after) ||
    (/s/i.test(before) &&
      after === ' ' &&
      !/‘[^’]{1,300}$/.test(text.slice(Math.max(0, at - 300), at)))
  )
}
