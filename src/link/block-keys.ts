import type { EventProfile } from './profile/event-profile.ts'
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

/** Keys of an event: two events are compared where they share one. Each joins a day (of publication or named) with something else that both tell: a place, a toll, a kind that is not told every day, or any kind of what the report is about. */
export function blockKeys(profile: EventProfile): string[] {
  const things = thingsOf(profile)
  return daysOf(profile).flatMap((day) => things.map((thing) => `${day} ${thing}`))
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
