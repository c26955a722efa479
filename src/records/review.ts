import type { Event, EventPlace, Participant, ResponsibilityClaim } from './event.ts'
import type { Evidence } from './evidence.ts'
import type { Figure, PeopleCategory, PeopleCount } from './figure.ts'
import type { Certainty, Stance } from './statement.ts'
import type { TimeRange } from './time.ts'

/** What a reviewer says of a record: it is right, wrong, left for later, something else, or was missed. Of a report as a whole: done with, sent back, left for later. */
export type Verdict = 'accept' | 'reject' | 'skip' | 'edit' | 'add'

/** What a reviewer puts in the place of a value, or adds, by the field that it is of. */
export interface ReviewValues {
  readonly event: Pick<Event, 'kind' | 'status'>
  readonly kind: Pick<Event, 'kind'>
  readonly status: Pick<Event, 'status'>
  readonly time: TimeRange
  readonly place: Omit<EventPlace, 'ref'>
  readonly site: { readonly text: string }
  /** `actor` is the id of an actor of the reading, where it is one. */
  readonly participant: Pick<Participant, 'role' | 'confidence'> & {
    readonly text: string
    readonly actor?: string
  }
  readonly means: { readonly text: string }
  readonly figure: Pick<Figure, 'harm'> & PeopleCount & { readonly of?: PeopleCategory }
  readonly damage: { readonly text: string }
  readonly size: PeopleCount
  readonly claim: Pick<ResponsibilityClaim, 'stance'> & { readonly text?: string }
  readonly statement: { readonly stance: Stance; readonly certainty?: Certainty }
  readonly source: { readonly text: string; readonly actor?: string }
  readonly cue: { readonly text: string }
  readonly content: { readonly text: string }
  readonly stance: { readonly stance: Stance }
}

/** What a record is in its reading. */
export type ReviewField = keyof ReviewValues

/** A value with the field that it is of. */
export type ReviewValue = {
  readonly [Field in ReviewField]: { readonly field: Field } & ReviewValues[Field]
}[ReviewField]

/** What a reviewer says of one record, as it is sent. */
export interface NewReviewDecision {
  readonly report: string
  readonly version: number
  /**
   * The id of what is decided on: the report, an event, a statement, a value; `ID/field` for a part that has no id of its own (`e1/kind`, `s1/source`).
   * To accept the part of an event that is not there (`e1/time`) says that the report does not state it. What is added names itself.
   */
  readonly record: string
  readonly verdict: Verdict
  /** Of an edit, and of what is added. */
  readonly value?: ReviewValue
  /** Of what is added to an event or a statement: its id. */
  readonly of?: string
  readonly evidence?: readonly Evidence[]
  readonly reason?: string
}

/** What a reviewer said of one record, as it is kept. */
export interface ReviewDecision extends NewReviewDecision {
  /** The entry of the log that holds it. */
  readonly entry: number
  readonly at: string
  readonly by: string
  /** What one person did at once, and undoes at once. */
  readonly group: string
  /** The entry of the log that undid it. */
  readonly undone?: number
  /** Whether it rules between coders: then it goes before what they said. */
  readonly rules?: true
}
