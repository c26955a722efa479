import type { Actor, SourceType } from '../../records/index.ts'
import { childBy, type Document, type Token, type TokenRange } from '../../text/index.ts'
import type { Mention, Mentions } from '../mentions/mention.ts'
import { lookUpNoun } from '../mentions/words.ts'
import type { SourceWord } from './source-words.ts'
import type { StatementWords } from './statement-words.ts'

interface Ground {
  readonly document: Document
  readonly mentions: Mentions
  readonly words: StatementWords
}

/** Says what sources are by office, work or part, from all that the report says of them anywhere. */
export interface SourceTypes {
  /** From the words of the source itself, else from those of its actor. */
  typeOf(range: TokenRange, actor: Actor | undefined): SourceType | undefined
}

/** A type and how sure it is: 1 of an office of no body, 2 of a body, 3 of work. */
interface Told {
  readonly type: SourceType
  readonly sure: 1 | 2 | 3
}

/** Opens the types of one document's sources; each actor is looked up once. */
export function openSourceTypes(ground: Ground): SourceTypes {
  const { mentions } = ground
  const byActor = mentionsByActor(mentions)
  const known = new Map<Actor, Told | undefined>()
  const byLastWord = bodiesByLastWord(mentions.actors)
  const ofActor = (actor: Actor): Told | undefined => {
    if (known.has(actor)) return known.get(actor)
    // Stands while the actor is looked up, so that no two wait for each other.
    known.set(actor, undefined)
    const own = byActor.get(actor) ?? []
    const scene = { ...ground, byLastWord, ofActor }
    const told = surest(own.map((mention) => typeIn(rangeOf(mention, ground.document), scene)))
    const found = told ?? bodyType(actor.kind)
    known.set(actor, found)
    return found
  }
  return {
    typeOf(range, actor) {
      const own = typeIn(range, { ...ground, byLastWord, ofActor })
      if (own && own.sure > 1) return own.type
      return surest([own, actor && ofActor(actor)])?.type
    },
  }
}

function mentionsByActor(mentions: Mentions): Map<Actor, Mention[]> {
  const byActor = new Map<Actor, Mention[]>()
  for (const mention of mentions.all) {
    const actor = mention.form === 'pronoun' ? undefined : mentions.actorOf(mention)
    if (actor) byActor.set(actor, [...(byActor.get(actor) ?? []), mention])
  }
  return byActor
}

function bodiesByLastWord(actors: readonly Actor[]): Map<string, Actor> {
  const bodies = actors.filter(({ named, kind }) => named && bodyType(kind))
  return new Map(
    bodies.map((actor) => [(/\S+$/.exec(actor.name)?.[0] ?? '').toLowerCase(), actor] as const),
  )
}

/** The whole phrase, and for a name the words that lead to it: "Minister of Education | Stefania Giannini". */
function rangeOf({ form, first, full }: Mention, { tokens }: Document): TokenRange {
  let from = Math.min(first, full.first)
  const until = form === 'name' ? Math.max(0, from - MOST_BEFORE) : from
  while (from > until && LEADING.test(tokens[from - 1]?.upos ?? '') && isJoined(tokens[from - 1]))
    from -= 1
  return { first: from, last: full.last }
}

const MOST_BEFORE = 8
const LEADING = /^(?:NOUN|PROPN|ADJ|ADP)$/

function isJoined(token: Token | undefined): boolean {
  return token?.upos !== 'ADP' || /^(?:of|for)$/.test(token.lower)
}

function surest(all: readonly (Told | undefined)[]): Told | undefined {
  return all.reduce((best, one) => (one && one.sure > (best?.sure ?? 0) ? one : best), undefined)
}

/** What a body is by its kind, where no word of its name tells more. */
function bodyType(kind: Actor['kind']): Told | undefined {
  switch (kind) {
    case 'armed-group':
      return { type: 'armed-group', sure: 2 }
    case 'state-force':
      return { type: 'military', sure: 2 }
    case 'government':
      return { type: 'official', sure: 2 }
    case 'media':
      return { type: 'journalist', sure: 2 }
    case 'organisation':
      return { type: 'other', sure: 1 }
    default:
      return undefined
  }
}

interface Scene extends Ground {
  /** Bodies by the last word of their names: "a Front spokesman". */
  readonly byLastWord: ReadonlyMap<string, Actor>
  readonly ofActor: (actor: Actor) => Told | undefined
}

/** Tokens of one source that are looked at. */
const LONGEST = 40

