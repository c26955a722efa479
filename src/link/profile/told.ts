import type { Event, Reading } from '../../records/index.ts'
import type { LinkKit } from '../link-kit.ts'
import { dayOf, daysNamed, exactDaysOf } from './days.ts'
import type { Told } from './event-profile.ts'
import { mostKilled, numbersIn } from './figures.ts'
import { profilePlaces } from './places.ts'
import { textsOf, type Scope } from './scope.ts'
import { thingsWithin, type Named } from './spots.ts'
import { bagOf } from './word-bag.ts'

/** Where something is told, and how many words and names of it are kept. */
export interface Telling {
  readonly scope: Scope
  readonly words: number
  readonly names: number
}

/** The report that something is told in. */
export interface Around {
  readonly reading: Reading
  readonly named: Named
  readonly kit: LinkKit
}

/** What a report tells of some of its events, as one, in a scope. */
export function toldOf(
  events: readonly Event[],
  { scope, words, names }: Telling,
  { reading, named, kit }: Around,
): Told {
  const published = publishedOf(reading)
  const places = events.flatMap(({ place }) => (place ? [place.value] : []))
  // Where a report was written tells nothing of what it tells.
  const placesNear = thingsWithin(named.places, scope).filter(({ role }) => role !== 'dateline')
  const killed = mostKilled(events)
  const texts = textsOf(scope, reading)
  return {
    ...(published !== undefined && { published }),
    kinds: distinct(events.map(({ kind }) => kind)),
    days: distinct(events.flatMap(({ time }) => (time ? exactDaysOf(time.value) : []))),
    daysNear: distinct(daysNamed(thingsWithin(named.times, scope), published)),
    places: profilePlaces(places),
    placesNear: profilePlaces(placesNear),
    countries: distinct(places.flatMap(({ country }) => country ?? [])),
    ...(killed > 0 && { killed }),
    numbers: numbersIn(texts),
    words: bagOf(texts, kit.weights, words),
    names: bagOf(namesIn(texts), kit.weights, names),
  }
}

/** The day that a report is of, counted from 1970. */
export function publishedOf({ report }: Reading): number | undefined {
  return report.publishedAt === undefined ? undefined : dayOf(report.publishedAt)
}

const NAME = /(?<=[\p{L}\p{N},;:)] )\p{Lu}[\p{L}'’-]+/gu

/** Words with a capital that do not open a sentence. */
function namesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => Array.from(text.matchAll(NAME), ([name]) => name))
}

/** Each value once, in order. */
function distinct<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))
}
