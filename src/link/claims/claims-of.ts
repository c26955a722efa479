import type { Actor, Claim, Event, Read, Stance, Statement } from '../../records/index.ts'
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
}

/** Every value of an event as each source puts it: one claim for whoever gives the value, and one for everybody who confirms or denies it. */
export function claimsOf({ reading, event }: Member, context: ClaimContext): Claim[] {
  const statements = new Map(reading.statements.map((one) => [one.id, one]))
  const actors = new Map(reading.actors.map((one) => [one.id, one]))
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
    evidence: value.read.evidence,
    ...(outlet !== undefined && { outlet }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(version !== undefined && { version }),
    ...sourceOf(voice.statement, actors),
    ...(context.involved.isParty(voice.statement, value, actors) && { involved: true }),
    stance: voice.stance,
    origin: context.origins.get(report) ?? report,
  })
  const claims = valuesOf(event, actors, report).flatMap((value) =>
    voicesOf(value.read, event, statements).map((voice) => claim(value, voice)),
  )
  return [...new Map(claims.map((one) => [one.id, one])).values()]
}

interface Voice {
  readonly statement?: Statement
  readonly stance: Stance
}

/** Who gives a value, then who confirms and who denies it. */
function voicesOf(
  { statement, confirmedBy = [], deniedBy = [] }: Read,
  event: Event,
  statements: ReadonlyMap<string, Statement>,
): Voice[] {
  const carrier = statement ?? (event.status === 'denied' ? event.statement : undefined)
  const carried = carrier === undefined ? undefined : statements.get(carrier)
  const other = (stance: Stance) => (id: string) => {
    const found = statements.get(id)
    return found ? [{ statement: found, stance }] : []
  }
  return [
    carried ? { statement: carried, stance: carried.stance } : { stance: 'asserts' },
    ...confirmedBy.flatMap(other('confirms')),
    ...deniedBy.flatMap(other('denies')),
  ]
}

function sourceOf(
  statement: Statement | undefined,
  actors: ReadonlyMap<string, Actor>,
): Pick<Claim, 'statement' | 'source' | 'sourceActor' | 'sourceType'> {
  if (!statement) return {}
  const { id, source } = statement
  const actor = source?.actor === undefined ? undefined : actors.get(source.actor)
  return {
    statement: id,
    ...(source && { source: source.text }),
    ...(actor && { sourceActor: actorKeyOf(actor) }),
    ...(source?.type && { sourceType: source.type }),
  }
}
