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
  '”': '”',
}
/** Marks that open and close. */
const STRAIGHT = new Set(['"', "''"])
/** Of double marks, those that writers mix: each may close one that another has opened, where it stands like one that closes. */
const DOUBLE = new Set(['“', '”', '"', '``', "''"])

interface Open {
  readonly mark: string
  readonly start: number
  readonly innerStart: number
  readonly closers: string
}

/** The quotations of a text, in order of their start; an unclosed one ends with its paragraph. Linear; never throws. */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const all: Found[] = []
  // One pass over the text: a search in each paragraph would run on to the next mark, however far.
  const marks = [...text.matchAll(/``|''|["“”„«»‹›‘’']/g)]
  let [next, carried]: [number, number | undefined] = [0, undefined]
  for (const paragraph of paragraphs) {
    const first = next
    while (next < marks.length && (marks[next]?.index ?? 0) < paragraph.end) next += 1
    const inside = { text, paragraph, marks: marks.slice(first, next) }
    const found = inParagraph(inside, carried === undefined ? [] : goingOn(inside))
    const head = found[0]
    // A speech that goes on opens each paragraph anew and is closed only in the last.
    if (carried !== undefined && head?.start === paragraph.start) head.continues = carried
    const base = all.length
    for (const one of found) all.push(one)
    const last = found.findIndex(({ closed, depth }) => !closed && depth === 0)
    carried = last < 0 ? undefined : base + last
  }
  return all
}

type Found = { -readonly [K in keyof Quotation]: Quotation[K] }

interface Inside {
  readonly text: string
  readonly paragraph: Span
  readonly marks: readonly RegExpExecArray[]
}

/** What is open where a paragraph begins: a speech of the paragraph before that is not opened anew, but closed here. */
function goingOn({ text, paragraph: { start }, marks }: Inside): Open[] {
  const mark = marks.find((one) => !isApostrophe(text, one.index, one[0]))
  if (!mark || !DOUBLE.has(mark[0]) || mark.index === start) return []
  return isClosing(text, mark)
    ? [{ mark: mark[0], start, innerStart: start, closers: mark[0] }]
    : []
}

function inParagraph({ text, paragraph, marks }: Inside, open: Open[]): Found[] {
  const { start, end } = paragraph
  const found: Found[] = []
  const close = (at: number, length: number): void => {
    const one = closed(open.pop(), { start: at, end: at + length }, open.length)
    if (one) found.push(one)
  }
  for (const [nth, one] of marks.entries()) {
    const { 0: mark, index: at } = one
    if (isApostrophe(text, at, mark)) continue
    const own = open.findLastIndex(({ closers }) => closers.includes(mark))
    const top = own < 0 && isClosing(text, one) ? mixedWith(mark, open) : own
    const isFirst = at === start
    const opens = mayOpen(text, { at, mark, isOpen: top >= 0, isFirst, next: marks[nth + 1] })
    if (opens) push(open, mark, at)
    else if (top >= 0) {
      while (open.length > top + 1) close(at, 0)
      close(at, mark.length)
    }
  }
  while (open.length > 0) close(end, 0)
  return found.sort((one, other) => one.start - other.start || other.end - one.end)
}

/** The open quotation that a mark of another sort closes: “We fled," she said. */
function mixedWith(mark: string, open: readonly Open[]): number {
  return DOUBLE.has(mark) ? open.findLastIndex((one) => DOUBLE.has(one.mark)) : -1
}

/** Whether a mark stands right behind a word or its sign, and no word follows; behind a number it may mean inches. */
function isClosing(text: string, { 0: mark, index: at }: RegExpExecArray): boolean {
  return (
    /[^\s\p{N}([]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + mark.length] ?? '')
  )
}

/** Whether a straight mark hangs on what stands before it and on nothing behind it: it closes what nothing has opened. */
function isBehind(text: string, at: number, mark: string): boolean {
  return /[^\s:([]/.test(text[at - 1] ?? ' ') && !/\S/.test(text[at + mark.length] ?? '')
}

/** `He said," We fled."`: a mark that the next one closes has opened, wherever its space stands. */
function isClosedBy(text: string, mark: string, next: RegExpExecArray | undefined): boolean {
  return next?.[0] === mark && isClosing(text, next)
}

/** Opens a quotation; a straight single mark cannot stand in one of its own kind, so that the earlier one was an apostrophe. */
function push(open: Open[], mark: string, at: number): void {
  if (open.length >= DEEPEST) return
  if (mark === "'" && open.at(-1)?.mark === mark) open.pop()
  open.push({ mark, start: at, innerStart: at + mark.length, closers: PAIRS[mark] ?? mark })
}

/** The quotation that a mark ends, unless nothing stands in it. A single straight mark that nothing closes was an apostrophe. */
function closed(from: Open | undefined, mark: Span, depth: number): Found | undefined {
  const isClosed = mark.end > mark.start
  if (!from || from.innerStart >= mark.start || (from.mark === "'" && !isClosed)) return undefined
  const inner = { start: from.innerStart, end: mark.start }
  return { start: from.start, end: mark.end, inner, depth, closed: isClosed }
}

/** Quotations inside quotations beyond this are no language. */
const DEEPEST = 6

/** Where a mark stands. */
interface Standing {
  readonly at: number
  readonly mark: string
  /** Whether it would close what is open. */
  readonly isOpen: boolean
  /** Whether its paragraph begins with it. */
  readonly isFirst: boolean
  /** The next mark of the paragraph. */
  readonly next: RegExpExecArray | undefined
}

/** Whether a mark opens here. One that could also close does so where a space or bracket stands before it and a word after it; one that should close, where a paragraph begins with it. */
function mayOpen(text: string, { at, mark, isOpen, isFirst, next }: Standing): boolean {
  if (mark === "'") return isOpeningSingle(text, at)
  if (mark === '”') return isFirst
  if (STRAIGHT.has(mark))
    return !isOpen && (!isBehind(text, at, mark) || isClosedBy(text, mark, next))
  if (PAIRS[mark] === undefined) return false
  if (!isOpen || mark !== '“') return true
  return /[\s(]|^$/.test(text[at - 1] ?? '') && /\S/.test(text[at + mark.length] ?? '')
}

/** "'We will not leave,' he said": a straight single mark opens in front of a word, except of '90s and 'tis. */
function isOpeningSingle(text: string, at: number): boolean {
  if (!/[\s("“—–]|^$/.test(text[at - 1] ?? '')) return false
  const after = text.slice(at + 1, at + 7)
  return /^[\p{L}\p{N}$£€.…[]/u.test(after) && !/^(\d0s|tis|twas|em|til|cause|n)\b/i.test(after)
}

/** "don’t", "soldiers’ wives", "’90s": single marks inside or after a word without an opening one. */
function isApostrophe(text: string, at: number, mark: string): boolean {
  if (!/^['’‘]$/.test(mark)) return false
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' ']
  if (mark === '‘') return /\p{L}/u.test(before) || /\p{N}/u.test(after)
  const isInside = /[\p{L}\p{N}]/u.test(after)
  if (mark === "'")
    return isInside
      ? !isOpeningSingle(text, at)
      : /s/i.test(before) && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3))
  return (
    isInside ||
    (/s/i.test(before) &&
      after === ' ' &&
      !/‘[^’]{1,300}$/.test(text.slice(Math.max(0, at - 300), at)))
  )
}