/** What the words of a phrase tell, part by part between its commas: "Dana Lor, a nurse". */
function typeIn(range: TokenRange, scene: Scene): Told | undefined {
  const { tokens } = scene.document
  const last = Math.min(range.last, range.first + LONGEST)
  const told: (Told | undefined)[] = []
  let part: Token[] = []
  for (let at = range.first; at < last; at += 1) {
    const token = tokens[at]
    if (!token) break
    if (isClause(token)) {
      told.push(workIn(token, scene))
      break
    }
    if (token.text !== ',' && token.text !== '(') part.push(token)
    else {
      told.push(typeInPart(part, scene))
      part = []
    }
  }
  told.push(typeInPart(part, scene))
  return told.find((one) => one && one.sure > 1) ?? told.find((one) => one !== undefined)
}

/** "Ana Velo, *who studies militias* at the university": work that a clause tells. */
function workIn({ lower, head }: Token, { document, words }: Scene): Told | undefined {
  const verb = lower === 'who' ? document.tokens[head] : undefined
  const work = verb && words.work.get(verb.lemma)
  if (!work) return undefined
  const found = childBy(document, verb.index, 'obj')
  return found && work.not.has(found.lemma) ? undefined : { type: work.type, sure: 3 }
}

/** "who", "that said", "calling itself": what a clause tells is no office. */
function isClause({ xpos, deprel }: Token): boolean {
  return /^W/.test(xpos) || deprel.startsWith('acl')
}

/** A word that tells a type, and whether it stands behind a preposition or as an owner: "a spokesman for *the army*", "*the army*'s spokesman". */
interface Found {
  readonly word: SourceWord
  readonly behind: boolean
}

/** Work goes first, then an office with its body; a body alone tells what its name or its people are. */
function typeInPart(part: readonly Token[], scene: Scene): Told | undefined {
  const found = wordsIn(part, scene)
  const first = found.find(({ word, behind }) => !behind && /^p/.test(word.names))?.word
  const mark = found.find(({ word }) => word.names === 'mark')?.word.type
  const work = first?.ofBody ? undefined : first?.type
  if (work) return { type: work === 'other' ? (mark ?? work) : work, sure: 3 }
  const body = found.find(({ word }) => word !== first && word.type && !word.ofBody)?.word.type
  if (body) return { type: body === 'other' ? (mark ?? body) : body, sure: 2 }
  const office = (first ?? found.find(({ behind }) => !behind)?.word)?.type
  return office && { type: office, sure: 1 }
}

function wordsIn(part: readonly Token[], scene: Scene): Found[] {
  const found: Found[] = []
  let behind = false
  part.forEach((token, i) => {
    const [before, next] = [part[i - 1], part[i + 1]]
    // "one of the gendarmes" is a gendarme.
    if (token.upos === 'ADP' && !isCounting(before)) behind = true
    const word = wordAt(token, scene, part[0]?.index ?? token.index)
    const isOwner = /^['’]s?$/.test(next?.text ?? '')
    if (word) found.push({ word, behind: behind || isOwner || isModifier(word, next) })
  })
  return found
}

/** "rebel commander", "student union": a noun for people before another noun is none for who is meant. */
function isModifier({ names }: SourceWord, next: Token | undefined): boolean {
  return names === 'person' && /^NNS?$/.test(next?.xpos ?? '')
}

function isCounting(token: Token | undefined): boolean {
  return (
    token?.upos === 'NUM' ||
    /^(?:some|many|most|several|few|all|both|those)$/.test(token?.lower ?? '')
  )
}

/** What a word tells by a list; a name or an owner that is an actor, what that one is. */
function wordAt(token: Token, scene: Scene, first: number): SourceWord | undefined {
  const { mentions } = scene
  const mention = mentions.byHead(token.index)
  const isRebel = mention?.form === 'name' && mention.type === 'armed-group'
  // "the Army of the Covenant" is no army of a state.
  const isKnown = mention?.known !== undefined || isRebel
  const listed = isKnown || isSurname(token, mention) ? undefined : listedAt(token, scene, first)
  if (listed) return listed
  if (!mention && token.upos === 'PROPN') return bodyWord(scene.byLastWord.get(token.lower), scene)
  const isName = mention?.form === 'name' && mention.type !== 'person'
  if (!mention || !(isName || /^(?:its|their)$/.test(token.lower))) return undefined
  return bodyWord(mentions.actorOf(mention), scene)
}

function bodyWord(actor: Actor | undefined, { ofActor }: Scene): SourceWord | undefined {
  const type = actor && ofActor(actor)?.type
  return type && { type, names: 'body', ofBody: false }
}

/** "Cook said", where Cook is a name. */
function isSurname({ upos, index }: Token, mention: Mention | undefined): boolean {
  if (upos !== 'PROPN' || mention?.form !== 'name' || mention.type !== 'person') return false
  return mention.last === index + 1
}

function listedAt(token: Token, { document, words }: Scene, first: number): SourceWord | undefined {
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(token.upos)) return undefined
  const word = lookUpNoun(words.sourceTypes, document, { first, head: token.index })
  if (!word || (word.type === undefined && !word.ofBody)) return undefined
  return token.upos === 'ADJ' && word.names === 'person' ? undefined : word
}
