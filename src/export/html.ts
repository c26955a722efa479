import { createHash } from 'node:crypto'
import { contentKey } from '../base/hash.ts'
import type { Evidence, Reading } from '../records/index.ts'
import { harmless, harmlessLine } from './harmless.ts'
import { marksOf, piecesOf, type Mark, type Piece } from './marks.ts'
import { outlineOf, type Entry, type Outline, type Row } from './outline.ts'
import { PAGE_STYLE } from './page-style.ts'

/** One self-contained page that needs no script and no network: each report with its evidence marked, and its records beside it. */
export function writeHtml(readings: readonly Reading[]): string {
  return `${htmlHead()}${readings.map(writeHtmlSection).join('')}${htmlFoot()}`
}

/** All that goes before the first report of a page. The policy lets in nothing but this very style. */
export function htmlHead(): string {
  const hash = createHash('sha256').update(PAGE_STYLE).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>Ascribe: what happened and who says so</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
`
}

/** All that goes after the last. */
export function htmlFoot(): string {
  return `</main>
<footer><p>Read by Ascribe. Every value is tied to the words it was read from: follow a quotation to its place in the report, and marked words to their record.</p></footer>
</body>
</html>
`
}

/** What an address on the page begins with: reports must not share any. */
type Page = (name: string | number) => string

/** One report of a page. */
export function writeHtmlSection(reading: Reading): string {
  const key = contentKey(reading.report.id)
  const page: Page = (name) => `r${key}-${name}`
  const outline = outlineOf(reading)
  const { title, id } = reading.report
  return `<article class="report" aria-labelledby="${page('title')}">
<header>
<h1 id="${page('title')}" dir="auto">${line(title ?? `Report ${id}`)}</h1>
${aboutHtml(reading)}
</header>
<div class="columns">
<section class="text" aria-label="The report" tabindex="0">
${textHtml(reading, outline, page)}
</section>
<section class="records" aria-label="The records">
${LEGEND}
${recordsHtml('Events', outline.events, page)}
${recordsHtml('Statements', outline.statements, page)}
${recordsHtml('Actors', outline.actors, page)}
${notesHtml(reading)}
</section>
</div>
</article>
`
}

function aboutHtml({ report, run }: Reading): string {
  const { outlet, author, publishedAt, uri, id, title } = report
  const parts = [outlet, author, publishedAt, uri, title === undefined ? undefined : `id ${id}`]
  const shown = [...parts, `ascribe ${run.ascribe}, ${run.codebook}`]
    .filter((part) => part !== undefined)
    .map((part) => `<bdi>${line(part)}</bdi>`)
  return `<p class="about">${shown.join(' · ')}</p>`
}

const LEGEND = `<p class="legend" aria-hidden="true">${(
  ['event', 'actor', 'figure', 'means', 'time', 'place', 'source', 'cue'] as const
)
  .map((kind) => `<span class="mark ${kind}">${kind}</span>`)
  .join(' ')}</p>`

/** The text, a paragraph for each of its lines, with marked words as links to their records. */
function textHtml({ report }: Reading, outline: Outline, page: Page): string {
  const anchors = startsOf(outline)
  const names = namesOf(outline)
  const pieces = piecesOf(report.text.length, marksOf(outline), anchors)
  const lines = ['']
  for (const [i, piece] of pieces.entries()) {
    const parts = harmless(report.text.slice(piece.start, piece.end)).split('\n')
    if (anchors.has(piece.start)) lines.push(`${lines.pop()}${anchorHtml(piece, page)}`)
    for (const [at, part] of parts.entries()) {
      if (at > 0) lines.push('')
      const last = at === parts.length - 1
      const next = last ? pieces[i + 1] : piece
      lines.push(`${lines.pop()}${pieceHtml(escapeHtml(part), piece.mark, { page, names, next })}`)
    }
  }
  return lines
    .filter((each) => each.trim() !== '')
    .map((each) => `<p dir="auto">${each}</p>`)
    .join('\n')
}

function anchorHtml({ start }: Piece, page: Page): string {
  return `<span class="anchor" id="${page(`t${start}`)}"></span>`
}

interface MarkContext {
  readonly page: Page
  readonly names: ReadonlyMap<number, string>
  readonly next: Piece | undefined
}

function pieceHtml(
  words: string,
  mark: Mark | undefined,
  { page, names, next }: MarkContext,
): string {
  if (words === '') return ''
  if (!mark) return `<span>${words}</span>`
  const { kind, number } = mark
  const title = escapeHtml(`${kind} of record ${number}: ${names.get(number) ?? ''}`)
  const small = next?.mark?.number === number ? '' : `<sup>${number}</sup>`
  const core = small === '' ? words : words.trimEnd()
  const link = `<a class="mark ${kind}" href="#${page(number)}" title="${title}">${core}${small}</a>`
  return core === '' ? words : link + words.slice(core.length)
}

function namesOf({ events, statements, actors }: Outline): Map<number, string> {
  const all = [...events, ...statements, ...actors]
  return new Map(all.map(({ number, title }) => [number, harmlessLine(title)]))
}

/** Where evidence begins: what links lead to. */
function startsOf({ events, statements, actors }: Outline): Set<number> {
  const all = [...events, ...statements, ...actors]
  const evidence = all.flatMap((entry) => [
    ...entry.evidence,
    ...entry.rows.flatMap((row) => row.evidence),
  ])
  return new Set(evidence.filter((one) => one.in === undefined).map(({ start }) => start))
}

function recordsHtml(title: string, entries: readonly Entry[], page: Page): string {
  if (entries.length === 0) return ''
  return `<h2>${title}</h2>\n${entries.map((entry) => entryHtml(entry, page)).join('\n')}`
}

function entryHtml(entry: Entry, page: Page): string {
  const { number, title, state, kind, evidence, said, rows, depth } = entry
  const nested = depth === 0 ? '' : ` within within-${Math.min(depth, 4)}`
  return `<article class="record${nested}" id="${page(number)}" tabindex="-1">
<h3><span class="number">${number}</span> <bdi class="mark ${kind}">${line(title)}</bdi> <span class="state">${line(state)}</span>${saidHtml(said, page)}</h3>
${evidence.length > 0 ? `<p class="quotes">${quotesHtml(evidence, page)}</p>` : ''}
${rows.length > 0 ? `<dl>${rows.map((row) => rowHtml(row, page)).join('')}</dl>` : ''}
</article>`
}

function rowHtml(row: Row, page: Page): string {
  return `<div><dt>${line(row.label)}</dt><dd>${valueHtml(row, page)}${saidHtml(row.said ?? [], page)}</dd></div>\n`
}

/** A value and its words; where these are the value itself they stand alone. */
function valueHtml({ value, evidence, to }: Row, page: Page): string {
  const own = evidence.find(({ quote }) => value === quote || value.startsWith(`${quote} (`))
  const others = evidence.filter((one) => one !== own)
  const rest = own ? value.slice(own.quote.length) : value
  const links = (to ?? []).map((number) => `<a class="said" href="#${page(number)}">${number}</a>`)
  const words = to ? rest.replace(/\d+(, \d+)*$/, '') : rest
  const shown = [own && quotesHtml([own], page), words !== '' && `<bdi>${line(words)}</bdi>`]
  return [...shown, links.join(', '), quotesHtml(others, page)].filter(Boolean).join(' ')
}

function quotesHtml(evidence: readonly Evidence[], page: Page): string {
  const links = evidence.map((one) => {
    const marks = /^["“‘«]/.test(one.quote) ? ['', ''] : ['“', '”']
    const words = marks.join(`<bdi>${line(one.quote)}</bdi>`)
    if (one.in) return `<span class="quote">${words} (headline)</span>`
    return `<a class="quote" href="#${page(`t${one.start}`)}">${words}</a>`
  })
  return links.join(' ')
}

function saidHtml(said: readonly { words: string; number: number }[], page: Page): string {
  const links = said.map(
    ({ words, number }) =>
      ` <a class="said" href="#${page(number)}">${line(words)}<sup>${number}</sup></a>`,
  )
  return links.join('')
}

function notesHtml({ notes }: Reading): string {
  if (notes.length === 0) return ''
  const items = notes.map(({ code, message }) => `<li>${line(message)} (${line(code)})</li>`)
  return `<h2>Notes</h2>\n<ul>${items.join('')}</ul>`
}

function line(text: string): string {
  return escapeHtml(harmlessLine(text))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
