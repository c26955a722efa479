import {
  spansMeet,
  type Actor,
  type Event,
  type Evidence,
  type Figure,
  type Participant,
  type Reading,
  type Role,
} from '../../records/index.ts'
import { matchOneToOne } from '../match-one-to-one.ts'
import {
  countRate,
  countShare,
  resultsOf,
  type RateCounter,
  type Scores,
  type ShareCounter,
} from '../score.ts'
import { inText } from '../token-sets.ts'
import { distanceKm } from './places.ts'
import { matchStatements } from './statement-values.ts'

/** A reading with what its events point to. */
interface Side {
  readonly events: readonly Event[]
  readonly actors: ReadonlyMap<string, Actor>
}

/** The same statement in both readings: gold id → ours. */
type SameStatements = ReadonlyMap<string, string>

/**
 * Scores events against events of the same text. Two events are one when a mention of the one touches a mention of the other; the
 * same kind goes first, then the most mentions in common. `status` is a share of the pairs; mentions, roles, figures, means and
 * claims are held against each other within pairs, and those of events without a pair are lost or spurious. Of the figures that are
 * right: `people`, whether they are of the same class; `carrier`, whether they rest on the right statement, or on none.
 */
export function countEvents() {
  const rates = {
    events: countRate(),
    'events of the right kind': countRate(),
    mentions: countRate(),
    participants: countRate(),
    figures: countRate(),
    means: countRate(),
    claims: countRate(),
  }
  const shares = {
    status: countShare(),
    time: countShare(),
    place: countShare(),
    people: countShare(),
    carrier: countShare(),
  }
  const roles = new Map<Role, RateCounter>()
  return {
    add(goldReading: Reading, reading: Reading) {
      const [gold, system] = [sideOf(goldReading), sideOf(reading)]
      const pairs = pairEvents(gold.events, system.events)
      const sizes = { system: system.events.length, gold: gold.events.length }
      rates.events.add({ right: pairs.length, ...sizes })
      const sameKind = pairs.filter(([one, other]) => one.kind === other.kind)
      rates['events of the right kind'].add({ right: sameKind.length, ...sizes })
      const same = sameStatements(goldReading, reading)
      for (const pair of pairs) addShares(shares, pair, same)
      addValues(rates, { gold, system, pairs })
      addRoles(roles, { gold, system, pairs })
    },
    scores: (): Scores => ({
      ...resultsOf(rates),
      'participants by role': resultsOf(Object.fromEntries([...roles].sort())),
      'given the event': resultsOf(shares),
    }),
  }
}

/** What a pair agrees in. */
function addShares(
  shares: Readonly<Record<'status' | 'time' | 'place' | 'people' | 'carrier', ShareCounter>>,
  [one, other]: Pairs[number],
  same: SameStatements,
): void {
  shares.status.add(one.status === other.status)
  if (one.time) shares.time.add(sameTime(one, other))
  if (one.place) shares.place.add(samePlace(one, other))
  for (const [a, b] of matchFigures(one, other)) {
    shares.people.add(a.of?.category === b.of?.category)
    shares.carrier.add(sameCarrier(a, b, same))
  }
}

function sideOf({ events, actors }: Reading): Side {
  return { events, actors: new Map(actors.map((actor) => [actor.id, actor])) }
}

type Pairs = readonly (readonly [Event, Event])[]

function pairEvents(gold: readonly Event[], system: readonly Event[]): Pairs {
  const likeness = (one: Event, other: Event): number => {
    const [a, b] = [inText(one.mentions), inText(other.mentions)]
    const common = a.filter((span) => b.some((mention) => spansMeet(span, mention))).length
    if (common === 0) return 0
    return common / (a.length + b.length) + Number(one.kind === other.kind)
  }
  return matched(gold, system, likeness)
}

function matched<T>(
  gold: readonly T[],
  system: readonly T[],
  likeness: (gold: T, system: T) => number,
): (readonly [T, T])[] {
  return matchOneToOne(gold, system, likeness).flatMap(({ left, right }) => {
    const [one, other] = [gold[left], system[right]]
    return one !== undefined && other !== undefined ? [[one, other] as const] : []
  })
}

function sameTime({ time: a }: Event, { time: b }: Event): boolean {
  return a?.value.earliest === b?.value.earliest && a?.value.latest === b?.value.latest
}

