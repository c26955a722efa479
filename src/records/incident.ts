import type { Confidence, EventPlace, EventStatus, Role } from './event.ts'
import type { Evidence } from './evidence.ts'
import type { Harm, PeopleCategory, PeopleCount } from './figure.ts'
import type { Stance } from './statement.ts'
import type { TimeRange } from './time.ts'

/** An event of a report, by the ids of both. */
export interface EventKey {
  readonly report: string
  readonly event: string
}

/** What spoke for or against two events being one: its name, what it adds to the score, and the values in words. */
export interface LinkReason {
  readonly name: string
  readonly weight: number
  readonly detail?: string
}

/** How well two events go together. The pair alone decides it, whatever else is known. */
export interface EventLink {
  readonly a: EventKey
  readonly b: EventKey
  /** 0 to 1. */
  readonly score: number
  readonly reasons: readonly LinkReason[]
  /** What keeps them apart whatever their score: the name of a hard conflict. */
  readonly conflict?: string
}

/** What somebody decided on two events; it outweighs every score until it is undone. */
export interface LinkDecision {
  readonly id: string
  readonly a: EventKey
  readonly b: EventKey
  readonly verdict: 'same' | 'not-the-same'
}

/** Reports that go back to one text or one agency. */
export interface Origin {
  readonly id: string
  /** Report ids, the earliest first. */
  readonly reports: readonly string[]
  /** Why they are one: copied, credited to an agency, quoted after another outlet; of a single report, why it stands alone. */
  readonly why: string
}

/** Fields of an incident that sources give values for. */
export type ClaimField =
  | 'kind'
  | 'status'
  | 'time'
  | 'place'
  | 'site'
  | 'means'
  | `participant.${Role}`
  | `figure.${Harm}`
  | 'responsibility'

/** What a claim says of its field. */
export type ClaimValue =
  | { readonly text: string }
  | { readonly status: EventStatus }
  | { readonly time: TimeRange }
  | { readonly place: EventPlace }
  | { readonly actor: string; readonly confidence?: Confidence; readonly count?: PeopleCount }
  | (PeopleCount & {
      readonly of?: PeopleCategory
      readonly total?: true
      readonly partOf?: string
      readonly series?: 'new' | 'cumulative' | 'revised'
      readonly asOf?: TimeRange
    })

/** One value of an event as one source puts it. */
export interface Claim {
  readonly id: string
  /** Incident id. */
  readonly incident: string
  readonly field: ClaimField
  readonly value: ClaimValue
  readonly report: string
  readonly event: string
  /** Id of the value in its reading. */
  readonly valueId: string
  readonly evidence: readonly Evidence[]
  readonly outlet?: string
  readonly publishedAt?: string
  /** Statement id, where the report does not say it itself. */
  readonly statement?: string
  /** Whoever is said to have said it. */
  readonly source?: string
  readonly stance: Stance
  /** Origin id. */
  readonly origin: string
}

/** How one value is picked of many: as ACLED does, as UCDP does, the newest, what most origins say, or by a list of trusted outlets. */
export type Policy = 'conservative' | 'range' | 'latest' | 'majority-of-origins' | 'source-order'

/** The value that stands under a policy, and the claims for and against it (claim ids). */
export interface Standing {
  readonly value: ClaimValue
  readonly policy: Policy
  readonly because: readonly string[]
  readonly against: readonly string[]
}

/** How many people came to harm, as the claims have it. */
export interface Toll {
  readonly low?: number
  readonly best?: number
  readonly high?: number
  readonly policy: Policy
  /** Claim ids. */
  readonly because: readonly string[]
}

/** One happening in the world, as the events of many reports tell it. */
export interface Incident {
  readonly id: string
  readonly events: readonly EventKey[]
  readonly kind: string
  readonly status: EventStatus
  readonly time?: TimeRange
  readonly place?: EventPlace
  readonly values: readonly Claim[]
  readonly stands: Readonly<Partial<Record<ClaimField, Standing>>>
  readonly figures: Readonly<Partial<Record<Harm, Toll>>>
  readonly origins: readonly Origin[]
}
