import {
  childBy,
  childrenBy,
  prepositionOf,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { isActorKind } from '../mentions/words.ts'
import { cueRange, isNobody, isOfSaying, sourceOf, wholeRange } from './clause.ts'
import { contentSpan } from './content.ts'
import { endOfSaying } from './end-of-saying.ts'
import { isPassiveCue } from './passive.ts'
import type { StatementPlace, StatementRule } from './rule.ts'
import type { Frame } from './statement-words.ts'

/** What is said is the cue's object: "condemned the attack", "accused the army of lying", "called it a crime", "claimed responsibility". */
export const objectAfter: StatementRule = {
  name: 'object-after',
  starts: 'verb',
  examples: {
    'The mayor accused the army of theft.': 'The mayor | accused | the army of theft',
    'The mayor condemned the attack.': 'The mayor | condemned | the attack',
    'The group denied this in a leaflet.': 'The group | denied | this',
    'The group claimed responsibility for the blast, which killed nine.':
      'The group | claimed | responsibility for the blast',
    'The mayor condemned in the strongest terms the attack.': 'The mayor | condemned | the attack',
    'The group claimed responsibility for the blast.':
      'The group | claimed | responsibility for the blast',
    'The army denied shelling the clinic.': 'The army | denied | shelling the clinic',
    'The mayor put the dead at nine.': 'The mayor | put | the dead at nine',
    'The footage shows men in uniform.': 'The footage | shows | men in uniform',
    'The mayor showed the bridge.': '-',
    'The mayor claimed a prize.': '-',
    'The mayor dismissed the guard.': '-',
    'The mayor saw the army.': '-',
    'One reason is the means of denying the claim.': '-',
  },
  read(place) {
    const { document, cue } = place
    const { verb } = place
    if (!verb || isPassiveCue(document, cue) || isCiting(place)) return undefined
    const found = FRAMES.flatMap(([frame, read]) => {
      const ranges = verb.needs.has(frame) ? read(place) : undefined
      return ranges ? [{ frame, ranges }] : []
    })[0]
    const source = found && sourceOf(place)
    if (!source || isNobody(place, source.range) || !maySpeak(place, source.head)) return undefined
    if (found.frame === 'doc' && !isDocument(place, source.head)) return undefined
    const content = found.ranges.flatMap(
      ({ first, last }) =>
        contentSpan(place, { first, last: endOfSaying(place, { first, last }) }) ?? [],
    )
    return {
      cue: cueRange(place),
      source,
      content,
      stance: verb.needs.get(found.frame) ?? verb.stance,
      lemma: verb.lemma,
    }
  },
}

type Reader = (place: StatementPlace) => readonly TokenRange[] | undefined

const FRAMES: readonly (readonly [Frame, Reader])[] = [
  ['responsibility', responsibility],
  ['of', objectWith],
  ['as', objectAs],
  ['at', objectAt],
  ['ing', gerund],
  ['word', saidBefore],
  ['deed', deed],
  ['np', object],
  ['doc', object],
]

function object(place: StatementPlace): TokenRange[] | undefined {
  const found = objectOf(place) ?? relativeOf(place)
  return found && !isDismissed(place, found) ? [withReasons(place, found)] : undefined
}

/** "rejected the charge": only what was said can be turned down as untrue; a plan or an offer is refused. */
function saidBefore(place: StatementPlace): TokenRange[] | undefined {
  const found = objectOf(place)
  const stance = place.words.nouns.get(found?.lemma ?? '')
  const isLabelled =
    found &&
    place.cue.lemma === 'dismiss' &&
    childrenBy(place.document, place.cue.index, 'obl', 'advcl').some(
      ({ index }) => linkOf(place, index) === 'as',
    )
  const isSaid =
    isLabelled || (stance !== undefined && !/^(demands|promises|threatens)$/.test(stance))
  return found && (isSaid || /^(it|this|that)$/.test(found.lower))
    ? [withReasons(place, found)]
    : undefined
}

/** "claimed the bombing": a prize is claimed otherwise. */
function deed(place: StatementPlace): TokenRange[] | undefined {
  const found = objectOf(place) ?? relativeOf(place)
  const isDeed =
    place.words.deeds.has(found?.lemma ?? '') || /^(it|this|which|that)$/.test(found?.lower ?? '')
  return found && isDeed ? [withReasons(place, found)] : undefined
}

/** An object with the reasons given for it, and with what follows it closely and does not tell when or where it was said. */
function withReasons(place: StatementPlace, found: Token): TokenRange {
  const { document, cue } = place
  const own = rangeOf(place, found, found)
  if (found.index < cue.index) return own
  let { last } = own
  for (const child of childrenBy(document, cue.index, 'obl', 'advcl', 'xcomp', 'acl')) {
    const range = rangeOf(place, child, child)
    const isNext =
      range.first === last && document.tokens[last]?.text !== ',' && isOfObject(place, found, child)
    if (range.first >= last && (isNext || REASONS.has(linkOf(place, child.index))))
      last = range.last
  }
  return { first: own.first, last }
}

/** "the attack in Darun" is where it was; "the figure at a forum", "this in a leaflet", "them to the agency" is where or to whom it was told. */
function isOfObject(
  { document, verb, words }: StatementPlace,
  found: Token,
  child: Token,
): boolean {
  if (isOfSaying(document, child)) return false
  if (verb?.needs.has('doc')) return true
  if (!child.deprel.startsWith('obl')) return true
  return words.deeds.has(found.lemma) || (found.upos === 'NOUN' && ABSTRACT.test(found.lower))
}

function responsibility(place: StatementPlace): TokenRange[] | undefined {
  const found = objectOf(place)
  if (found?.lemma !== 'responsibility' && found?.lemma !== 'credit') return undefined
  return [rangeOf(place, found, childrenBy(place.document, place.cue.index, 'obl').at(0) ?? found)]
}

/** "the army of theft", "the army for the blast", "the other". */
function objectWith(place: StatementPlace): TokenRange[] | undefined {
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
function objectAs(place: StatementPlace): TokenRange[] | undefined {
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
function relativeOf({ document, cue }: StatementPlace): Token | undefined {
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
function objectAt(place: StatementPlace): TokenRange[] | undefined {
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

/** "shelling the clinic", "having known her". */
function gerund(place: StatementPlace): TokenRange[] | undefined {
  const { document, cue } = place
  const clause = childrenBy(document, cue.index, 'xcomp', 'ccomp', 'obj', 'advcl').find(
    ({ index }) => index > cue.index,
  )
  const range = clause && wholeRange(document, clause.index)
  if (range?.first !== cue.index + 1) return undefined
  return document.tokens[range.first]?.xpos === 'VBG' ? [range] : undefined
}

function objectOf(place: StatementPlace): Token | undefined {
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

/** "dismissed the guard", "threatened the crew", "claimed nine lives": done to somebody, not said; who asks for anonymity tells nothing. */
function isDismissed({ mentions, verb }: StatementPlace, { index, lemma }: Token): boolean {
  if (/^(anonymity|life)$/.test(lemma)) return true
  if (!verb || !/^(denies|doubts|threatens)$/.test(verb.stance)) return false
  const type = mentions.byHead(index)?.type
  return type === 'civilians' || (type !== undefined && isActorKind(type))
}

function linkOf({ document }: StatementPlace, index: number): string {
  return prepositionOf(document, index) || (childBy(document, index, 'mark')?.lower ?? '')
}

const REASONS = new Set([
  'as',
  'for',
  'over',
  'about',
  'into',
  'against',
  'of',
  'among',
  'including',
])
const LINKS = new Set(['of', 'for', 'about', 'over', 'on', 'against'])

function rangeOf({ document }: StatementPlace, from: Token, to: Token): TokenRange {
  return {
    first: wholeRange(document, from.index).first,
    last: wholeRange(document, to.index).last,
  }
}

/** ", citing the mayor" names the source of another statement. */
function isCiting({ document, cue }: StatementPlace): boolean {
  return /^(citing|quoting)$/.test(cue.lower) && document.tokens[cue.index - 1]?.text === ','
}

/** A reason, a blow or a day condemns nothing. */
function maySpeak({ document, mentions, words, cue }: StatementPlace, head: number): boolean {
  const token = document.tokens[head]
  if (!token || /^(PROPN|PRON|NUM|DET|CCONJ)$/.test(token.upos)) return token !== undefined
  const type = mentions.byHead(head)?.type
  if (type !== undefined && isActorKind(type)) return true
  if (words.sources.has(token.lower) || words.sources.has(token.lowerLemma)) return true
  return token.head === cue.index && !ABSTRACT.test(token.lower) && token.lower !== 'one'
}

/** Endings of nouns that name no people. */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ence|ance|ism|ing|ure|blast|attack|reason|fact|day)s?$/

/** Papers, pictures and inquiries show what nobody shows by hand. */
function isDocument({ document, words }: StatementPlace, head: number): boolean {
  const token = document.tokens[head]
  return token !== undefined && words.sources.get(token.lowerLemma)?.kind === 'document'
}
