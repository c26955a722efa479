import type { Actor, ActorKind, PeopleCount, Span } from '../../records/index.ts'
import type { TokenRange } from '../../text/index.ts'

/** What a noun phrase is: a kind of actor, or something that is none. */
export type MentionType = ActorKind | 'place' | 'time' | 'weapon' | 'event' | 'thing'

/** A noun phrase of the document. The range is the tight phrase (determiner to head, with compounds, "of" names and suffixes); `full` adds appositions, relative clauses and prepositional phrases. */
export interface Mention extends TokenRange {
  readonly index: number
  /** The head token. */
  readonly head: number
  readonly span: Span
  readonly full: TokenRange
  readonly form: 'name' | 'description' | 'pronoun'
  readonly type: MentionType
  /** Id in `data/actors`, where a phrase list knows the name. */
  readonly known?: string
  /** Index in `Mentions.actors`; absent for what is no actor, and for pronouns that are not resolved. */
  readonly actor?: number
  readonly count?: PeopleCount
}

/** All noun phrases of a document and the actors they speak of. */
export interface Mentions {
  /** In order of their heads. */
  readonly all: readonly Mention[]
  readonly actors: readonly Actor[]
  /** The mention whose head is this token. */
  byHead(token: number): Mention | undefined
  /** The tightest mention that holds this token. */
  at(token: number): Mention | undefined
  /** The actor of a mention. */
  actorOf(mention: Mention | undefined): Actor | undefined
}
