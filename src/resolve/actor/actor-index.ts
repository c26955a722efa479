import { AscribeError } from '../../base/errors.ts'
import type { ActorKind } from '../../records/index.ts'
import type { PhraseEntry } from '../../text/index.ts'
import { parseActors, type ActorData, type ActorEntry, type DatedRole } from './parse.ts'
import { stateActors } from './state-actors.ts'

/** A name of a known actor, for the phrase table. */
export interface ActorName {
  readonly phrase: string
  /** List `actor`, value the actor's id; facts: kind, and `word` where the name is a word of English too. */
  readonly entry: PhraseEntry
}

/** What an actor was on a day. */
export interface KnownActor {
  readonly kind: ActorKind
  readonly name: string
  readonly country: readonly string[]
  readonly role?: string
  /** The codebooks' own names of the actor and ACLED's number of its type. */
  readonly acled?: string
  readonly gtd?: string
  readonly ucdp?: string
  readonly inter?: number
}

export interface ActorIndex {
  /** Every name of every actor and outlet; a name that two actors share comes once for each. */
  phrases(): Iterable<ActorName>
  /** The actor of an id as it was on a day (ISO; today's standing without one); undefined for an unknown id. */
  resolveActor(id: string, day?: string): KnownActor | undefined
}

/** Opens `data/actors`; throws `bad-data` where the text is no such list. */
export function openActors(text: string): ActorIndex {
  const data = parseActors(text)
  const listed = new Map(data.actors.map((actor) => [actor.id, actor]))
  if (listed.size !== data.actors.length) throw new AscribeError('bad-data', 'an actor id twice')
  const all = new Map([...stateActors(data), ...data.actors].map((actor) => [actor.id, actor]))
  const names = nameActors(data, all)
  return {
    phrases: () => names,
    resolveActor: (id, day) => {
      const actor = all.get(id)
      return actor && actorOn(actor, day)
    },
  }
}

function nameActors(data: ActorData, all: ReadonlyMap<string, ActorEntry>): readonly ActorName[] {
  const names: ActorName[] = []
  const taken = new Set<string>()
  const add = (phrase: string, entry: PhraseEntry): void => {
    const key = `${entry.value} ${phrase.toLowerCase()}`
    if (!taken.has(key)) names.push({ phrase, entry })
    taken.add(key)
    taken.add(phrase.toLowerCase())
  }
  for (const actor of data.actors) addNames(actor, add)
  // "Israeli army" is the listed force; the pattern's name only fills the gaps.
  for (const actor of all.values()) {
    const entry = entryOf(actor)
    for (const phrase of actor.patterns ?? []) {
      const key = phrase.toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      names.push({ phrase, entry })
    }
  }
  return names
}

function addNames(actor: ActorEntry, add: (phrase: string, entry: PhraseEntry) => void): void {
  const words = new Set(actor.words ?? [])
  for (const phrase of actor.aliases) add(phrase, entryOf(actor))
  for (const phrase of actor.exact ?? []) {
    const entry = { ...entryOf(actor), exact: true }
    add(phrase, words.has(phrase) ? { ...entry, facts: { ...entry.facts, word: 'yes' } } : entry)
  }
  for (const phrase of actor.outlets ?? [])
    add(phrase, {
      list: 'outlet',
      value: actor.id,
      facts: { kind: 'media' },
    })
}

function entryOf({ id, kind, country }: ActorEntry): PhraseEntry {
  return {
    list: 'actor',
    value: id,
    facts: { kind, ...(country?.[0] !== undefined && { country: country[0] }) },
  }
}

function actorOn(actor: ActorEntry, day?: string): KnownActor {
  const role = roleOn(actor, day)
  return {
    kind: role?.kind ?? actor.kind,
    name: actor.name,
    country: actor.country ?? [],
    ...(role && { role: role.role }),
    ...(actor.acled !== undefined && { acled: actor.acled }),
    ...(actor.gtd !== undefined && { gtd: actor.gtd }),
    ...(actor.ucdp !== undefined && { ucdp: actor.ucdp }),
    ...(actor.inter !== undefined && { inter: actor.inter }),
  }
}

/** The role on a day; none where a vaguer date leaves it open which ("2021", when the Taliban took power). */
function roleOn({ roles = [] }: ActorEntry, day?: string): DatedRole | undefined {
  const possible = roles.filter((role) => mayHold(role, day))
  const [first] = possible
  return possible.every(({ kind }) => kind === first?.kind) ? possible.at(-1) : undefined
}

/** Days, months and years compare as text, up to the shorter one; the last day of a role is the next one's. */
function mayHold({ from, to }: DatedRole, day?: string): boolean {
  if (day === undefined) return to === undefined
  const begun = from === undefined || day >= from.slice(0, day.length)
  if (to === undefined) return begun
  return (
    begun &&
    (day.length < to.length ? day <= to.slice(0, day.length) : day.slice(0, to.length) < to)
  )
}
