import type {
  Actor,
  Claim,
  ClaimField,
  Event,
  Evidence,
  Stance,
  Statement,
} from '../../records/index.ts'
import type { Member } from '../member.ts'
import { actorKeyOf } from './actor-name.ts'
import { claimIdOf } from './claim-id.ts'
import type { Involved } from './involved.ts'
import { valuesOf, type Value } from './values-of.ts'

/** What claims need to know of the rest of the incident. */
export interface ClaimContext {
  readonly incident: string
  /** Origin ids by report id. */
  readonly origins: ReadonlyMap<string, string>
  readonly involved: Involved
  /** Which fields are asked for; all where it is not there. */
  about?(field: ClaimField): boolean
}

/** Statements and actors of a reading, by id. */
interface Records {
  readonly statements: ReadonlyMap<string, Statement>
  readonly actors: ReadonlyMap<string, Actor>
}

/** Every value of an event as each source puts it: one claim for whoever gives the value, and one for everybody who confirms or denies it. */
export function claimsOf({ reading, event }: Member, context: ClaimContext): Claim[] {
  const records: Records = {
    statements: new Map(reading.statements.map((one) => [one.id, one])),
    actors: new Map(reading.actors.map((one) => [one.id, one])),
  }
  const { actors } = records
  const { id: report, outlet, publishedAt, version } = reading.report
  const key = { report, event: event.id }
  const claim = (value: Value, voice: Voice): Claim => ({
    id: claimIdOf(key, { field: value.field, id: value.read.id }, voice.statement?.id),
    incident: context.incident,
    field: value.field,
    value: value.value,
    report,
    event: event.id,
    valueId: value.read.id,
    evidence: voice.words ?? value.read.evidence,
    ...(outlet !== undefined && { outlet }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(version !== undefined && { version }),
    ...sourceOf(voice.statement, actors),
    ...(context.involved.isParty(voice.statement, value, actors) && { involved: true }),
    stance: voice.stance,
    origin: context.origins.get(report) ?? report,
  })
  const values = valuesOf(event, actors, report).filter(
    ({ field }) => context.about?.(field) ?? true,
  )
  const claims = values.flatMap((value) =>
    voicesOf(value, event, records).map((voice) => claim(value, voice)),
  )
  return [...new Map(claims.map((one) => [one.id, one])).values()]
}

interface Voice {
  readonly statement?: Statement
  readonly stance: Stance
  /** Its own words, where they are not those of the value. */
  readonly words?: readonly Evidence[]
}

/** What the deed was, whoever did it. */
const OF_THE_DEED: ReadonlySet<ClaimField> = new Set([
  'kind',
  'status',
  'time',
  'place',
  'site',
  'means',
])

/** Who gives a value, then who confirms and who denies it. */
function voicesOf(
  { field, value, read }: Value,
  event: Event,
  { statements, actors }: Records,
): Voice[] {
  const carrier = read.statement ?? (event.status === 'denied' ? event.statement : undefined)
  const carried = carrier === undefined ? undefined : statements.get(carrier)
  const other = (stance: Stance) => (id: string) => {
    const found = statements.get(id)
    return found ? [{ statement: found, stance, words: found.content }] : []
  }
  const denies = (id: string): boolean =>
    !OF_THE_DEED.has(field) || !isOwnDenial(id, event, { statements, actors })
  const denials = (read.deniedBy ?? []).filter(denies)
  const own = (event.deniedBy ?? []).filter(
    (id) =>
      field === 'participant.perpetrator' &&
      'actor' in value &&
      speakerOf(statements.get(id), actors) === value.actor,
  )
  return [
    // What a denial takes for given is the report's own.
    carried && (carried.stance !== 'denies' || denies(carried.id))
      ? { statement: carried, stance: carried.stance }
      : { stance: 'asserts' },
    ...(read.confirmedBy ?? []).flatMap(other('confirms')),
    ...[...denials, ...own].flatMap(other('denies')),
  ]
}

/** Who denies a deed of his own denies that it was his, not that it happened, nor when, where and how. */
function isOwnDenial(
  id: string,
  { participants }: Event,
  { statements, actors }: Records,
): boolean {
  const speaker = speakerOf(statements.get(id), actors)
  return participants.some(({ role, actor }) => {
    const doer = actors.get(actor)
    return role === 'perpetrator' && doer !== undefined && actorKeyOf(doer) === speaker
  })
}

/** What the source of a statement is called across reports. */
function speakerOf(
  statement: Statement | undefined,
  actors: Records['actors'],
): string | undefined {
  const id = statement?.source?.actor
  const actor = id === undefined ? undefined : actors.get(id)
  return actor && actorKeyOf(actor)
}

function sourceOf(
  statement: Statement | undefined,
  actors: Records['actors'],
): Pick<Claim, 'statement' | 'source' | 'sourceActor' | 'sourceType'> {
  if (!statement) return {}
  const { id, source } = statement
  const actor = speakerOf(statement, actors)
  return {
    statement: id,
    ...(source && { source: source.text }),
    ...(actor !== undefined && { sourceActor: actor }),
    ...(source?.type && { sourceType: source.type }),
  }
}
