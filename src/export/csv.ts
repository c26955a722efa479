import type { Event, Figure, Reading, Said } from '../records/index.ts'
import { csvLine, type CellValue } from './csv-cell.ts'

/** The columns of the event table, in order, and what each holds. New ones are added at the end. */
export const CSV_COLUMNS = {
  report: 'id of the report',
  outlet: 'who published it',
  published: 'when',
  event: 'id of the event',
  kind: 'kind of the core codebook',
  status: 'happened, attempted, foiled, planned, threatened, possible, denied or general',
  earliest: 'first day that the text allows, as exact as the text (2024-03 is some day in March)',
  latest: 'last such day',
  place: 'where, as it is named',
  country: 'ISO 3166-1 alpha-3',
  latitude: 'degrees, WGS 84; empty where the place is not told for sure',
  longitude: 'the same',
  exactness: 'point, site, town, district, province, country or region',
  site: 'the spot',
  perpetrators: 'who did it, or is said to have',
  targets: 'whom or what it was aimed at, or the other side',
  victims: 'who was harmed',
  means: 'weapons',
  killed_min: 'at least so many; of the total, or of the only figure',
  killed_max: 'at most so many; empty after “at least”',
  injured_min: 'the same of the injured',
  injured_max: 'the same of the injured',
  claimed_by: 'who claims responsibility',
  statement: 'id of the statement that carries the event',
  words: 'the words that speak of it',
  said_by: 'source of that statement',
  denied_by: 'who denies responsibility, and the sources that deny the event',
  suspected: 'perpetrators by suspicion or accusation only',
  size_min: 'people who took part, at least',
  size_max: 'at most',
  damage: 'what was destroyed or damaged',
  title: 'headline of the report',
} as const

/** The header line of the table. */
export function csvHeader(): string {
  return csvLine(Object.keys(CSV_COLUMNS))
}

/** One row for each event; several values of a cell are joined by `; `. */
export function writeCsv(reading: Reading): string {
  const rows = reading.events.map((event) => {
    const cells: Readonly<Record<string, CellValue>> = { ...cellsOf(event, reading) }
    return csvLine(Object.keys(CSV_COLUMNS).map((column) => cells[column]))
  })
  return rows.join('')
}

type Cells = Partial<Record<keyof typeof CSV_COLUMNS, CellValue>>

function cellsOf(event: Event, reading: Reading): Cells {
  const { report } = reading
  const { time, means, mentions, damage = [], size } = event
  return {
    report: report.id,
    outlet: report.outlet,
    published: report.publishedAt,
    title: report.title,
    event: event.id,
    kind: event.kind,
    status: event.status,
    earliest: time?.value.earliest,
    latest: time?.value.latest,
    ...placeCells(event),
    ...actorCells(event, reading),
    ...claimCells(event, reading),
    ...tollCells(event),
    means: join(means.map((one) => one.value)),
    size_min: size?.value.atLeast,
    size_max: size?.value.atMost,
    damage: join(damage.map(({ level, text }) => `${level}: ${text}`)),
    words: mentions.map((one) => one.quote).join(' | '),
  }
}

function placeCells({ place, site }: Event): Cells {
  const { name, country, latitude, longitude, exactness } = place?.value ?? {}
  return { place: name, country, latitude, longitude, exactness, site: site?.value }
}

function actorCells({ participants }: Event, reading: Reading): Cells {
  const named = (...roles: string[]): string =>
    join(
      participants
        .filter((one) => roles.includes(one.role))
        .map((one) => nameOf(one.actor, reading)),
    )
  const suspects = participants.filter(
    ({ role, confidence }) =>
      role === 'perpetrator' && (confidence === 'suspected' || confidence === 'possible'),
  )
  return {
    perpetrators: named('perpetrator'),
    targets: named('target', 'recipient', 'party'),
    victims: named('victim'),
    suspected: join(suspects.map((one) => nameOf(one.actor, reading))),
  }
}

function claimCells(event: Event, reading: Reading): Cells {
  const who = (stance: string): string[] =>
    event.claims.filter((one) => one.stance === stance).map((one) => nameOf(one.claimant, reading))
  const deniers = (event.deniedBy ?? []).map((statement) => sourceOf({ statement }, reading))
  return {
    statement: event.statement,
    said_by: sourceOf(event, reading),
    claimed_by: join(who('claims')),
    denied_by: join([...who('denies'), ...deniers]),
  }
}

function tollCells(event: Event): Cells {
  const [killed, injured] = [toll(event, 'killed'), toll(event, 'injured')]
  return {
    killed_min: killed?.atLeast,
    killed_max: killed?.atMost,
    injured_min: injured?.atLeast,
    injured_max: injured?.atMost,
  }
}

function sourceOf({ statement }: Said, { statements }: Reading): string {
  return statements.find(({ id }) => id === statement)?.source?.text ?? ''
}

function nameOf(id: string | undefined, { actors }: Reading): string {
  return actors.find((actor) => actor.id === id)?.name ?? ''
}

function join(values: readonly string[]): string {
  return values.filter((value) => value !== '').join('; ')
}

/** The figure marked as total, or the only one; never a sum of numbers that may overlap. */
function toll({ figures }: Event, harm: string): Figure | undefined {
  const whole = figures.filter((figure) => figure.harm === harm && figure.partOf === undefined)
  return whole.find((figure) => figure.total) ?? (whole.length === 1 ? whole[0] : undefined)
}
