import type {
  Actor,
  ClaimField,
  ClaimValue,
  Damage,
  Event,
  EventPlace,
  Figure,
  Participant,
  Read,
  ResponsibilityClaim,
  Sourced,
} from '../../records/index.ts'
import { actorNameOf } from './actor-name.ts'
import { figureClaimId } from './claim-id.ts'

/** One value of an event, as it is compared across reports. */
export interface Value {
  readonly field: ClaimField
  readonly value: ClaimValue
  readonly read: Read
}

type Actors = ReadonlyMap<string, Actor>

/** All values of an event, rival ones too. */
export function valuesOf(event: Event, actors: Actors, report: string): Value[] {
  const { id, readBy, mentions, statement, confirmedBy, deniedBy } = event
  const read: Read = {
    id,
    readBy,
    evidence: mentions,
    ...(statement !== undefined && { statement }),
    ...(confirmedBy && { confirmedBy }),
    ...(deniedBy && { deniedBy }),
  }
  return [
    { field: 'kind', value: { text: event.kind }, read: { id, readBy, evidence: mentions } },
    { field: 'status', value: { status: statusOf(event) }, read },
    ...sourced('time', event.time, ({ earliest, latest }) => ({
      time: {
        ...(earliest !== undefined && { earliest }),
        ...(latest !== undefined && { latest }),
      },
    })),
    ...sourced('place', event.place, (value) => ({ place: withoutRef(value) })),
    ...sourced('site', event.site, (text) => ({ text })),
    ...event.means.flatMap((means) => sourced('means', means, (text) => ({ text }))),
    ...sourced('size', event.size, (count) => count),
    ...(event.damage ?? []).map(damageValue),
    ...event.participants.flatMap((one) => participantValue(one, actors)),
    ...event.figures.map((figure) => figureValue(figure, event, report)),
    ...event.claims.map((claim) => responsibilityValue(claim, actors)),
  ]
}

/** What somebody denies is that it happened. */
function statusOf({ status, statement }: Event): Event['status'] {
  return status === 'denied' && statement !== undefined ? 'happened' : status
}

function sourced<T>(
  field: ClaimField,
  one: Sourced<T> | undefined,
  valueOf: (value: T) => ClaimValue,
): Value[] {
  if (!one) return []
  return [one, ...(one.also ?? [])].map((each) => ({
    field,
    value: valueOf(each.value),
    read: each,
  }))
}

/** A place as it is known outside its reading. */
function withoutRef(place: EventPlace): EventPlace {
  const { ref, ...known } = place
  return ref === undefined ? place : known
}

function damageValue(damage: Damage): Value {
  const { text, level, count } = damage
  return { field: 'damage', value: { text, level, ...(count && { count }) }, read: damage }
}

function participantValue(one: Participant, actors: Actors): Value[] {
  const actor = actors.get(one.actor)
  if (!actor) return []
  const { role, confidence, count } = one
  const value = {
    ...actorNameOf(actor),
    ...(confidence && { confidence }),
    ...(count && { count }),
  }
  return [{ field: `participant.${role}`, value, read: one }]
}

function figureValue(figure: Figure, event: Event, report: string): Value {
  const { atLeast, atMost, vague, of, total, series, asOf } = figure
  const holder = event.figures.find(({ id }) => id === figure.partOf)
  const value = {
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
    ...(vague && { vague }),
    ...(of && { of: of.category }),
    ...(total && { total }),
    ...(holder && { partOf: figureClaimId({ report, event: event.id }, holder) }),
    ...(series && { series }),
    ...(asOf && { asOf }),
  }
  return { field: `figure.${figure.harm}`, value, read: figure }
}

function responsibilityValue(claim: ResponsibilityClaim, actors: Actors): Value {
  const claimant = claim.claimant === undefined ? undefined : actors.get(claim.claimant)
  const value = { responsibility: claim.stance, ...(claimant && actorNameOf(claimant)) }
  return { field: 'responsibility', value, read: claim }
}
