import type { ActorKind, Evidence } from '../../records/index.ts'
import type { Document, Token, TokenRange } from '../../text/index.ts'
import type { MentionContext } from './context.ts'
import type { Mention, MentionType } from './mention.ts'
import { acts, nameType, type NameScene } from './name-type.ts'
import type { NounPhrase } from './noun-phrases.ts'
import { isPeopleByDeed } from './people-by-deed.ts'
import { standsForState, stateBefore } from './state-acts.ts'
import { isActorKind, lookUpNoun } from './words.ts'

export interface Typed {
  readonly type: MentionType
  readonly form: Mention['form']
  readonly known?: string
}

/** Says what noun phrases of one document are. */
export interface Typer {
  typeOf(phrase: NounPhrase): Typed
}

/** Opens the typing of a document's noun phrases; times and places are looked up by their tokens. */
export function openTyper(document: Document, context: MentionContext): Typer {
  const scene: Scene = {
    document,
    context,
    times: covered(document, context.times),
    places: covered(document, context.places),
    focus: countryCounts(context),
    noActors: noActors(context),
  }
  return { typeOf: (phrase) => typeOf(scene, phrase) }
}

interface Scene extends NameScene {
  /** Tokens within a time expression. */
  readonly times: ReadonlySet<number>
  /** How often the report names each country or a place in it. */
  readonly focus: ReadonlyMap<string, number>
  /** Tokens of names of which a dictionary says that they are no actor's. */
  readonly noActors: ReadonlySet<number>
}

function typeOf(scene: Scene, phrase: NounPhrase): Typed {
  const { document, context } = scene
  const head = document.tokens[phrase.head]
  if (!head) return { type: 'thing', form: 'description' }
  if (head.upos === 'PRON') return pronounType(scene, head)
  if (isTime(scene, phrase.head)) return { type: 'time', form: 'description' }
  const form = phrase.name ? 'name' : 'description'
  if (isNoActor(scene, phrase)) return { type: 'thing', form }
  const listed = phrase.ids ? listedType(scene, phrase.ids) : undefined
  if (listed) return { form, ...listed }
  if (!phrase.name) return { type: nounType(scene, phrase), form }
  if (stateBefore(document, head, context)) return { type: 'government', form }
  if (isPlace(scene, phrase)) {
    const isState =
      context.countries(nameOf(document, phrase.name)) !== undefined &&
      standsForState(document, context.words, head)
    return { type: isState ? 'government' : 'place', form }
  }
  return { type: nameType(scene, phrase, phrase.name), form }
}

function pronounType({ context }: Scene, head: Token): Typed {
  const agrees = context.words.valueOf('pronoun', head.lower)
  const isPerson = agrees === 'he' || agrees === 'she'
  return { type: isPerson ? 'person' : 'thing', form: 'pronoun' }
}

function isTime({ document, times, context }: Scene, head: number): boolean {
  const token = document.tokens[head]
  if (times.has(head) || !token) return times.has(head)
  return /^\p{Lu}/u.test(token.text) && context.words.is('calendar', token.lower)
}

/** The kind of a listed name; its id where it can mean but one actor, or one whose country the report is about. */
function listedType(
  { context, focus }: Scene,
  ids: readonly string[],
): { type: MentionType; known?: string } | undefined {
  const actors = ids.flatMap((id) => {
    const actor = context.actorKind(id)
    return actor ? [{ id, ...actor }] : []
  })
  if (actors.length === 0) return undefined
  const weighed = actors
    .map((actor) => ({ actor, weight: weightIn(focus, actor.country ?? []) }))
    .sort((a, b) => b.weight - a.weight)
  const [best, second] = weighed
  if (!best) return undefined
  const isClear = !second || best.weight > second.weight
  const kinds = new Set(actors.map(({ kind }) => kind))
  if (isClear) return { type: best.actor.kind, known: best.actor.id }
  return { type: kinds.size === 1 ? best.actor.kind : 'unknown' }
}

function weightIn(focus: ReadonlyMap<string, number>, countries: readonly string[]): number {
  return countries.reduce((most, country) => Math.max(most, focus.get(country) ?? 0), 0)
}

