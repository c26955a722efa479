import type {
  Damage,
  Event,
  EventPlace,
  EventTime,
  Figure,
  Participant,
  Place,
  Read,
  ResponsibilityClaim,
  Sourced,
  Time,
} from '../../records/index.ts'
import { writeCount, writeRange } from './count.ts'
import {
  line,
  quotes,
  writeLocation,
  writeOther,
  writeReference,
  writeSaid,
} from './draft-values.ts'
import type { DraftContext } from './handles.ts'
import { locationIn } from './read-sourced.ts'
import { eventCarrier } from './refs.ts'
import { writeLiteral } from './write-words.ts'

/** What an event's lines are written with. */
export interface EventContext extends DraftContext {
  readonly times: ReadonlyMap<string, Time>
  readonly places: ReadonlyMap<string, Place>
}

/** An event and its values, a line for each. */
export function draftEvent(event: Event, context: EventContext): string[] {
  const { id, kind, status, mentions } = event
  const head = line(
    'event',
    context.handleOf(id),
    kind,
    status !== 'happened' && status,
    quotes(mentions, context),
    writeSaid(event, eventCarrier({ mentions }, context.refs), context),
  )
  return [head, ...partsOf(event, context).map((part) => `  ${part}`)]
}

function partsOf(event: Event, context: EventContext): string[] {
  const { means, figures, damage = [], relations = [] } = event
  return [
    ...sourcedParts(event, context),
    ...event.participants.map((one) => draftParticipant(one, context)),
    ...means.flatMap((one) =>
      sourced('means', one, { write: ({ value }) => ({ before: value }), context }),
    ),
    ...figures.map((figure) => draftFigure(figure, { figures, context })),
    ...damage.map((one) => draftDamage(one, context)),
    ...event.claims.map((one) => draftClaim(one, context)),
    ...relations.map((one) => line(one.kind, context.handleOf(one.event))),
  ]
}

function sourcedParts({ time, place, site, size }: Event, context: EventContext): string[] {
  const other = (value: string, one: Sourced<unknown>) =>
    writeOther('as', value, one.evidence[0]?.quote)
  return [
    ...sourced('time', time, { write: when, context }),
    ...sourced('place', place, { write: where, context }),
    ...sourced('site', site, {
      write: ({ value }, one) => ({ after: other(value, one) }),
      context,
    }),
    ...sourced('size', size, { write: ({ value }) => ({ before: writeCount(value) }), context }),
  ]
}

function draftParticipant(one: Participant, context: EventContext): string {
  const { role, confidence, count, actor, evidence } = one
  const isFound = context.refs.actorsCalled(evidence).join() === context.refOf(actor)
  const reference = !isFound && context.handleOf(actor)
  return line(role, confidence, count && writeCount(count), reference, words(one, context))
}

function draftDamage(one: Damage, context: EventContext): string {
  const other = writeOther('as', one.text, one.evidence[0]?.quote)
  return line('damage', one.level, one.count && writeCount(one.count), words(one, context, other))
}

function draftClaim(one: ResponsibilityClaim, context: EventContext): string {
  const { stance, claimant, outlet } = one
  const clauses = line(
    claimant !== undefined && `by ${context.handleOf(claimant)}`,
    outlet !== undefined && `through ${context.handleOf(outlet)}`,
  )
  return line('claim', stance, words(one, context, clauses))
}

/** The quotes of a value, clauses of its own, and who says it. */
function words(read: Read, context: EventContext, clauses?: string): string {
  return line(
    quotes(read.evidence, context),
    clauses,
    writeSaid(read, context.refs.carrier(read.evidence), context),
  )
}

interface Written {
  /** Plain words before the quotes. */
  readonly before?: string | undefined
  /** Clauses behind them. */
  readonly after?: string | undefined
}

interface Writer<T> {
  readonly write: (
    one: { readonly value: T },
    sourced: Sourced<T>,
    context: EventContext,
  ) => Written
  readonly context: EventContext
}

/** A value, and its rivals behind it. */
function sourced<T>(
  label: string,
  value: Sourced<T> | undefined,
  { write, context }: Writer<T>,
): string[] {
  if (!value) return []
  const one = (each: Sourced<T>): string => {
    const { before, after } = write(each, each, context)
    return line(before, words(each, context, after))
  }
  return [
    `${label} ${one(value)}`,
    ...(value.also ?? []).map((rival) => `or ${label} ${one(rival)}`),
  ]
}

function when(
  { value }: { readonly value: EventTime },
  { evidence }: Sourced<EventTime>,
  context: EventContext,
): Written {
  const { ref, earliest, latest } = value
  const time = ref === undefined ? undefined : context.times.get(ref)
  const isSame = earliest === time?.earliest && latest === time?.latest
  return {
    before: line(
      ref === undefined ? 'alone' : writeReference(ref, { sort: 'time', evidence }, context),
      !isSame && (writeRange(value) ?? 'undated'),
    ),
  }
}

function where(
  { value }: { readonly value: EventPlace },
  { evidence }: Sourced<EventPlace>,
  context: EventContext,
): Written {
  const { ref, name, ...location } = value
  const place = ref === undefined ? undefined : context.places.get(ref)
  const [own, its] = [location, locationIn(place)].map((one) =>
    JSON.stringify(Object.entries(one).sort()),
  )
  const isSame = place !== undefined && name === place.name && own === its
  const { plain, clauses } = writeLocation(location)
  return {
    before: line(
      ref === undefined ? 'alone' : writeReference(ref, { sort: 'place', evidence }, context),
      !isSame && plain,
    ),
    ...(!isSame && { after: line(`called ${writeLiteral(name)}`, clauses) }),
  }
}

function draftFigure(
  figure: Figure,
  { figures, context }: { figures: readonly Figure[]; context: EventContext },
): string {
  const { id, harm, of, total, series, partOf, asOf, evidence } = figure
  const { handleOf } = context
  const isWhole = figures.some((one) => one.partOf === id)
  const all = evidence.map(({ quote }) => quote).join(' ')
  const people =
    of &&
    line(of.text !== all && writeLiteral(of.text), of.actor !== undefined && handleOf(of.actor))
  return line(
    harm,
    isWhole && handleOf(id),
    writeCount(figure),
    of?.category,
    total && 'total',
    series,
    words(
      figure,
      context,
      line(
        people && `of ${people}`,
        partOf !== undefined && `part of ${handleOf(partOf)}`,
        asOf && `as of ${asOf.earliest ?? ''}..${asOf.latest ?? ''}`,
      ),
    ),
  )
}
