import type {
  Damage,
  Event,
  Figure,
  Participant,
  Reading,
  Sourced,
  TimeRange,
} from '../../records/index.ts'
import { count, indented, inOrder, point, quoted, said, words, writeRange } from './show-words.ts'

/** What is shown of an event besides its kind and status. */
export type EventPart =
  | 'triggers'
  | 'time'
  | 'place'
  | 'site'
  | 'participants'
  | 'perpetrators'
  | 'means'
  | 'figures'
  | 'damage'
  | 'size'
  | 'claims'
  | 'relations'
  | 'said'

/** The events of a reading in order of text, a line for each value. */
export function showEvents(reading: Reading, parts: ReadonlySet<EventPart>): string[] {
  return inOrder(reading.events, ({ mentions }) => mentions).flatMap((event) =>
    showEvent(reading, event, parts),
  )
}

function showEvent(reading: Reading, event: Event, parts: ReadonlySet<EventPart>): string[] {
  const status = event.status === 'happened' ? '' : ` ${event.status}`
  const triggers = parts.has('triggers') ? ` ${words(event.mentions)}` : ''
  const by = parts.has('said') ? said(reading, event) : ''
  const lines = LINES.flatMap(([part, write]) => (parts.has(part) ? write(event, reading) : []))
  return [`event ${event.kind}${status}${triggers}${by}`, ...indented(...lines)]
}

type Write = (event: Event, reading: Reading) => string[]

const LINES: readonly (readonly [EventPart, Write])[] = [
  ['time', ({ time }, reading) => values(time, { label: 'time', text: range, reading })],
  ['place', ({ place }, reading) => values(place, { label: 'place', text: placeText, reading })],
  ['site', ({ site }, reading) => values(site, { label: 'site', text: () => '', reading })],
  [
    'participants',
    ({ participants }, reading) => participants.map((one) => participant(one, reading)),
  ],
  [
    'perpetrators',
    ({ participants }, reading) =>
      participants
        .filter(({ role }) => role === 'perpetrator')
        .map((one) => participant(one, reading)),
  ],
  [
    'means',
    ({ means }, reading) =>
      means.flatMap((one) => values(one, { label: 'means', text: (value) => value, reading })),
  ],
  ['figures', ({ figures }, reading) => figures.map((one) => figure(one, { figures, reading }))],
  ['damage', ({ damage = [] }, reading) => damage.map((one) => damageLine(one, reading))],
  ['size', ({ size }, reading) => values(size, { label: 'size', text: count, reading })],
  ['claims', claims],
  ['relations', relations],
]

interface Shown<T> {
  readonly label: string
  readonly text: (value: T) => string
  readonly reading: Reading
}

/** A value, and its rivals below it. */
function values<T>(value: Sourced<T> | undefined, { label, text, reading }: Shown<T>): string[] {
  if (!value) return []
  const line = (one: Sourced<T>, name: string): string =>
    [name, text(one.value), `${words(one.evidence)}${said(reading, one)}`].filter(Boolean).join(' ')
  return [line(value, label), ...(value.also ?? []).map((one) => line(one, `  or ${label}`))]
}

function range(value: TimeRange): string {
  return writeRange(value) ?? 'unresolved'
}

function placeText(place: NonNullable<Event['place']>['value']): string {
  return `${[place.name, place.country, place.exactness].filter(Boolean).join(', ')}${point(place)}`
}

function participant(one: Participant, reading: Reading): string {
  const { role, actor, confidence, count: many, evidence } = one
  const put = confidence === undefined || confidence === 'fact' ? '' : ` ${confidence}`
  const number = many ? ` ${count(many)}` : ''
  return `${role}${put}${number} ${nameUnless(reading, actor, words(evidence))}${words(evidence)}${said(reading, one)}`
}

/** The actor's name where the words are others: `Front for a Free Velka "it"`. */
function nameUnless({ actors }: Reading, id: string, shown: string): string {
  const name = actors.find((actor) => actor.id === id)?.name ?? id
  return quoted(name) === shown ? '' : `${name} `
}

function figure(
  one: Figure,
  { figures, reading }: { figures: readonly Figure[]; reading: Reading },
): string {
  const { harm, of, total, partOf, series, asOf, evidence } = one
  const whole = figures.find(({ id }) => id === partOf)
  return [
    harm,
    count(one),
    of && of.category !== 'unknown' && of.category,
    total && 'total',
    series,
    asOf && `as of ${range(asOf)}`,
    `${words(evidence)}${said(reading, one)}`,
    partOf !== undefined && `part of ${whole ? words(whole.evidence) : 'nothing'}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function damageLine(one: Damage, reading: Reading): string {
  const number = one.count ? ` ${count(one.count)}` : ''
  return `damage ${one.level}${number} ${words(one.evidence)}${said(reading, one)}`
}

function claims({ claims: all }: Event, reading: Reading): string[] {
  const name = (id: string): string => reading.actors.find((one) => one.id === id)?.name ?? id
  return all.map((one) => {
    const { stance, claimant, outlet, evidence } = one
    const by = claimant === undefined ? '' : ` by ${name(claimant)}`
    const through = outlet === undefined ? '' : ` through ${name(outlet)}`
    return `claim ${stance}${by}${through} ${words(evidence)}${said(reading, one)}`
  })
}

function relations({ relations: all = [] }: Event, { events }: Reading): string[] {
  return all.map(({ kind, event: id }) => {
    const other = events.find((one) => one.id === id)
    return other ? `${kind} ${other.kind} ${words(other.mentions.slice(0, 1))}` : `${kind} nothing`
  })
}
