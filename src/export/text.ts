import type { Evidence, Reading } from '../records/index.ts'
import { harmless, harmlessLine } from './harmless.ts'
import { marksOf, piecesOf, type Mark, type Piece } from './marks.ts'
import { outlineOf, type Entry, type MarkKind, type Outline, type Row } from './outline.ts'
import { NO_BREAK, wrap, type Fragment } from './wrap.ts'

/** How text for people is set. */
export interface Setting {
  /** Columns of the terminal or page. */
  readonly width: number
  readonly colour: boolean
}

/** Lines are no longer than this, however wide the terminal: longer ones are hard to read. */
const WIDEST = 100
const NARROWEST = 40
const INDENT = 2
const LABEL = 13

/** A reading for people at a terminal: the report with its evidence marked, and its records beneath. A small number after marked words is that of their record. */
export function writeText(
  reading: Reading,
  { width, colour }: Setting = { width: WIDEST, colour: false },
): string {
  const page = { width: Math.min(Math.max(width, NARROWEST), WIDEST), colour }
  const outline = outlineOf(reading)
  const lines = [
    ...headLines(reading, page),
    ...textLines(reading, outline, page),
    ...sectionLines('Events', outline.events, page),
    ...sectionLines('Statements', outline.statements, page),
    ...sectionLines('Actors', outline.actors, page),
    ...noteLines(reading, page),
  ]
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** SGR codes of what is coloured. */
const COLOURS: Readonly<Record<MarkKind | 'title' | 'faint', string>> = {
  event: '1;31',
  actor: '36',
  figure: '33',
  means: '31',
  time: '32',
  place: '35',
  source: '34',
  cue: '4;34',
  title: '1',
  faint: '2',
}

function paint(text: string, colour: keyof typeof COLOURS, page: Setting): Fragment {
  return page.colour ? { text, style: COLOURS[colour] } : { text }
}

function headLines({ report }: Reading, page: Setting): string[] {
  const { title, id, outlet, author, publishedAt, uri } = report
  const about = [outlet, author, publishedAt, uri].filter((part) => part !== undefined)
  const margins = { width: page.width, first: 0, rest: 0 }
  return [
    ...wrap([paint(harmlessLine(title ?? `report ${id}`), 'title', page)], margins),
    ...wrap([paint(harmlessLine(about.join(' · ')), 'faint', page)], margins),
    '',
  ]
}

function textLines(reading: Reading, outline: Outline, page: Setting): string[] {
  const { text } = reading.report
  const pieces = piecesOf(text.length, marksOf(outline))
  const fragments: Fragment[] = []
  for (const [i, piece] of pieces.entries()) {
    const { mark } = piece
    const { before, words, after } = trimmed(harmless(text.slice(piece.start, piece.end)))
    if (!mark || words === '') {
      fragments.push({ text: before + words + after })
      continue
    }
    fragments.push({ text: before })
    if (!page.colour && !isOneWith(pieces[i - 1], mark)) fragments.push({ text: '[' })
    fragments.push(paint(words, mark.kind, page))
    if (!isOneWith(pieces[i + 1], mark)) {
      if (!page.colour) fragments.push({ text: ']' })
      fragments.push(paint(raised(mark.number), 'faint', page))
    }
    fragments.push({ text: after })
  }
  return [...wrap(fragments, { width: page.width, first: INDENT, rest: INDENT }), '']
}

/** Words without the space around them, which is no part of a mark. */
function trimmed(text: string): { before: string; words: string; after: string } {
  const words = text.trim()
  const at = text.indexOf(words)
  return { before: text.slice(0, at), words, after: text.slice(at + words.length) }
}

/** Whether the words beside those of a mark belong to the same record, so that one bracket holds both. */
function isOneWith(piece: Piece | undefined, { number }: Mark): boolean {
  return piece?.mark?.number === number
}

/** A number in small raised digits. */
function raised(number: number): string {
  return String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
}

function sectionLines(title: string, entries: readonly Entry[], page: Setting): string[] {
  if (entries.length === 0) return []
  const head = wrap([paint(title.toUpperCase(), 'title', page)], { ...page, first: 0, rest: 0 })
  return ['', ...head, ...entries.flatMap((entry) => entryLines(entry, page))]
}

function entryLines(entry: Entry, page: Setting): string[] {
  const { number, title, state, kind, evidence, said, depth, rows } = entry
  const left = 2 * INDENT * Math.min(depth, 4)
  const inner = left + NUMBER
  const shown = evidence.filter(({ quote }) => quote !== title)
  const head = [
    paint(`${number}`.padStart(NUMBER - 2, NO_BREAK) + NO_BREAK.repeat(2), 'faint', page),
    paint(harmlessLine(title), kind, page),
    { text: ` · ${state}` },
    ...says(said, page),
  ]
  const margins = { width: page.width, first: inner, rest: inner }
  return [
    '',
    ...wrap(head, { width: page.width, first: left, rest: inner }),
    ...wrap(quoted(shown, kind === 'source' ? undefined : kind, page), margins),
    ...(kind === 'source'
      ? wrap(joined(rows, page), margins)
      : rows.flatMap((row) => rowLines(row, inner, page))),
  ]
}

/** Columns of a record's number and what parts it from the title. */
const NUMBER = 5

function rowLines(row: Row, left: number, page: Setting): string[] {
  const space = NO_BREAK.repeat(Math.max(1, LABEL - row.label.length))
  const fragments = [paint(row.label, 'faint', page), { text: space }, ...valueOf(row, page)]
  return wrap(fragments, { width: page.width, first: left, rest: left + LABEL })
}

/** Rows one after the other. */
function joined(rows: readonly Row[], page: Setting): Fragment[] {
  return rows.flatMap((row, i) => [
    ...(i === 0 ? [] : [{ text: ' · ' }]),
    paint(row.label, 'faint', page),
    { text: ' ' },
    ...valueOf(row, page),
  ])
}

/** A value and its words; where these are the value itself they stand alone. */
function valueOf({ value, kind, evidence, said = [] }: Row, page: Setting): Fragment[] {
  const own = evidence.find(({ quote }) => value === quote || value.startsWith(`${quote} (`))
  const others = evidence.filter((one) => one !== own)
  const words = own
    ? [...quoted([own], kind, page), { text: value.slice(own.quote.length) }]
    : [{ text: harmlessLine(value) }]
  return [...words, { text: ' ' }, ...quoted(others, kind, page), ...says(said, page)]
}

/** Most different quotes of one value that are shown. */
const SHOWN = 4

function quoted(
  evidence: readonly Evidence[],
  kind: MarkKind | undefined,
  page: Setting,
): Fragment[] {
  const quotes = [...new Set(evidence.map(({ quote }) => harmlessLine(quote)))]
  const more = quotes.length > SHOWN ? [{ text: ` and ${quotes.length - SHOWN} more` }] : []
  const shown = quotes.slice(0, SHOWN).flatMap((quote, i): Fragment[] => {
    const text = /^["“‘«]/.test(quote) ? quote : `“${quote}”`
    return [{ text: i === 0 ? '' : ' ' }, kind ? paint(text, kind, page) : { text }]
  })
  return [...shown, ...more]
}

function says(said: Row['said'] & object, page: Setting): Fragment[] {
  return said.flatMap(({ words, number }) => [
    { text: ' ' },
    paint(`— ${harmlessLine(words)}`, 'source', page),
    paint(raised(number), 'faint', page),
  ])
}

function noteLines({ notes }: Reading, page: Setting): string[] {
  return notes.flatMap(({ code, message }) => [
    '',
    ...wrap([paint('note ', 'faint', page), { text: harmlessLine(`${message} (${code})`) }], {
      width: page.width,
      first: 0,
      rest: INDENT,
    }),
  ])
}
