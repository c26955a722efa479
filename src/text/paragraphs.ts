import type { Span } from '../records/index.ts'
import type { ParagraphKind } from './document.ts'

/** A stretch of text between blank lines (or lines), without the space around it. */
export interface Block extends Span {
  readonly kind: ParagraphKind
}

/** Longest line without closing punctuation that is taken for a heading, in UTF-16 units. */
const LONGEST_HEADING = 90

/** The paragraphs of a text. Blank lines part them; a text without blank lines is parted at its line ends, unless these only wrap long lines. */
export function findParagraphs(text: string): Block[] {
  const blocks = joinLines(text, linesOf(text))
  return blocks.map((block, i) => ({ kind: kindOf(text, block, i < blocks.length - 1), ...block }))
}

/** Lines joined to blocks; an empty line ends one. */
function joinLines(text: string, lines: readonly Span[]): Span[] {
  const isFull = ({ start, end }: Span): boolean => end > start
  const inner = lines.slice(lines.findIndex(isFull), lines.findLastIndex(isFull) + 1)
  const blank = !inner.every(isFull)
  const wrapped = !blank && isWrapped(text, lines)
  const blocks: { start: number; end: number }[] = []
  let isOpen = false
  for (const line of lines) {
    const empty = line.start === line.end
    const last = isOpen ? blocks.at(-1) : undefined
    const goesOn = last !== undefined && !empty && (blank ? isContinued(text, last, line) : wrapped)
    if (goesOn) last.end = line.end
    else if (!empty) blocks.push({ ...line })
    isOpen = !empty
  }
  return blocks
}

const LINE_END = /[\n\u2028\u2029]/g

/** Every line without the space at its ends. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let from = 0
  while (from <= text.length) {
    LINE_END.lastIndex = from
    const feed = LINE_END.exec(text)?.index ?? -1
    let [start, end] = [from, feed < 0 ? text.length : feed]
    while (start < end && isSpace(text, start)) start += 1
    while (end > start && isSpace(text, end - 1)) end -= 1
    lines.push({ start, end })
    if (feed < 0) break
    from = feed + 1
  }
  return lines
}

function isSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 0x20 || /\s/.test(text[at] ?? '')
}

/** Lines of one paragraph of wire copy end anywhere: most are long and lack a closing sign. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const full = lines.filter(({ start, end }) => end > start)
  if (full.length < 2) return false
  const open = full.slice(0, -1).filter(({ end }) => !/[.!?:"”’)]/.test(text[end - 1] ?? ''))
  return open.length * 2 > full.length - 1 && full.some(({ start, end }) => end - start > 40)
}

/** Between blank lines a line goes on with the next unless it is a heading or closes. */
function isContinued(text: string, open: Span, next: Span): boolean {
  const last = open.end - (text.lastIndexOf('\n', open.end - 1) + 1)
  if (last > 40) return true
  return (
    /[,;\p{Ll}]$/u.test(text.slice(Math.max(open.start, open.end - 2), open.end)) &&
    /^\p{Ll}/u.test(text.slice(next.start, next.start + 2))
  )
}

/** Lines that lead away from the report. */
const BOILERPLATE =
  /^(read (more|also)|also read|related( articles?)?|advertisement|share this|follow us|subscribe|click here|copyright|©|all rights reserved)\b/i
const BYLINE = /^(by|reporting by|editing by|written by|additional reporting by) \p{Lu}/iu
const CAPTION =
  /^(photo|image|picture|caption|file photo|\[photo)\b ?[:\]-]|\((photo|file|ap photo|reuters|getty)[^)]{0,60}\)$/i

function kindOf(text: string, { start, end }: Span, followed: boolean): ParagraphKind {
  const words = text.slice(start, Math.min(end, start + 200))
  if (end - start > 200) return 'text'
  if (BOILERPLATE.test(words)) return 'boilerplate'
  if (CAPTION.test(words)) return 'caption'
  if (BYLINE.test(words) && end - start < 80) return 'byline'
  const closes = /[.!?…:;,"”’)\]]$/.test(words)
  return followed && !closes && end - start <= LONGEST_HEADING ? 'heading' : 'text'
}
