import {
  childBy,
  childrenBy,
  prepositionOf,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { endOfParts, isOfSaying, wholeRange } from './clause.ts'
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
  const which = relativeOf(place)
  const parts = childrenBy(
    document,
    cue.index,
    'obj',
    'iobj',
    'xcomp',
    'ccomp',
    'obl',
    'advcl',
  ).filter(
    ({ index, deprel }) =>
      index > cue.index && (!/^(obl|advcl)/.test(deprel) || linkOf(place, index) === 'as'),
  )
  const [found, named] = [parts[0], parts.at(-1)]
  if (!found || !named || isReflexive(found)) return undefined
  const range = rangeOf(place, found, named)
  if (which) return which.lower === 'what' ? [range] : [rangeOf(place, which, which), range]
  const isPair =
    found !== named || (!found.deprel.startsWith('obj') && range.last - range.first > 1)
  return isPair ? [range] : undefined
}

/** "which", "that" or "what" in front of the cue, as its object. */
export function relativeOf({ document, cue }: StatementPlace): Token | undefined {
  return childrenBy(document, cue.index, 'obj', 'nsubj', 'dep').find(
    ({ index, xpos, deprel, lower }) =>
      index < cue.index && (xpos === 'WDT' || lower === 'what') && !deprel.startsWith('nsubj'),
  )
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
  const found = childBy(document, cue.index, 'obj', 'iobj')
  if (found && found.index > cue.index) return found
  const bare = bareAfter(place)
  if (bare) return bare
  // "condemned in the strongest terms the attack"
  const terms = childrenBy(document, cue.index, 'obl').find(({ lemma }) => lemma === 'term')
  return (
    terms &&
    childrenBy(document, terms.index, 'nsubj', 'obj', 'appos', 'dep').find(
      ({ index }) => index > terms.index,
    )
  )
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
