import type { Kind } from '../codebook/index.ts'
import type { Actor, Event, Participant, Role } from '../records/index.ts'
import type { CodeContext, KnownNames } from './context.ts'
import { datesOf, type EventDates } from './dates.ts'

/** A side of an event with what is known of it. */
export interface Side {
  readonly actor: Actor
  readonly participant: Participant
  readonly names: KnownNames
}

/** An event laid out for the codings: who did it, to whom, when. */
export interface Frame {
  readonly event: Event
  readonly kind: Kind
  readonly context: CodeContext
  /** Those who did it; for a clash, the first party. */
  readonly doers: readonly Side[]
  /** Those it was done to; for a clash, the other parties. */
  readonly others: readonly Side[]
  readonly dates: EventDates
}

/** Lays an event out; parties of a clash stand one against the rest, in the order of the text. */
export function frameOf(event: Event, kind: Kind, context: CodeContext): Frame {
  const dates = datesOf(event)
  const sides = (...roles: readonly Role[]): Side[] =>
    event.participants.flatMap((participant) => {
      const actor = context.actors.get(participant.actor)
      if (!actor || !roles.includes(participant.role)) return []
      const names = actor.known === undefined ? {} : context.known?.(actor.known, dates.day)
      return [{ actor, participant, names: names ?? {} }]
    })
  const parties = sides('party')
  const doers = sides('perpetrator')
  const others = [...sides('target'), ...sides('victim'), ...sides('recipient')]
  return {
    event,
    kind,
    context,
    dates,
    doers: doers.length > 0 ? doers : parties.slice(0, 1),
    others: [...others, ...(doers.length > 0 ? parties : parties.slice(1))],
  }
}

/** Whether a side holds or serves state power. */
export function isState({ actor }: Side): boolean {
  return actor.kind === 'state-force' || actor.kind === 'government'
}

/** Whether a side bears arms as an organised group or force. */
export function isArmed({ actor }: Side): boolean {
  return actor.kind === 'state-force' || actor.kind === 'armed-group'
}

/** Why an event is no event to count: the rule's name, undefined where it is one. */
export function whyNotCounted({ event, kind }: Frame): string | undefined {
  if (kind.kind === 'toll-summary') return 'summary-of-events'
  if (event.status === 'happened' || event.status === 'attempted') return undefined
  return event.status === 'general' ? 'general' : `not-happened: ${event.status}`
}