/** What a phrase without a name is, by its noun. */
function nounType(scene: Scene, phrase: NounPhrase): MentionType {
  const { document, context } = scene
  const { words } = context
  const noun = document.tokens[phrase.kernel]
  if (!noun) return 'thing'
  const at = { first: Math.min(phrase.first, phrase.kernel), head: phrase.kernel }
  const isMany = words.is('definite', noun.lower)
  const isOne = isSingular(noun) && phrase.kernel === phrase.head && !isMany
  if (isListed(context, phrase, 'weapon') || lookUpNoun(words.weapons, document, at) !== undefined)
    return 'weapon'
  const actor = actorNoun(scene, phrase, { isOne, at })
  if (actor) return actor
  if (isListed(context, phrase, 'attack')) return 'event'
  if (isPlace(scene, phrase)) return 'place'
  if (isPeopleByDeed(scene, phrase)) return 'unknown'
  return words.structures.has(noun.lowerLemma) ? 'facility' : 'thing'
}

/** One noun, also where it is tagged an adjective ("is a senior fellow") or stands in capitals before a name ("Colonel Daud"). */
function isSingular({ xpos, deprel }: Token): boolean {
  return xpos === 'NN' || xpos === 'JJ' || (xpos === 'NNP' && deprel === 'nmod:desc')
}

/** What kind of actor a noun means: people, a body, or a building that may be attacked. */
function actorNoun(
  { document, context, places }: Scene,
  { kernel }: NounPhrase,
  { isOne, at }: { isOne: boolean; at: { first: number; head: number } },
): ActorKind | undefined {
  const { words } = context
  const noun = document.tokens[kernel]
  if (!noun) return undefined
  const role = lookUpNoun(words.roles, document, at)
  if (role) return isOne ? 'person' : role.kind
  const target = lookUpNoun(words.targets, document, at)
  // "the embassy" is a building until it says or does something.
  if (target === 'facility' && !acts({ document, context, places }, noun)) return target
  const group = lookUpNoun(words.organisations, document, at)
  if (group) return group
  const people = words.valueOf('people', noun.lowerLemma)
  if (people !== undefined) return isOne || !isActorKind(people) ? 'person' : people
  return target === 'person' && !isOne ? 'unknown' : target
}

function isListed({ phrases }: MentionContext, { kernel }: NounPhrase, list: string): boolean {
  let low = 0
  let high = phrases.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((phrases[middle]?.first ?? 0) < kernel - 6) low = middle + 1
    else high = middle
  }
  for (let at = low; at < phrases.length; at += 1) {
    const match = phrases[at]
    if (!match || match.first > kernel) return false
    if (match.last === kernel + 1 && match.entries.some((entry) => entry.list === list)) return true
  }
  return false
}

/** Whether a name is all within one that is no actor's. */
function isNoActor({ noActors }: Scene, { name }: NounPhrase): boolean {
  return name !== undefined && noActors.has(name.first) && noActors.has(name.last - 1)
}

function noActors({ phrases }: MentionContext): Set<number> {
  const inside = new Set<number>()
  for (const { first, last, entries } of phrases)
    if (entries.some(({ list }) => list === 'no-actor'))
      for (let at = first; at < last; at += 1) inside.add(at)
  return inside
}

function isPlace({ document, places }: Scene, phrase: NounPhrase): boolean {
  const named = phrase.name ?? { first: phrase.kernel, last: phrase.kernel + 1 }
  const last = document.tokens[named.last - 1]
  return last !== undefined && places.has(last.index) && places.has(named.first)
}

function nameOf({ text, tokens }: Document, { first, last }: TokenRange): string {
  return text.slice(tokens[first]?.start, tokens[last - 1]?.end).toLowerCase()
}

function covered(
  { tokens }: Document,
  records: readonly { readonly evidence: readonly Evidence[] }[],
): Set<number> {
  const spans = records
    .flatMap(({ evidence }) => evidence.filter((span) => span.in === undefined))
    .sort((a, b) => a.start - b.start)
  const inside = new Set<number>()
  let at = 0
  for (const { start, end } of spans) {
    while (at > 0 && (tokens[at]?.start ?? Infinity) > start) at -= 1
    for (; at < tokens.length && (tokens[at]?.start ?? Infinity) < end; at += 1)
      if ((tokens[at]?.end ?? 0) > start) inside.add(at)
  }
  return inside
}

function countryCounts({ places }: MentionContext): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { country, evidence } of places)
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + evidence.length)
  return counts
}
