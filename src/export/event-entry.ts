import type {
  CodeRow,
  Event,
  Figure,
  Participant,
  PeopleCount,
  ResponsibilityClaim,
  Sourced,
  EventPlace,
} from '../records/index.ts'
import type { Entry, MarkKind, Names, Row } from './outline.ts'

/** An event with all of its values. */
export function eventEntry(event: Event, names: Names): Entry {
  return {
    number: names.number(event.id),
    id: event.id,
    title: event.kind.replaceAll('-', ' '),
    state: event.status,
    kind: 'event',
    titled: event.mentions,
    evidence: event.mentions,
    said: names.said(event),
    rows: rowsOf(event, names),
    depth: 0,
  }
}

function rowsOf(event: Event, names: Names): Row[] {
  const row = (
    label: string,
    value: string,
    read: Omit<Sourced<unknown>, 'value' | 'id'> & { readonly kind?: MarkKind },
  ): Row => ({
    label,
    value,
    evidence: read.evidence,
    said: names.said(read),
    ...(read.kind && { kind: read.kind }),
  })
  const sourced = <T>(label: string, one: Sourced<T> | undefined, write: (value: T) => string) => {
    if (!one) return []
    const also = (one.also ?? []).map((other) => ['also', other] as const)
    return [[label, one] as const, ...also].map(([name, each]) =>
      row(name, write(each.value), { ...each, kind: KINDS[label] ?? 'place' }),
    )
  }
  return [
    ...sourced('when', event.time, rangeText),
    ...sourced('where', event.place, placeText),
    ...sourced('site', event.site, (site) => site),
    ...event.participants.map((one) =>
      row(one.role, participantText(one, names), { ...one, kind: 'actor' }),
    ),
    ...event.means.flatMap((one) => sourced('means', one, (value) => value.replaceAll('-', ' '))),
    ...event.figures.map((one) => row(one.harm, figureText(one), { ...one, kind: 'figure' })),
    ...(event.damage ?? []).map((one) =>
      row('damage', [one.level, one.text, inBrackets(one.count)].filter(Boolean).join(' '), one),
    ),
    ...sourced('size', event.size, countText),
    ...event.claims.map((one) => row('claim', claimText(one, names), one)),
    ...relationRows(event, names),
    ...codeRows(event),
  ]
}

const KINDS: Readonly<Record<string, MarkKind>> = {
  when: 'time',
  where: 'place',
  site: 'place',
  means: 'means',
  size: 'figure',
}

/** "4", "12 or more", "2 to 9", "up to 5", with "(vague)". */
export function countText({ atLeast, atMost, vague }: PeopleCount): string {
  return `${boundsText(atLeast, atMost)}${vague ? ' (vague)' : ''}`
}

function boundsText(atLeast: number | undefined, atMost: number | undefined): string {
  if (atLeast === atMost) return `${atLeast ?? 'some'}`
  if (atMost === undefined) return `${atLeast} or more`
  return atLeast === undefined ? `up to ${atMost}` : `${atLeast} to ${atMost}`
}

function inBrackets(count: PeopleCount | undefined): string {
  return count ? `(${countText(count)})` : ''
}

/** "2024-03-04", "2024-03-01 to 2024-03-04", "from 2024-03-04 on". */
export function rangeText({ earliest, latest }: { earliest?: string; latest?: string }): string {
  if (earliest === latest) return earliest ?? 'unknown'
  if (earliest === undefined) return `by ${latest}`
  return latest === undefined ? `from ${earliest} on` : `${earliest} to ${latest}`
}

/** A place with the areas it lies in, and how exactly it is known. */
export function placeText(place: EventPlace): string {
  const { name, admin1, country, latitude, longitude, exactness } = place
  const area = [name, admin1 === name ? undefined : admin1, country].filter(Boolean).join(', ')
  const point = latitude === undefined ? 'not located' : `${latitude}, ${longitude}`
  return [area, point, exactness].filter(Boolean).join(' · ')
}

function participantText({ actor, confidence, count }: Participant, names: Names): string {
  const sure = confidence === undefined || confidence === 'fact' ? '' : `(${confidence})`
  const many = count && !(count.atLeast === 1 && count.atMost === 1) ? inBrackets(count) : ''
  return [names.actor(actor), sure, many].filter(Boolean).join(' ')
}

function figureText(figure: Figure): string {
  const { of, total, partOf, series } = figure
  const traits = [total && 'in all', partOf !== undefined && 'among them', series]
  const brackets = traits.filter(Boolean).join(', ')
  const whom = of ? ` ${of.text}` : ''
  return `${countText(figure)}${whom}${brackets === '' ? '' : ` (${brackets})`}`
}

function claimText({ stance, claimant, outlet }: ResponsibilityClaim, names: Names): string {
  const who = claimant === undefined ? 'nobody' : names.actor(claimant)
  const through = outlet === undefined ? '' : ` through ${names.actor(outlet)}`
  return `${who} ${stance === 'denies' ? 'denies' : 'claims'} it${through}`
}

function relationRows({ relations = [] }: Event, names: Names): Row[] {
  return relations.map(({ kind, event }) => ({
    label: 'relation',
    value: `${kind.replaceAll('-', ' ')} ${names.number(event)}`,
    evidence: [],
    to: [names.number(event)],
  }))
}

/** What is told of each codebook's row. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  acled: ['event_type', 'sub_event_type'],
  gtd: ['attacktype1'],
  ucdp: ['type_of_violence'],
  plover: ['event_type', 'mode'],
  cameo: ['code'],
}

/** One line for the codebooks that take the event; those that leave it out only where others do not. */
function codeRows({ codes }: Event): Row[] {
  const rows = Object.entries(codes).flatMap(([book, made]) =>
    [made].flat().map((row) => [book.toUpperCase(), codeText(book, row)] as const),
  )
  if (rows.every(([, words]) => words.startsWith('not'))) return []
  return [{ label: 'codes', value: rows.map((row) => row.join(' ')).join(' · '), evidence: [] }]
}

function codeText(book: string, row: CodeRow): string {
  if (row['excluded'] !== undefined) return `not (${String(row['excluded'])})`
  const told = (TOLD[book] ?? []).map((key) => row[key]).filter((value) => value !== undefined)
  return told.join(': ')
}
