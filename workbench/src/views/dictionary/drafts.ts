import { OWN_KINDS } from '../../../../src/records/own-actor.ts'
import type { ActorKind, NewOwnActor } from '../../../../src/server/api.ts'

/** The kinds that an actor may be given, in the order in which they are offered. */
export const KINDS = OWN_KINDS.filter((kind) => kind !== 'not-an-actor')

/** An entry while it is filled in. */
export interface ActorDraft {
  name: string
  kind: ActorKind
  /** One on each line. */
  aliases: string
  /** Codes, with commas or spaces between them. */
  country: string
}

/** What is offered for a name, as most reports write and read it. */
export function draftFor({ name, kind }: Pick<ActorDraft, 'name' | 'kind'>): ActorDraft {
  return { name, kind, aliases: '', country: '' }
}

/** The entry that was filled in; undefined as long as nobody says what it is. */
export function entryOf({ name, kind, aliases, country }: ActorDraft): NewOwnActor | undefined {
  if (kind === 'unknown') return undefined
  const others = aliases
    .split('\n')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
  const countries = country.toUpperCase().match(/[A-Z]+/g) ?? []
  return {
    name: name.trim(),
    kind,
    ...(others.length > 0 && { aliases: others }),
    ...(countries.length > 0 && { country: countries }),
  }
}
