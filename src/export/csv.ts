import type { Event, Reading } from '../records/index.ts'

/** The columns of the event table, in order. */
export const CSV_COLUMNS = [
  'report',
  'outlet',
  'published',
  'event',
  'kind',
  'status',
  'earliest',
  'latest',
  'place',
  'country',
  'latitude',
  'longitude',
  'exactness',
  'site',
  'perpetrators',
  'targets',
  'victims',
  'means',
  'killed_min',
  'killed_max',
  'injured_min',
  'injured_max',
  'claimed_by',
  'statement',
  'words',
] as const

/** The header line of the table. */
export function csvHeader(): string {
  return `${CSV_COLUMNS.join(',')}\n`
}

/** One row for each event; several values of a cell are joined by `; `. */
export function writeCsv(reading: Reading): string {
  return reading.events.map((event) => `${rowOf(event, reading).map(cell).join(',')}\n`).join('')
}

type Value = string | number | undefined

function rowOf(event: Event, reading: Reading): Value[] {
  const { report } = reading
  const { time, claims, means, mentions } = event
  return [
    ...[report.id, report.outlet, report.publishedAt, event.id, event.kind, event.status],
    ...[time?.value.earliest, time?.value.latest, ...placeCells(event)],
    ...participantCells(event, reading),
    join(means.map((one) => one.value)),
    ...tollCells(event, 'killed'),
    ...tollCells(event, 'injured'),
    join(
      claims.filter((one) => one.stance === 'claims').map((one) => nameOf(one.claimant, reading)),
    ),
    event.statement,
    mentions.map((one) => one.quote).join(' | '),
  ]
}

function placeCells({ place, site }: Event): Value[] {
  const { name, country, latitude, longitude, exactness } = place?.value ?? {}
  return [name, country, latitude, longitude, exactness, site?.value]
}

function participantCells({ participants }: Event, reading: Reading): Value[] {
  const named = (...roles: string[]): string =>
    join(
      participants
        .filter((one) => roles.includes(one.role))
        .map((one) => nameOf(one.actor, reading)),
    )
  return [named('perpetrator'), named('target', 'recipient', 'party'), named('victim')]
}

function tollCells(event: Event, harm: string): Value[] {
  const figure = toll(event, harm)
  return [figure?.atLeast, figure?.atMost]
}

function nameOf(id: string | undefined, { actors }: Reading): string {
  return actors.find((actor) => actor.id === id)?.name ?? ''
}

function join(values: readonly string[]): string {
  return values.join('; ')
}

/** The figure marked as total, or the only one; never a sum of numbers that may overlap. */
function toll(event: Event, harm: string): { atLeast?: number; atMost?: number } | undefined {
  const figures = event.figures.filter(
    (figure) => figure.harm === harm && figure.partOf === undefined,
  )
  return figures.find((figure) => figure.total) ?? (figures.length === 1 ? figures[0] : undefined)
}

/** A cell of RFC 4180; a leading sign that a spreadsheet would run as a formula is disarmed by an apostrophe. */
function cell(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
