import type { Read } from './evidence.ts'
import type { TimeRange } from './time.ts'

/** What befell people. */
export type Harm =
  'killed' | 'injured' | 'missing' | 'abducted' | 'detained' | 'displaced' | 'freed'
/** Which class of people they are. */
export type PeopleCategory =
  | 'civilian'
  | 'combatant'
  | 'police'
  | 'soldier'
  | 'official'
  | 'diplomat'
  | 'aid-worker'
  | 'journalist'
  | 'medic'
  | 'child'
  | 'woman'
  | 'worker'
  | 'detainee'
  | 'perpetrator'
  | 'unknown'

/** How many, as exact as the words: "at least 12" is `{atLeast: 12}`, "dozens" is `{atLeast: 24, vague: true}`. */
export interface PeopleCount {
  readonly atLeast?: number
  readonly atMost?: number
  readonly vague?: true
}

/** Whom a figure counts. */
export interface People {
  readonly text: string
  readonly category: PeopleCategory
  /** Actor id. */
  readonly actor?: string
}

/** People harmed. */
export interface Figure extends Read, PeopleCount {
  readonly harm: Harm
  readonly of?: People
  /** The event's toll as a whole. */
  readonly total?: true
  /** Id of the figure that contains it. */
  readonly partOf?: string
  readonly series?: 'new' | 'cumulative' | 'revised'
  readonly asOf?: TimeRange
}
