import type { NewOwnActor } from './own-actor.ts'

/** What is to be changed: a word of the lists, an actor that is to be known, or how something is read. */
export const PROPOSAL_KINDS = ['lexicon', 'actor', 'rule'] as const
/** What is to be changed. */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** What became of a proposal. */
export const PROPOSAL_STATES = ['open', 'accepted', 'refused'] as const
/** What became of a proposal. */
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Folders of `test/cases`: what of a reading a case is about. */
export const CASE_FOLDERS = [
  'kinds',
  'status',
  'same',
  'roles',
  'scene',
  'figures',
  'damage',
  'sizes',
  'relations',
  'claims',
  'events',
  'statements',
  'stances',
  'sources',
  'topics',
  'times',
  'places',
  'actors',
] as const
/** What of a reading a case is about. */
export type CaseFolder = (typeof CASE_FOLDERS)[number]

/** A short text in words of one's own, and the records that are to be read of it, as the files of `test/cases` have them. */
export interface RegressionCase {
  readonly title: string
  readonly folder: CaseFolder
  /** When it was published: a day. */
  readonly date?: string
  readonly text: string
  readonly expected: string
}

/** Where in a report it was seen. */
export interface ProposalOrigin {
  readonly report: string
  readonly version: number
  readonly start: number
  readonly end: number
}

/** What somebody proposes. */
export interface NewProposal {
  readonly kind: ProposalKind
  /** What is to be changed, in a sentence or two. */
  readonly asks: string
  readonly case: RegressionCase
  /** Of a proposal of an actor: the entry of the dictionary that it becomes. */
  readonly actor?: NewOwnActor
  readonly origin?: ProposalOrigin
}
