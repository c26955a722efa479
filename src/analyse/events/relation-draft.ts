import type { EventRelation } from '../../records/index.ts'

/** Two words that tell of events, and how the first event stands to the second. */
export interface RelationDraft {
  readonly kind: EventRelation['kind']
  /** Words that may tell of the first; the first that is a trigger does. */
  readonly of: readonly number[]
  readonly to: readonly number[]
  readonly rule: string
}
