import type { Document, Token } from './document.ts'
import { isNominal, meant, nounAbove, obliquesOf } from './noun-heads.ts'
import { sharedSubject } from './shared-subject.ts'
import { childBy, childrenBy, subtreeRange } from './tree.ts'
import { agentsBy, isPassive, NO_OBJECT } from './voice.ts'

/** Who does what to whom at one verb, seen through passives, conjunction, control and relative clauses. Token indices are heads of noun phrases. */
export interface Predicate {
  readonly token: number
  readonly passive: boolean
  /** Logical subjects: the agent of a passive, the subject of an active, conjuncts included. */
  readonly agents: readonly number[]
  /** Logical objects: the subject of a passive, the object of an active, conjuncts included. */
  readonly patients: readonly number[]
  readonly indirect: readonly number[]
  /** Prepositional dependents: preposition (lower case) and head of the phrase. */
  readonly obliques: readonly { readonly preposition: string; readonly head: number }[]
  /** True where the subject was passed on from another verb (control, conjunction, relative clause). */
  readonly agentShared: boolean
}

/** What has been read of the predicates of a document: rules ask for the same again and again. */
const KNOWN = new WeakMap<Document, Map<number, Predicate>>()

/** Reads the arguments of the verb (or adjective) at a token. Relative pronouns are given as the nouns that they stand for. */
export function predicateAt(document: Document, index: number): Predicate {
  let known = KNOWN.get(document)
  if (!known) KNOWN.set(document, (known = new Map()))
  const found = known.get(index) ?? readPredicate(document, index)
  known.set(index, found)
  return found
}

function readPredicate(document: Document, index: number): Predicate {
  const passive = isPassive(document, index)
  const own = ownSubjects(document, index)
  const shared = own.length > 0 ? undefined : sharedSubject(document, index)
  const subjects = shared ?? meant(document, own)
  const objects = objectsOf(document, index, passive ? 'passive' : 'active')
  return {
    token: index,
    passive,
    // A reduced relative ("men killed by …") is passive without auxiliary; its noun is the patient.
    agents: passive ? meant(document, agentsBy(document, index)) : subjects,
    patients: passive ? [...subjects, ...objects] : objects,
    indirect: meant(
      document,
      childrenBy(document, index, 'iobj').map((token) => token.index),
    ),
    obliques: obliquesOf(document, index),
    agentShared: shared !== undefined,
  }
}

/** A verb has one subject; where the tree gives it several, the nearest in front and those that a list joins to it ("four soldiers and two civilians were …"). */
function ownSubjects(document: Document, index: number): number[] {
  const found = childrenBy(document, index, 'nsubj', 'csubj').filter(isNominal)
  const nearest = found.findLastIndex((token) => token.index < index)
  if (nearest < 0) return found.slice(0, 1).map((token) => token.index)
  let first = nearest
  while (first > 0 && isListed(document, found[first])) first -= 1
  return found.slice(first, nearest + 1).map((token) => token.index)
}

/** Whether a phrase goes on with a list: it has an "and", or a comma stands before it. */
function isListed(document: Document, token: Token | undefined): boolean {
  if (!token) return false
  if (childBy(document, token.index, 'cc')) return true
  const { first } = subtreeRange(document, token.index)
  return /^(?:and|or|,|&)$/.test(document.tokens[first - 1]?.lower ?? '')
}

function objectsOf(document: Document, index: number, voice: 'active' | 'passive'): number[] {
  const own = childrenBy(document, index, 'obj').filter(isNominal)
  if (own.length > 0 || voice === 'passive')
    return meant(
      document,
      own.map((token) => token.index),
    )
  return (
    relativeObject(document, index) ??
    nextObject(document, index) ??
    objectInList(document, index) ??
    []
  )
}

/** "men on a motorcycle shot and killed a journalist", where the tree takes the shot for a noun and lists the journalist with the verb: what stands right behind a verb, with no "and" or comma between, is its object. */
function objectInList(document: Document, index: number): number[] | undefined {
  const noun = childrenBy(document, index, 'conj').find(
    (token) => /^(NOUN|PROPN)$/.test(token.upos) && isRightBehind(document, index, token.index),
  )
  return noun && meant(document, [noun.index])
}

/** Whether all words between a verb and a noun belong to the noun. */
function isRightBehind({ tokens }: Document, verb: number, noun: number): boolean {
  if (noun <= verb || noun - verb > 6) return false
  return tokens
    .slice(verb + 1, noun)
    .every(({ head, deprel }) => head === noun && !/^(cc|punct)/.test(deprel))
}

/** "two workers they had kidnapped": the noun is the object where nothing else is. */
function relativeObject(document: Document, index: number): number[] | undefined {
  const verb = document.tokens[index]
  if (!verb || !/^acl/.test(verb.deprel) || verb.head > index) return undefined
  const children = verb.children.map((child) => document.tokens[child])
  const hasSubject = children.some((child) => child?.relation === 'nsubj')
  const isFilled = children.some(
    (child) => child && (/^W/.test(child.xpos) || /^(ccomp|xcomp|mark|obj)/.test(child.deprel)),
  )
  if (!hasSubject || isFilled || TIME_OR_WAY.test(document.tokens[verb.head]?.lemma ?? ''))
    return undefined
  return nounAbove(document, verb)
}

/** Nouns whose clause needs no object of that name: "the day they left", "the way he died". */
const TIME_OR_WAY =
  /^(time|day|night|morning|week|month|year|moment|hour|minute|way|reason|place|fact)$/

/** "shot and killed a journalist": verbs side by side share the object that stands behind the last. */
function nextObject(document: Document, index: number): number[] | undefined {
  const next = childBy(document, index, 'conj')
  if (!next || next.index !== index + 2 || document.tokens[index + 1]?.deprel !== 'cc')
    return undefined
  if (NO_OBJECT.test(document.tokens[index]?.lemma ?? '') || isPassive(document, next.index))
    return undefined
  if (childBy(document, next.index, 'nsubj')) return undefined
  const own = childrenBy(document, next.index, 'obj').filter(isNominal)
  return meant(
    document,
    own.map((token) => token.index),
  )
}