/** The same entry of the gazetteer or within a kilometre; for places that are refused, the same words. */
function samePlace({ place: a }: Event, { place: b }: Event): boolean {
  if (!a || !b) return false
  if (a.value.latitude === undefined && b.value.latitude === undefined)
    return touch(a.evidence, b.evidence) || a.value.name === b.value.name
  return distanceKm(a.value, b.value) < 1
}

function touch(some: readonly Evidence[], others: readonly Evidence[]): boolean {
  return inText(some).some((a) => inText(others).some((b) => spansMeet(a, b)))
}

interface Compared {
  readonly gold: Side
  readonly system: Side
  readonly pairs: Pairs
}

/** How many of a sort an event has, and how many are right in a pair. */
interface Countable {
  readonly of: (event: Event) => number
  readonly right: (gold: Event, system: Event) => number
}

/** Counts in pairs what is right, and elsewhere what is lost or spurious. */
function addCounts(
  rate: RateCounter,
  { gold, system, pairs }: Compared,
  { of, right }: Countable,
): void {
  const all = (side: Side): number => side.events.reduce((sum, event) => sum + of(event), 0)
  rate.add({
    right: pairs.reduce((sum, [one, other]) => sum + right(one, other), 0),
    system: all(system),
    gold: all(gold),
  })
}

/** What belongs to an event, as keys or by likeness. */
function addValues(
  rates: Readonly<
    Record<'mentions' | 'participants' | 'figures' | 'means' | 'claims', RateCounter>
  >,
  compared: Compared,
): void {
  const add = (rate: RateCounter, of: Countable['of'], right: Countable['right']): void =>
    addCounts(rate, compared, { of, right })
  const { actors } = compared.gold
  add(
    rates.mentions,
    ({ mentions }) => inText(mentions).length,
    (one, other) =>
      matched(inText(one.mentions), inText(other.mentions), (a, b) => Number(spansMeet(a, b)))
        .length,
  )
  add(
    rates.participants,
    ({ participants }) => participants.length,
    (one, other) => sameParticipants(one.participants, other.participants, actors),
  )
  add(
    rates.figures,
    ({ figures }) => figures.length,
    (one, other) => matchFigures(one, other).length,
  )
  add(
    rates.means,
    ({ means }) => means.length,
    (one, other) => matched(one.means, other.means, (a, b) => Number(a.value === b.value)).length,
  )
  add(
    rates.claims,
    ({ claims }) => claims.length,
    (one, other) =>
      matched(one.claims, other.claims, (a, b) =>
        Number(a.stance === b.stance && touch(a.evidence, b.evidence)),
      ).length,
  )
}

/** Every role by itself, where either side has it. */
function addRoles(rates: Map<Role, RateCounter>, compared: Compared): void {
  const { gold, system } = compared
  const inRole = ({ participants }: Event, role: Role): readonly Participant[] =>
    participants.filter((one) => one.role === role)
  const all = [...gold.events, ...system.events].flatMap(({ participants }) => participants)
  for (const role of new Set(all.map((one) => one.role))) {
    const rate = rates.get(role) ?? countRate()
    rates.set(role, rate)
    addCounts(rate, compared, {
      of: (event) => inRole(event, role).length,
      right: (one, other) => sameParticipants(inRole(one, role), inRole(other, role), gold.actors),
    })
  }
}

/** The same role, and words of ours at a mention of the gold's actor: which of its mentions was taken does not matter. */
function sameParticipants(
  gold: readonly Participant[],
  system: readonly Participant[],
  actors: ReadonlyMap<string, Actor>,
): number {
  return matched(gold, system, (one, other) => {
    const mentions = actors.get(one.actor)?.mentions ?? one.evidence
    return Number(one.role === other.role && touch(mentions, other.evidence))
  }).length
}

function matchFigures(gold: Event, system: Event): (readonly [Figure, Figure])[] {
  return matched(gold.figures, system.figures, (one, other) => {
    const isSame =
      one.harm === other.harm && one.atLeast === other.atLeast && one.atMost === other.atMost
    return isSame ? 1 + Number(touch(one.evidence, other.evidence)) : 0
  })
}

function sameCarrier({ statement: a }: Figure, { statement: b }: Figure, same: SameStatements) {
  return a === undefined ? b === undefined : b !== undefined && same.get(a) === b
}

function sameStatements(gold: Reading, { statements }: Reading): SameStatements {
  const pairs = matchStatements(gold.report.text, gold.statements, statements)
  return new Map(pairs.map(([one, other]) => [one.id, other.id]))
}
