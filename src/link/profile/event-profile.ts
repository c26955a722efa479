import type { EventKey } from '../../records/index.ts'

/** What linking compares of an event: plain JSON, small, and made of its own report alone. Of the event that its report is about, all that title and lead tell counts; of the others, what stands round their mentions. */
export interface EventProfile extends Told {
  readonly key: EventKey
  /** Its place among the events of its report, the one that the report is about first (0). */
  readonly rank: number
}

/** What a stretch of a report tells of some of its events. */
export interface Told {
  /** The day that the report is of, counted from 1970. */
  readonly published?: number
  /** Kinds that it is told as: its own, and of the first event all that the lead tells. */
  readonly kinds: readonly string[]
  /** Days that it was on, counted from 1970; empty where the report tells none exactly. */
  readonly days: readonly number[]
  /** Days that are named near it, its own or others. */
  readonly daysNear: readonly number[]
  /** Where it was, as far as that is told more closely than a country. */
  readonly places: readonly PlaceProfile[]
  /** Places that are named near it, its own or others. */
  readonly placesNear: readonly PlaceProfile[]
  /** Countries that it was in. */
  readonly countries: readonly string[]
  /** The largest number of dead that is told exactly. */
  readonly killed?: number
  /** Numbers of two digits and more that stand near it; no years. */
  readonly numbers: readonly number[]
  readonly words: WordBag
  readonly names: WordBag
}

/** Hashes and weights by turns, in order of the hashes. */
export type WordBag = readonly number[]

/** A place as it is compared. */
export interface PlaceProfile {
  /** As `nameKey` writes it, so that spellings of one name are alike. */
  readonly name: string
  /** How much it says that two events were there: 1 for a town or a spot, less for a province and its namesake. */
  readonly weight: number
}
