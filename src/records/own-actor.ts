import type { ActorKind } from './actor.ts'

/** What somebody says that a name is: an actor of a kind, or none (of which no mention is to be made). */
export type OwnKind = Exclude<ActorKind, 'unknown'> | 'not-an-actor'

/** The kinds that a name may be given, in the order in which they are offered. */
export const OWN_KINDS = [
  'armed-group',
  'state-force',
  'government',
  'organisation',
  'media',
  'person',
  'civilians',
  'crowd',
  'facility',
  'not-an-actor',
] as const satisfies readonly OwnKind[]

/** A name that somebody adds to the dictionary of a store. */
export interface NewOwnActor {
  /** As reports write it: names count in these letters, large and small. */
  readonly name: string
  /** Other names of the same. */
  readonly aliases?: readonly string[]
  readonly kind: OwnKind
  /** ISO 3166-1 alpha-3 (XKX for Kosovo). */
  readonly country?: readonly string[]
}

/** An entry of the dictionary: what the reader knows of it. */
export interface OwnActor extends NewOwnActor {
  /** What readings say as `known`. */
  readonly id: string
}

/** All names of an entry. */
export function ownNames({ name, aliases = [] }: NewOwnActor): string[] {
  return [name, ...aliases]
}
