import type { Evidence, Read, Said, Sourced } from './evidence.ts'
import type { Figure, PeopleCount } from './figure.ts'
import type { Location } from './place.ts'
import type { TimeRange } from './time.ts'

/** Whether it happened; `general` is talk of a sort of event, never counted as one. */
export type EventStatus =
  'happened' | 'attempted' | 'foiled' | 'planned' | 'threatened' | 'possible' | 'denied' | 'general'
/** What part an actor had in an event. */
export type Role = 'perpetrator' | 'target' | 'victim' | 'party' | 'recipient' | 'supporter'
/** How the report puts it: as fact, by its own claim, by accusation, as a possibility. */
export type Confidence = 'fact' | 'claimed' | 'suspected' | 'possible'

/** When an event was. */
export interface EventTime extends TimeRange {
  /** Id of the Time. */
  readonly ref?: string
}

/** Where an event was. */
export interface EventPlace extends Location {
  readonly name: string
  /** Id of the Place. */
  readonly ref?: string
}

/** An actor in an event; its words are among the mentions of the actor. */
export interface Participant extends Read {
  readonly role: Role
  /** Actor id. */
  readonly actor: string
  readonly confidence?: Confidence
  readonly count?: PeopleCount
}

/** Things harmed. */
export interface Damage extends Read {
  readonly text: string
  readonly level: 'destroyed' | 'damaged' | 'none'
  readonly count?: PeopleCount
}

/** A claim of responsibility, its denial, or that there is none. */
export interface ResponsibilityClaim extends Read {
  readonly stance: 'claims' | 'denies' | 'none'
  /** Actor ids. */
  readonly claimant?: string
  readonly outlet?: string
}

/** How one event of the report stands to another. */
export interface EventRelation {
  readonly kind: 'part-of' | 'response-to' | 'caused-by' | 'same-series'
  readonly event: string
}

/** A codebook's row(s), or the inclusion rule that leaves the event out. */
export type CodeRow = Readonly<Record<string, unknown>>
/** What each codebook makes of an event: a row, or a list of rows. */
export type EventCodes = Readonly<Partial<Record<Codebook, CodeRow | readonly CodeRow[]>>>
/** The codebooks that events are coded for. */
export type Codebook = 'acled' | 'gtd' | 'ucdp' | 'plover' | 'cameo'

/** One thing that this report says happened (or did not, or may). */
export interface Event extends Said {
  readonly id: string
  readonly readBy: string
  readonly kind: string
  readonly status: EventStatus
  /** Every trigger that speaks of it, the most informative first. */
  readonly mentions: readonly Evidence[]
  readonly time?: Sourced<EventTime>
  readonly place?: Sourced<EventPlace>
  readonly site?: Sourced<string>
  readonly participants: readonly Participant[]
  readonly means: readonly Sourced<string>[]
  readonly figures: readonly Figure[]
  readonly damage?: readonly Damage[]
  readonly size?: Sourced<PeopleCount>
  readonly claims: readonly ResponsibilityClaim[]
  readonly relations?: readonly EventRelation[]
  readonly codes: EventCodes
}
