import type { KindClass } from '../../codebook/index.ts'
import type { EventKey, EventStatus, Exactness, Harm } from '../../records/index.ts'

/** What linking compares of an event: plain JSON, small, and of this event alone. */
export interface EventProfile {
  readonly key: EventKey
  readonly kind: string
  readonly class: KindClass
  readonly status: EventStatus
  /** Its place among the events of its report, the one that the report is about first (0). */
  readonly rank: number
  /** The first and last day that it may have been on, counted from 1970. */
  readonly days?: DayRange
  /** The day that the report is of, counted from 1970. */
  readonly published?: number
  readonly place?: PlaceProfile
  /** Hashes of the names of its spot. */
  readonly site?: readonly number[]
  /** Known actors by id, others by their folded names, sorted. */
  readonly actors: readonly string[]
  readonly tolls: Readonly<Partial<Record<Harm, TollRange>>>
  /** Hashes of the words round its mentions, each with its weight in hundredths, sorted by hash. */
  readonly words: WordBag
  /** The same of the title and lead, of the report's first event alone. */
  readonly lead?: WordBag
}

/** First and last day. */
export type DayRange = readonly [number, number]

/** At least, and at most so many; the second is absent where the report sets no bound. */
export type TollRange = readonly [number, number?]

/** Hashes and weights by turns. */
export type WordBag = readonly number[]

/** Where an event was, as far as it can be compared. */
export interface PlaceProfile {
  /** Folded. */
  readonly name: string
  readonly exactness?: Exactness
  readonly country?: string
  readonly admin1?: string
  readonly latitude?: number
  readonly longitude?: number
}
