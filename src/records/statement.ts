import type { Evidence } from './evidence.ts'

/** What sort of source it is. */
export type SourceKind =
  'named-person' | 'unnamed-person' | 'group' | 'organisation' | 'media' | 'document'
/** What makes it a source. */
export type SourceType =
  | 'official'
  | 'military'
  | 'police'
  | 'medic'
  | 'witness'
  | 'resident'
  | 'relative'
  | 'armed-group'
  | 'analyst'
  | 'aid-worker'
  | 'diplomat'
  | 'journalist'
  | 'rights-group'
  | 'other'
/** In quotation marks, in the report's own words, or partly so. */
export type StatementForm = 'direct' | 'indirect' | 'mixed'
/** How the source stands to what it says; `declines` is a refusal to comment. */
export type Stance =
  | 'asserts'
  | 'confirms'
  | 'claims'
  | 'denies'
  | 'suggests'
  | 'doubts'
  | 'warns'
  | 'accuses'
  | 'demands'
  | 'promises'
  | 'hopes'
  | 'asks'
  | 'threatens'
  | 'declines'
/** How sure the source says it is. */
export type Certainty = 'certain' | 'probable' | 'possible' | 'unstated'
/** What a statement is about, besides events. */
export type Topic =
  'responsibility' | 'motive' | 'toll' | 'perpetrator' | 'assessment' | 'outlook' | 'other'

/** Why a source stays unnamed. */
export interface Anonymity {
  readonly reason?: string
  readonly evidence: readonly Evidence[]
}

/** Who is said to have said it. */
export interface Source {
  /** Actor ids. */
  readonly actor?: string
  readonly actors?: readonly string[]
  readonly text: string
  readonly evidence: readonly Evidence[]
  readonly kind: SourceKind
  readonly type?: SourceType
  readonly anonymity?: Anonymity
}

/** Somebody a statement is told to, or an outlet it came through. */
export interface Party {
  readonly text: string
  readonly actor?: string
  readonly evidence: readonly Evidence[]
}

/** Somebody saying (thinking, claiming, fearing) something in the report. */
export interface Statement {
  readonly id: string
  readonly readBy: string
  readonly source?: Source
  readonly cue?: { readonly lemma: string; readonly evidence: readonly Evidence[] }
  /** One or more spans, in order. */
  readonly content: readonly Evidence[]
  readonly form: StatementForm
  readonly stance: Stance
  readonly certainty: Certainty
  readonly to?: Party
  readonly via?: Party
  /** Time id: when it was said. */
  readonly time?: string
  /** Event ids. */
  readonly about: readonly string[]
  readonly topic?: Topic
  /** The statement that reports this one. */
  readonly within?: string
  /** The question it answers. */
  readonly answers?: string
}
