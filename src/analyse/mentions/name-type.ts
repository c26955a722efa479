import type { ActorKind } from '../../records/index.ts'
import {
  childBy,
  childrenBy,
  headOf,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import type { MentionContext } from './context.ts'
import type { MentionType } from './mention.ts'
import type { NounPhrase } from './noun-phrases.ts'
import { hasPhrase, isActorKind, lookUpNoun } from './words.ts'

/** What telling names apart needs. */
export interface NameScene {
  readonly document: Document
  readonly context: MentionContext
  /** Tokens within a place's name. */
  readonly places: ReadonlySet<number>
}

/** What a name names: by its last noun, its titles and descriptions, by what it does. */
export function nameType(scene: NameScene, phrase: NounPhrase, name: TokenRange): MentionType {
  const { document, context } = scene
  const { words } = context
  const last = name.last - 1
  const person = describedAs(scene, phrase)
  if (person === 'person') return 'person'
  const at = { first: name.first, head: last }
  const body =
    lookUpNoun(words.organisations, document, at) ??
    lookUpNoun(words.organisations, document, { first: name.first, head: phrase.head }) ??
    person ??
    lookUpNoun(words.targets, document, at) ??
    bodyWord(words.valueOf('body', document.tokens[last]?.lower ?? ''))
  if (body === 'state-force' && isIrregular(scene, name)) return 'armed-group'
  if (body && body !== 'person') return body
  if (hasPhrase(words.weapons, document, name) !== undefined) return 'weapon'
  return unlistedName(scene, phrase, name)
}

/** "Salt Road Brigade", "Army of the Covenant", "People's Forest Army": a unit whose name has no number, country or word of a state's forces is of no state. */
function isIrregular({ document, context, places }: NameScene, name: TokenRange): boolean {
  const tokens = document.tokens.slice(name.first, name.last)
  const noun = tokens.findLast(({ lower }) => UNITS.test(lower))
  const others = tokens.filter((token) => token !== noun && /^[\p{Lu}\d]/u.test(token.text))
  if (!noun || others.length === 0) return false
  const isState = others.some(
    ({ index, lower, upos }) =>
      upos === 'NUM' ||
      /^\d|(?:i?an|ese)$/.test(lower) ||
      places.has(index) ||
      context.countries(lower) !== undefined ||
      context.words.is('state-unit', lower),
  )
  const isArmy = noun.lower === 'army'
  const isOf = tokens[0] === noun && document.tokens[noun.index + 1]?.lower === 'of'
  return !isState && (!isArmy || isOf || tokens[0]?.lower === 'people')
}

const UNITS = /^(?:army|brigades?|battalions?|divisions?|regiments?|corps)$/

function bodyWord(kind: string | undefined): ActorKind | undefined {
  return isActorKind(kind) ? kind : undefined
}

function unlistedName(scene: NameScene, phrase: NounPhrase, name: TokenRange): MentionType {
  const { document, context } = scene
  const first = document.tokens[name.first]
  const head = document.tokens[phrase.head]
  if (!first || !head) return 'thing'
  const words = name.last - name.first
  const isGiven = context.words.firstNames.has(first.lower)
  if ((words > 1 && isGiven) || isWho(document, phrase.head)) return 'person'
  const isAcronym = words === 1 && /^\p{Lu}[\p{Lu}\p{N}.&-]{1,7}$/u.test(first.text)
  const isThe = hasArticle(document, phrase.head, name)
  const speaks = isSpeaker(scene, head)
  if (isThe || (isAcronym && !document.capitals)) return speaks ? 'organisation' : 'unknown'
  const isDoer = acts(scene, head)
  if (speaks || isGiven || (words > 1 && words < 5 && isDoer)) return 'person'
  return words > 1 || isDoer ? 'unknown' : 'thing'
}

/** An article right before a name or the few words that lead to it. */
function hasArticle(document: Document, head: number, { first }: TokenRange): boolean {
  const article = childBy(document, head, 'det')
  return article !== undefined && first - article.index <= 4
}

/** What a name's title, apposition or the noun that it stands beside says that it is. */
function describedAs(scene: NameScene, phrase: NounPhrase): ActorKind | undefined {
  const { document, context } = scene
  const { words } = context
  const name = phrase.name ?? phrase
  const dot = document.tokens[name.first - 1]?.text === '.' ? 1 : 0
  const title = document.tokens[name.first - 1 - dot]
  if (
    title?.sentence === document.tokens[name.first]?.sentence &&
    title &&
    /^\p{Lu}/u.test(title.text) &&
    (words.titles.has(title.lower) || words.titles.has(`${title.lower}.`))
  )
    return 'person'
  for (const noun of nounsBeside(document, phrase.head)) {
    const { index, upos } = noun
    const isPart = index >= name.first && index < name.last
    if (isPart || !(upos === 'PROPN' || isNoun(document, noun))) continue
    const at = { first: Math.max(0, index - 2), head: index }
    if (lookUpNoun(words.roles, document, at)) return 'person'
    const body = lookUpNoun(words.organisations, document, at)
    if (body) return body
  }
  return undefined
}

/** Nouns that say what a name is: itself where the name hangs on it, its description, apposition or predicate. */
function nounsBeside(document: Document, head: number): Token[] {
  const token = document.tokens[head]
  if (!token) return []
  const appositions = childrenBy(document, head, 'appos').filter(({ index }) => index - head < 12)
  const beside = [token, ...childrenBy(document, head, 'nmod:desc'), ...appositions]
  const above = headOf(document, head)
  if (!above) return beside
  const isPredicate = token.deprel.startsWith('nsubj') && isNominalPredicate(document, above)
  if (token.deprel === 'appos' || isPredicate) beside.push(above)
  return beside
}

export function isNominalPredicate(document: Document, token: Token): boolean {
  return (
    isNoun(document, token) &&
    childBy(document, token.index, 'cop') !== undefined &&
    !childrenBy(document, token.index, 'advmod').some(({ lower }) => lower === 'not')
  )
}

/** "is a senior fellow": what has an article is a noun, whatever its tag. */
function isNoun(document: Document, { upos, index }: Token): boolean {
  return upos === 'NOUN' || (upos === 'ADJ' && childBy(document, index, 'det') !== undefined)
}

function isWho(document: Document, head: number): boolean {
  return childrenBy(document, head, 'acl').some(({ index }) =>
    childrenBy(document, index, 'nsubj').some(({ lower }) => lower === 'who'),
  )
}

function isSpeaker({ document, context }: NameScene, { index, deprel }: Token): boolean {
  const verb = headOf(document, index)
  return (
    deprel.startsWith('nsubj') &&
    deprel !== 'nsubj:pass' &&
    verb !== undefined &&
    context.words.is('speech', verb.lowerLemma)
  )
}

/** Whether a name is the subject of an active verb; a place's name must say or decide something. */
export function acts({ document, context, places }: NameScene, token: Token): boolean {
  const verb = headOf(document, token.index)
  if (verb?.upos !== 'VERB' || !/^nsubj(?!:pass)/.test(token.deprel)) return false
  return !places.has(token.index) || context.words.is('speech', verb.lowerLemma)
}
