/** What can be wrong with a reading; `docs/records.md` tells each. */
export type ViolationKind =
  | 'shape' // a key that is missing, unknown or of the wrong sort
  | 'member' // not in a closed list
  | 'id' // missing, or not alone in the reading
  | 'reference' // names nothing in the reading
  | 'hash' // not the SHA-256 of the text
  | 'void' // empty instead of absent
  | 'span' // a quote that is not the text
  | 'wide' // more words than the value needs
  | 'mention' // a participant's words are no mention of its actor
  | 'time' // an event's time stands on no Time
  | 'place' // an event's place stands on no Place
  | 'number' // a count that its words do not say

/** One breach of the contract: where in the reading, and what is wrong. */
export interface Violation {
  /** Id of the report. */
  readonly report: string
  readonly kind: ViolationKind
  /** `events[0].figures[1].evidence[0]`. */
  readonly path: string
  readonly reason: string
}

/** Takes what a check finds. */
export type Say = (kind: ViolationKind, path: string, reason: string) => void
