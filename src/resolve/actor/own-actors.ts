import { ownNames, type OwnActor } from '../../records/index.ts'
import type { PhraseEntry } from '../../text/index.ts'
import type { ActorIndex, ActorName } from './actor-index.ts'

/** An index that knows the actors of a dictionary, too. What the dictionary says of a name counts, whatever else has it; a name that it says is no actor's is on the list `no-actor`. */
export function addOwnActors(index: ActorIndex, own: readonly OwnActor[]): ActorIndex {
  const listed = new Map(own.map((actor) => [actor.id, actor]))
  const names = own.flatMap((actor) =>
    ownNames(actor).map((phrase): ActorName => ({ phrase, entry: entryOf(actor) })),
  )
  const taken = new Set(names.map(({ phrase }) => phrase.toLowerCase()))
  return {
    *phrases() {
      for (const one of index.phrases()) if (!taken.has(one.phrase.toLowerCase())) yield one
      yield* names
    },
    resolveActor(id, day) {
      const actor = listed.get(id)
      if (!actor) return index.resolveActor(id, day)
      const { kind, name, country = [] } = actor
      return kind === 'not-an-actor' ? undefined : { kind, name, country }
    },
  }
}

/** A name counts as it is written alone: "Rising Tide" is not the rising tide. */
function entryOf({ id, kind, country }: OwnActor): PhraseEntry {
  if (kind === 'not-an-actor') return { list: 'no-actor', value: id, exact: true }
  const facts = { kind, ...(country?.[0] !== undefined && { country: country[0] }) }
  return { list: 'actor', value: id, exact: true, facts }
}
