import { HASH_START, hashNumberOn, hashOn } from '../base/hash.ts'
import type { EventProfile, WordBag } from './profile/event-profile.ts'
import { heaviest } from './profile/word-bag.ts'
import { isRare } from './score/kinds.ts'

/** Reports of one happening come out within so many days, the day itself counted. */
const WINDOW = 3
/** Days and places of an event that make keys. */
const MOST_DAYS = 3
const MOST_PLACES = 5
/** Fewer dead are as many by chance. */
const LEAST_KILLED = 5

/** Kinds that make keys. */
const MOST_KINDS = 3

/** Names whose pairs make keys. */
const MOST_NAMES = 12

/** Keys of an event, each once: two events are compared where they share one. Each joins a day (of publication or named) with something else that both tell: a place, a toll, a kind that is not told every day, or any kind of what the report is about. What a report without a day is about has pairs of names as well. They are hashes: two keys with the same one mean one comparison more. */
export function blockKeys(profile: EventProfile): number[] {
  const things = thingsOf(profile).map((thing) => hashOn(HASH_START, thing))
  const keys = daysOf(profile).flatMap((day) => things.map((thing) => joined([day, thing])))
  const { published, rank, names } = profile
  return [...new Set(published === undefined && rank === 0 ? [...keys, ...pairsOf(names)] : keys)]
}

/** Pairs of the weightiest names. */
function pairsOf(names: WordBag): number[] {
  const heavy = heaviest(names, MOST_NAMES)
  return heavy.flatMap((one, i) => heavy.slice(i + 1).map((other) => joined([one, other])))
}

function joined(parts: readonly number[]): number {
  return parts.reduce(hashNumberOn, HASH_START)
}

function daysOf({ days, published }: EventProfile): number[] {
  const window =
    published === undefined ? [] : Array.from({ length: WINDOW }, (_, i) => published + i)
  return [...new Set([...days.slice(-MOST_DAYS), ...window])]
}

function thingsOf({ places, placesNear, killed = 0, kinds, rank }: EventProfile): string[] {
  const names = [...new Set([...places, ...placesNear].map(({ name }) => name))]
  const telling = rank === 0 ? kinds : kinds.filter(isRare)
  return [
    ...names.slice(0, MOST_PLACES),
    ...(killed >= LEAST_KILLED ? [`killed ${killed}`] : []),
    ...telling.slice(0, MOST_KINDS).map((kind) => `kind ${kind}`),
  ]
}
