import type { EventProfile } from './profile/event-profile.ts'

/** Days that an event may be off and still meet another one. */
const SLACK = 1
/** An event whose day is known no better than this meets others by the day of publication alone. */
const WIDEST = 7

/** Keys of an event: two events are compared where they share one. An event has as many keys as it has days and places, whatever else is stored. */
export function blockKeys(profile: EventProfile): string[] {
  const where = placesOf(profile)
  return daysOf(profile).flatMap((day) => where.map((place) => `${day} ${place}`))
}

function daysOf({ days, published }: EventProfile): number[] {
  const known = days && days[1] - days[0] <= WIDEST
  const [first, last] = known ? days : [published, published]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 + SLACK }, (_, i) => first + i)
}

function placesOf({ place }: EventProfile): string[] {
  if (!place) return []
  const { name, country = '', admin1 } = place
  return admin1 === undefined ? [name] : [name, `${country}.${admin1}`]
}
