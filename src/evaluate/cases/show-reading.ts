import type { Actor, CaseFolder, Place, Reading, Time } from '../../records/index.ts'
import { showEvents, type EventPart } from './show-event.ts'
import { showStatements, type StatementPart } from './show-statement.ts'
import { indented, inOrder, point, words } from './show-words.ts'

/** What the cases of a folder show: only what they are about. */
const VIEWS: Readonly<Record<CaseFolder, (reading: Reading) => string[]>> = {
  kinds: events('triggers'),
  status: events('triggers'),
  same: events('triggers', 'time', 'place'),
  roles: events('participants'),
  scene: events('time', 'place', 'site', 'means'),
  figures: events('figures'),
  damage: events('damage'),
  sizes: events('size'),
  relations: events('triggers', 'relations'),
  claims: events('claims', 'perpetrators'),
  events: events(
    'triggers',
    'said',
    'time',
    'place',
    'site',
    'participants',
    'means',
    'figures',
    'damage',
    'size',
    'claims',
    'relations',
  ),
  statements: statements(),
  stances: statements('stance'),
  sources: statements('source'),
  topics: statements('topic', 'about'),
  times: ({ times }) => inOrder(times, ({ evidence }) => evidence).map(showTime),
  places: ({ places }) => inOrder(places, ({ evidence }) => evidence).map(showPlace),
  actors: (reading) => inOrder(reading.actors, ({ mentions }) => mentions).map(showActor(reading)),
}

/** The records of a reading as the cases of a folder write them. */
export function showReading(reading: Reading, folder: string): string {
  if (!isFolder(folder)) throw new Error(`test/cases/${folder}: no such folder of cases`)
  return VIEWS[folder](reading).join('\n')
}

function isFolder(name: string): name is CaseFolder {
  return Object.hasOwn(VIEWS, name)
}

/** All of a reading, by stages. */
export function showWholeReading(reading: Reading): string {
  const { events: whole, places, times, actors } = VIEWS
  const said = statements('stance', 'source', 'topic', 'about')
  const parts = [whole, said, times, places, actors].map((view) => view(reading))
  const notes = reading.notes.map(({ code }) => `note ${code}`)
  return [...parts, notes]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function events(...parts: readonly EventPart[]): (reading: Reading) => string[] {
  return (reading) => showEvents(reading, new Set(parts))
}

function statements(...parts: readonly StatementPart[]): (reading: Reading) => string[] {
  return (reading) => showStatements(reading, new Set(parts))
}

/** `date 2024-W09 2024-02-26..2024-03-03 "last week"`. */
function showTime({ type, value, mod, anchor, earliest, latest, evidence }: Time): string {
  const isValue = earliest === value && latest === value
  return [
    type,
    value ?? 'unresolved',
    mod,
    !isValue && (earliest ?? latest) !== undefined && `${earliest ?? ''}..${latest ?? ''}`,
    anchor !== undefined && anchor !== 'publication' && 'from an event',
    words(evidence),
  ]
    .filter(Boolean)
    .join(' ')
}

/** `place Herat, AFG, town (34.3, 62.2) "Herat"`; without a point it is refused. */
function showPlace(place: Place): string {
  const { name, country, exactness, relation, role, evidence } = place
  const said = [name, country, exactness, role].filter(Boolean).join(', ')
  const where = point(place)
  return `place ${said}${where} ${words(evidence)}${relation === undefined ? '' : ` relation "${relation}"`}`
}

function showActor({ actors }: Reading): (actor: Actor) => string {
  return (actor) => {
    const { name, named, kind, known, country, mentions } = actor
    const said = [kind, named && 'named', known && `known ${known}`, country?.join('+')]
    const nameOf = (id: string): string => actors.find((one) => one.id === id)?.name ?? id
    const { publicRole, description = [], affiliations = [], memberOf } = actor
    return [
      `actor ${name} (${said.filter(Boolean).join(', ')}) ${words(mentions)}`,
      ...indented(publicRole && `public role ${publicRole.value} ${words(publicRole.evidence)}`),
      ...description.flatMap((one) => indented(`description ${one.value} ${words(one.evidence)}`)),
      ...affiliations.flatMap((one) => indented(`affiliation ${one.value} ${words(one.evidence)}`)),
      ...indented(memberOf && `member of ${nameOf(memberOf.value)} ${words(memberOf.evidence)}`),
    ].join('\n')
  }
}
