import {
  childBy,
  childrenBy,
  headOf,
  prepositionOf,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { isOfSaying, wholeRange } from './clause.ts'
import { endOfParts } from './cue-parts.ts'
import type { StatementPlace } from './rule.ts'

/** "responsibility for the blast". */
export function responsibility(place: StatementPlace): TokenRange[] | undefined {
  const found = objectOf(place)
  if (found?.lemma !== 'responsibility' && found?.lemma !== 'credit') return undefined
  return [rangeOf(place, found, childrenBy(place.document, place.cue.index, 'obl').at(0) ?? found)]
}

/** "the army of theft", "the army for the blast", "the other". */
export function objectWith(place: StatementPlace): TokenRange[] | undefined {
  const { document, cue } = place
  const found = objectOf(place)
  const last = childrenBy(document, cue.index, 'obl', 'advcl').findLast(
    ({ index }) => index > cue.index && LINKS.has(linkOf(place, index)),
  )
  if (found) return [rangeOf(place, found, last ?? found)]
  const which = relativeOf(place)
  return which && last ? [rangeOf(place, which, which), rangeOf(place, last, last)] : undefined
}

/** "it a crime", "the raid as a crime", "the act an attack": the object and what it is called, wherever the tree hangs that. */
export function objectAs(place: StatementPlace): TokenRange[] | undefined {
  const { document, cue } = place
  const which = relativeOf(place) ?? whatAbove(place)
  const parts = childrenBy(document, cue.index, ...NAMING).filter(
    (token) => token.index > cue.index && mayName(place, token),
  )
  const [found, named] = [parts[0], parts.at(-1)]
  if (!found || !named || isReflexive(found)) return undefined
  const range = rangeOf(place, found, named)
  if (which) return which.lower === 'what' ? [range] : [rangeOf(place, which, which), range]
  const isPair = found !== named || isNamedWithin(document, found)
  const isClause = !found.deprel.startsWith('obj') && range.last - range.first > 1
  return isPair || isClause ? [range] : undefined
}

const NAMING = ['obj', 'iobj', 'xcomp', 'ccomp', 'obl', 'advcl', 'conj']

/** A phrase with "as", what is no phrase of time or place, and the second of two adjectives. */
function mayName(place: StatementPlace, token: Token): boolean {
  const { deprel, index, upos } = token
  if (deprel.startsWith('conj')) return upos === 'ADJ'
  if (!/^(obl|advcl)/.test(deprel)) return true
  const link = linkOf(place, index)
  const hasArticle = childBy(place.document, index, 'det') !== undefined
  return (
    link === 'as' ||
    (deprel === 'obl' && link === '' && hasArticle && !isOfSaying(place.document, token))
  )
}

/** "climate change | a hoax", hung on one another. */
function isNamedWithin(document: Document, { index }: Token): boolean {
  return childrenBy(document, index, 'obj').some(
    (child) =>
      child.index > index && /^an?$/.test(childBy(document, child.index, 'det')?.lower ?? ''),
  )
}

/** "which", "that" or "what" in front of the cue, as its object. */
export function relativeOf({ document, cue }: StatementPlace): Token | undefined {
  return childrenBy(document, cue.index, 'obj', 'dep', 'mark', 'obl').find(
    ({ index, xpos, lower }) =>
      index < cue.index &&
      (xpos === 'WDT' || lower === 'what') &&
      childBy(document, index, 'case') === undefined,
  )
}

/** "for what it called an exercise": a "what" on which the tree hangs the cue. */
function whatAbove({ document, cue }: StatementPlace): Token | undefined {
  const above = headOf(document, cue.index)
  const isAbove = cue.deprel === 'acl:relcl' && above?.lower === 'what' && above.index < cue.index
  return isAbove ? above : undefined
}

/** "calls himself a captain" is a name. */
function isReflexive({ lower }: Token): boolean {
  return /sel(?:f|ves)$/.test(lower)
}

/** "the dead at nine", "counted nine dead": an object with its number, from somebody who has a name or an office. */
export function objectAt(place: StatementPlace): TokenRange[] | undefined {
  const { document, cue } = place
  const found = objectOf(place)
  const subject = childBy(document, cue.index, 'nsubj')
  if (!found) return undefined
  const number = childrenBy(document, cue.index, 'obl').find(
    ({ index }) => index > found.index && /^(at|to)$/.test(linkOf(place, index)),
  )
  // "nine dead", cut in two by the tree
  const state = childrenBy(document, cue.index, 'xcomp').find(({ upos }) => upos === 'ADJ')
  const range = rangeOf(place, found, number ?? state ?? found)
  const words = document.tokens.slice(range.first, range.last)
  const isCounted =
    cue.lemma === 'count'
      ? subject?.upos !== 'PRON'
      : words.some(({ lower }) => /^(at|to)$/.test(lower))
  return isCounted && words.some(({ upos }) => upos === 'NUM') ? [range] : undefined
}

/** "the crime to gunmen", "the fire to the coalition": an object and whom or what it is put down to. */
export function objectDue(place: StatementPlace): TokenRange[] | undefined {
  const { document, cue } = place
  const found = objectOf(place)
  if (!found || found.index < cue.index) return undefined
  const { first } = wholeRange(document, found.index)
  const last = endOfParts(place, first)
  const isDue = document.tokens
    .slice(found.index + 1, last)
    .some(({ lower, deprel }) => lower === 'to' && deprel === 'case')
  return isDue ? [{ first, last }] : undefined
}

/** "the army responsible for the blast", "the army the full responsibility". */
export function objectResponsible(place: StatementPlace): TokenRange[] | undefined {
  const { document, cue } = place
  const parts = childrenBy(document, cue.index, 'obj', 'iobj', 'xcomp').filter(
    ({ index }) => index > cue.index,
  )
  const [found, named] = [parts[0], parts[1]]
  const isHeld = named && /^(responsible|responsibility)$/.test(named.lemma)
  return found && isHeld ? [rangeOf(place, found, named)] : undefined
}

/** "shelling the clinic", "having known her". */
export function gerund(place: StatementPlace): TokenRange[] | undefined {
  const { document, cue } = place
  const clause = childrenBy(document, cue.index, 'xcomp', 'ccomp', 'obj', 'advcl').find(
    ({ index }) => index > cue.index,
  )
  const range = clause && wholeRange(document, clause.index)
  if (range?.first !== cue.index + 1) return undefined
  return document.tokens[range.first]?.xpos === 'VBG' ? [range] : undefined
}

/** What the cue takes as its object, behind it. */
export function objectOf(place: StatementPlace): Token | undefined {
  const { document, cue } = place
  // "confirmed Thursday the attack"
  const found = childrenBy(document, cue.index, 'obj', 'iobj').find(
    (token) => token.index > cue.index && !(token.upos === 'PROPN' && isOfSaying(document, token)),
  )
  if (found) return found
  return bareAfter(place)
}

/** "urged calm", "counted nine dead", "announced a march": a noun right behind the cue that the tree takes for something else than its object. */
function bareAfter({ document, cue }: StatementPlace): Token | undefined {
  return childrenBy(document, cue.index, 'xcomp', 'obl').find((child) => {
    const isNoun = /^(NOUN|PROPN|ADJ|NUM)$/.test(child.upos) && !isOfSaying(document, child)
    return (
      isNoun &&
      wholeRange(document, child.index).first === cue.index + 1 &&
      childBy(document, child.index, 'case', 'mark', 'cop') === undefined
    )
  })
}

/** The preposition or mark of a phrase. */
export function linkOf({ document }: StatementPlace, index: number): string {
  return prepositionOf(document, index) || (childBy(document, index, 'mark')?.lower ?? '')
}

const LINKS = new Set(['of', 'for', 'about', 'over', 'on', 'against'])

/** From the first word under one token to the last under another. */
export function rangeOf({ document }: StatementPlace, from: Token, to: Token): TokenRange {
  return {
    first: wholeRange(document, from.index).first,
    last: wholeRange(document, to.index).last,
  }
}
