import type { ActorKind } from './actor.ts'
import type {
  Confidence,
  Damage,
  EventPlace,
  EventStatus,
  ResponsibilityClaim,
  Role,
} from './event.ts'
import type { Evidence } from './evidence.ts'
import type { Harm, PeopleCategory, PeopleCount } from './figure.ts'
import type { SourceType, Stance } from './statement.ts'
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

/** Reports that tell what one outlet, agency or named source told first. */
export interface Origin {
  readonly id: string
  /** Report ids, the earliest first. */
  readonly reports: readonly string[]
  /** Why they are one: copied, credited to an agency, passing on one source; of a single report, why it stands alone. */
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
  | 'size'
  | 'damage'
  | `participant.${Role}`
  | `figure.${Harm}`
  | 'responsibility'

/** Somebody across reports: the id of a known actor, else the name without its case and articles. */
export interface ActorName {
  readonly actor: string
  /** For people, as one report writes it. */
  readonly name: string
  /** Absent for "gunmen" and others who are only described. */
  readonly named?: true
  readonly kind: ActorKind
  /** ISO 3166-1 alpha-3. */
  readonly country?: readonly string[]
}

/** Who took part. */
export interface ActorValue extends ActorName {
  readonly confidence?: Confidence
  readonly count?: PeopleCount
}

/** Who claims or denies it; nobody is named where none is said to. */
export interface ResponsibilityValue extends Partial<ActorName> {
  readonly responsibility: ResponsibilityClaim['stance']
}

/** How many came to harm, and of whom. */
export interface FigureValue extends PeopleCount {
  readonly of?: PeopleCategory
  readonly total?: true
  /** Id of the claim that contains it. */
  readonly partOf?: string
  readonly series?: 'new' | 'cumulative' | 'revised'
  readonly asOf?: TimeRange
}

/** What was harmed, and how badly. */
export type DamageValue = Pick<Damage, 'text' | 'level' | 'count'>

/** What a claim says of its field. */
export type ClaimValue =
  | { readonly text: string }
  | DamageValue
  | { readonly status: EventStatus }
  | { readonly time: TimeRange }
  | { readonly place: EventPlace }
  | ActorValue
  | ResponsibilityValue
  | FigureValue

/** One value of an event as one source puts it. */
export interface Claim {
  /** Made of the report, the event, the value and the statement: the same whatever incident the event is in. */
  readonly id: string
  /** Incident id. */
  readonly incident: string
  readonly field: ClaimField
  readonly value: ClaimValue
  readonly report: string
  readonly event: string
  /** Id of the value in its reading; of the kind and the status, that of the event. */
  readonly valueId: string
  /** The words that give the value, or those that confirm or deny it. */
  readonly evidence: readonly Evidence[]
  readonly outlet?: string
  readonly publishedAt?: string
  /** Of the report. */
  readonly version?: number
  /** Statement id, where the report does not say it itself. */
  readonly statement?: string
  /** Whoever is said to have said it, in the words of the report. */
  readonly source?: string
  /** The same across reports, as `ActorName.actor`. */
  readonly sourceActor?: string
  readonly sourceType?: SourceType
  /** True where the source took part itself: its word alone is no fact. */
  readonly involved?: true
  readonly stance: Stance
  /** Origin id. */
  readonly origin: string
}

/** How one value is picked of many: as ACLED does, as UCDP does, the newest, what most origins say, or by a list of trusted outlets. */
export type Policy = 'conservative' | 'range' | 'latest' | 'majority-of-origins' | 'source-order'

/** A policy with what it needs. */
export interface Settling {
  readonly policy: Policy
  /** Outlets and sources, the most trusted first; for `source-order`. */
  readonly order?: readonly string[]
}

/** A value that stands under a policy, and the claims for and against it (claim ids). */
export interface Standing {
  readonly value: ClaimValue
  readonly policy: Policy
  /** True where only those who took part say so: never a fact. */
  readonly claimed?: true
  readonly because: readonly string[]
  readonly against: readonly string[]
}

/** What one source counted at one time; claim ids. */
export interface TollStep extends PeopleCount {
  readonly publishedAt?: string
  /** Where it counts only some of the people. */
  readonly of?: PeopleCategory
  readonly because: readonly string[]
  /** How it stands to what was told before: the first, said again, raised, lowered, another number at the same time, or more of them. */
  readonly step: 'first' | 'again' | 'up' | 'down' | 'rival' | 'more'
  /** True where a later step took its place. */
  readonly past?: true
}

/** How many, by the claims that nothing later took the place of. */
export interface TollBounds {
  readonly low?: number
  /** The number that the policy picks. */
  readonly best?: number
  readonly high?: number
  /** True where nobody gives an upper end: "at least 12". */
  readonly open?: true
  /** True where the words give no number: "dozens". */
  readonly vague?: true
  /** True where only those who took part say so: never a fact. */
  readonly claimed?: true
  /** Claim ids; those of all parts where the number is their sum. */
  readonly because: readonly string[]
  readonly against: readonly string[]
}

/** How many people came to harm, as the claims have it. */
export interface Toll extends TollBounds {
  readonly policy: Policy
  /** Whom it counts, where nobody counts everybody. */
  readonly of?: PeopleCategory
  /** The same for some of the people, by the reports that give the number in all. */
  readonly parts?: readonly (TollBounds & { readonly of: PeopleCategory })[]
  /** What was counted when, the earliest first. */
  readonly history: readonly TollStep[]
}

/** Values that cannot all be true. Listed, never averaged. */
export interface Contradiction {
  readonly id: string
  readonly field: ClaimField
  readonly kind: 'denied' | 'another-actor' | 'another-place' | 'another-time' | 'other-figure'
  /** Each with the claims that give it (claim ids). */
  readonly sides: readonly { readonly value: ClaimValue; readonly claims: readonly string[] }[]
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
  /** The values that stand for each field; several where they do not exclude each other. */
  readonly stands: Readonly<Partial<Record<ClaimField, readonly Standing[]>>>
  readonly figures: Readonly<Partial<Record<Harm, Toll>>>
  readonly contradictions: readonly Contradiction[]
  readonly origins: readonly Origin[]
}

/** What is new in an incident between two states, and why. */
export interface IncidentChange {
  readonly kind: ChangeKind
  readonly field?: ClaimField
  /** What stood, and what stands now. */
  readonly before?: ClaimValue
  readonly after?: ClaimValue
  /** Reports that made the change, by id. */
  readonly reports: readonly string[]
  /** In words: "the governor (Velka Post, 2024-03-06)". */
  readonly why: string
}

/** What changed: the incident itself, a report of it, a value that stands, one that a new version of a report left out, a toll, what cannot all be true. */
export type ChangeKind =
  | 'new-incident'
  | 'gone-incident'
  | 'new-report'
  | 'gone-report'
  | 'new-version'
  | 'value-new'
  | 'value-changed'
  | 'value-gone'
  | 'value-left-out'
  | 'toll-up'
  | 'toll-down'
  | 'contradiction-new'
  | 'contradiction-gone'
