import type { Actor, Event, Figure, PeopleCount, Reading, Statement } from '../records/index.ts'

/** A reading for people at a terminal: the report, then its records. */
export function writeText(
  reading: Reading,
  { colour }: { readonly colour?: boolean } = {},
): string {
  const paint = colour ? inColour : plainly
  const { report } = reading
  const head = [report.title, report.outlet, report.publishedAt].filter(Boolean).join(' · ')
  const lines = [head === '' ? `report ${report.id}` : head, '', markText(reading, paint), '']
  for (const event of reading.events) lines.push(...eventLines(event, reading, paint), '')
  for (const statement of reading.statements) lines.push(statementLine(statement, paint))
  if (reading.notes.length > 0) lines.push('')
  for (const note of reading.notes) lines.push(`note: ${note.message}`)
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

export type Mark = 'event' | 'source' | 'cue' | 'time' | 'place' | 'figure' | 'label'
export type Paint = (words: string, mark: Mark) => string

const plainly: Paint = (words) => words
const inColour: Paint = (words, mark) => `\u001b[${COLOURS[mark]}m${words}\u001b[0m`

/** SGR codes. */
const COLOURS: Readonly<Record<Mark, number>> = {
  event: 31,
  figure: 33,
  source: 34,
  cue: 90,
  time: 32,
  place: 35,
  label: 90,
}

/** "4", "12 or more", "2 to 9", "24 or more, vague". */
export function countText({ atLeast, atMost, vague }: PeopleCount): string {
  const range =
    atLeast === atMost
      ? `${atLeast ?? '?'}`
      : atMost === undefined
        ? `${atLeast} or more`
        : atLeast === undefined
          ? `up to ${atMost}`
          : `${atLeast} to ${atMost}`
  return vague ? `${range} (vague)` : range
}

function eventLines(event: Event, reading: Reading, paint: Paint): string[] {
  const name = (id: string): string => actorName(reading.actors, id)
  const row = (label: string, words: string): string =>
    `  ${paint(label.padEnd(12), 'label')} ${words}`
  const lines = [
    `${paint(event.kind, 'event')} · ${event.status}   ${quotes(event.mentions.map((m) => m.quote))}`,
  ]
  if (event.time)
    lines.push(row('time', `${rangeText(event.time.value)}   ${quotes(words(event.time))}`))
  if (event.place)
    lines.push(row('place', `${placeText(event.place.value)}   ${quotes(words(event.place))}`))
  if (event.site) lines.push(row('site', event.site.value))
  for (const one of event.participants)
    lines.push(
      row(
        one.role,
        `${name(one.actor)}${one.confidence && one.confidence !== 'fact' ? ` (${one.confidence})` : ''}   ${quotes(words(one))}`,
      ),
    )
  for (const one of event.means) lines.push(row('means', `${one.value}   ${quotes(words(one))}`))
  for (const one of event.figures) lines.push(row(one.harm, figureText(one)))
  for (const one of event.claims)
    lines.push(
      row(
        'claim',
        `${one.claimant ? name(one.claimant) : 'nobody'} ${one.stance}${one.outlet ? ` through ${name(one.outlet)}` : ''}   ${quotes(words(one))}`,
      ),
    )
  return lines
}

function figureText(figure: Figure): string {
  return `${countText(figure)} ${figure.of?.text ?? ''}   ${quotes(words(figure))}`.replace(
    / {2,}(?=“)/,
    '   ',
  )
}

function statementLine({ source, cue, stance, content }: Statement, paint: Paint): string {
  const who = source ? paint(source.text, 'source') : 'unattributed'
  return `${who} · ${stance}${cue ? ` “${cue.evidence[0]?.quote ?? cue.lemma}”` : ''}: ${content.map((one) => one.quote).join(' … ')}`
}

function words(value: { readonly evidence: readonly { readonly quote: string }[] }): string[] {
  return value.evidence.map((one) => one.quote)
}

function quotes(all: readonly string[]): string {
  return all.map((one) => `“${one}”`).join(', ')
}

function rangeText({
  earliest,
  latest,
}: {
  readonly earliest?: string
  readonly latest?: string
}): string {
  return earliest === latest ? (earliest ?? 'unresolved') : `${earliest ?? '…'} to ${latest ?? '…'}`
}

function placeText(place: {
  readonly name: string
  readonly country?: string
  readonly latitude?: number
  readonly longitude?: number
}): string {
  const point =
    place.latitude === undefined ? 'no coordinates' : `${place.latitude}, ${place.longitude}`
  return `${place.name}${place.country ? ` (${place.country})` : ''} · ${point}`
}

function actorName(actors: readonly Actor[], id: string): string {
  return actors.find((actor) => actor.id === id)?.name ?? id
}

/** The report's text with its triggers, sources, times and places painted; the first of two overlapping marks wins. */
function markText(reading: Reading, paint: Paint): string {
  const { text } = reading.report
  const marks = collectMarks(reading)
  let out = ''
  let at = 0
  for (const { start, end, mark } of marks) {
    if (start < at) continue
    out += text.slice(at, start) + paint(text.slice(start, end), mark)
    at = end
  }
  return out + text.slice(at)
}

/** The spans worth marking, in order of text, the shorter first where two start together. */
export function collectMarks(reading: Reading): { start: number; end: number; mark: Mark }[] {
  const marks: { start: number; end: number; mark: Mark }[] = []
  const add = (
    evidence: readonly { start: number; end: number; in?: 'title' }[],
    mark: Mark,
  ): void => {
    for (const one of evidence)
      if (one.in === undefined) marks.push({ start: one.start, end: one.end, mark })
  }
  for (const event of reading.events) {
    add(event.mentions, 'event')
    for (const figure of event.figures) add(figure.evidence, 'figure')
  }
  for (const { source, cue } of reading.statements) {
    if (source) add(source.evidence, 'source')
    if (cue) add(cue.evidence, 'cue')
  }
  for (const time of reading.times) add(time.evidence, 'time')
  for (const place of reading.places) add(place.evidence, 'place')
  return marks.sort((a, b) => a.start - b.start || a.end - b.end)
}
