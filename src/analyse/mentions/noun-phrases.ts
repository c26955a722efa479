import {
  childBy,
  childrenBy,
  isNominal,
  subtreeRange,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import type { MentionContext } from './context.ts'
import { openDates, type Dates } from './dates.ts'
import { stateBefore } from './state-acts.ts'
import { tightRange } from './tight-range.ts'
import { lookUpNoun } from './words.ts'
import { isNameWord, nameWithin } from './names.ts'
import { readActorNames, type ActorName } from './actor-names.ts'

/** A noun phrase before it is typed. */
export interface NounPhrase extends TokenRange {
  readonly head: number
  readonly full: TokenRange
  /** The name proper, without titles and descriptions. */
  readonly name?: TokenRange
  /** Ids in `data/actors` that the name may stand for. */
  readonly ids?: readonly string[]
  /** The token whose type the phrase has, where its head only counts ("dozens of people"). */
  readonly kernel: number
}

/** Longest tight phrase in UTF-16 units. */
const WIDEST = 200

/** Every noun phrase of a document, in order of heads: one for each nominal that is no part of another name, and one for each listed actor's name. */
export function readNounPhrases(document: Document, context: MentionContext): NounPhrase[] {
  const names = readActorNames(document, context)
  const dates = openDates(document, context.times)
  const phrases: NounPhrase[] = []
  const counted = new Set<number>()
  for (const token of document.tokens) {
    if (counted.has(token.index)) continue
    const actor = names.byHead.get(token.index)
    const isOwnHead = isHead(document, token) || isHarmedNumber(document, token, context)
    if (actor && !isOwnHead) {
      phrases.push({ head: token.index, full: actor, name: actor, kernel: token.index, ...actor })
      continue
    }
    if (!isOwnHead) {
      const body = bodyBefore(document, token, context) ?? stateBefore(document, token, context)
      if (body)
        phrases.push({ head: token.index, full: body, name: body, kernel: token.index, ...body })
      continue
    }
    const phrase = phraseAt(document, token, { context, actor: names.at(token.index), dates })
    phrases.push(phrase)
    counted.add(phrase.kernel)
  }
  return phrases
}

/** A body's name before another noun: "Interior Ministry" in "Interior Ministry spokesman", "DHRO" in "DHRO members". */
function bodyBefore(
  document: Document,
  { index, deprel, head, text, upos, lower }: Token,
  context: MentionContext,
): TokenRange | undefined {
  const isEnd = deprel === 'compound' && head === index + 1 && upos === 'PROPN'
  if (!isEnd || isNameWord(document, head) || context.countries(lower) !== undefined)
    return undefined
  const isAcronym = /^\p{Lu}{3,8}$/u.test(text) && !document.capitals
  let from = index
  while (index - from < 6 && isPartBefore(document, from - 1, head)) from -= 1
  const isBody = lookUpNoun(context.words.organisations, document, { first: from, head: index })
  return isBody || isAcronym ? { first: from, last: index + 1 } : undefined
}

/** Whether a name's word stands before the same noun: "Interior" hangs on "spokesman" as well as "Ministry". */
function isPartBefore(document: Document, at: number, noun: number): boolean {
  const token = document.tokens[at]
  const isInner = /^(?:compound|amod|flat)/.test(token?.deprel ?? '')
  if (!token || !isInner || token.head > noun) return false
  // "Interior" may be tagged a plain adjective; at the head of a sentence a capital says nothing.
  const isFirst = document.sentences[token.sentence]?.first === at
  return isNameWord(document, at) || (!isFirst && /^\p{Lu}/u.test(token.text))
}

/** Relations in which a nominal is a part of the phrase above it. */
const INNER = new Set([
  ...['compound', 'flat', 'amod', 'nummod', 'fixed', 'goeswith', 'case', 'mark', 'det', 'aux'],
  ...['cop', 'punct', 'advmod', 'cc', 'expl', 'reparandum'],
])

function isHead(document: Document, token: Token): boolean {
  if (INNER.has(token.relation) || !isNominal(token)) return false
  if (token.upos === 'PRON' && /^(?:W|EX)/.test(token.xpos)) return false
  if (token.upos === 'ADJ' && !childBy(document, token.index, 'det')) return false
  return (
    token.upos !== 'SYM' && token.end - token.start <= WIDEST && /[\p{L}\p{N}]/u.test(token.text)
  )
}

/** "and 110 wounded", "4 injured", "two were wounded": a number that the tree hangs on the word of harm behind it stands for people. */
function isHarmedNumber(document: Document, token: Token, { words }: MentionContext): boolean {
  if (token.upos !== 'NUM' || !/^(?:nummod|compound)$/.test(token.relation)) return false
  const harmed = behindNumber(document, token)
  // "five more were wounded"
  const above = document.tokens[token.head]
  const head = above?.lower === 'more' ? above.head : token.head
  const isOfVerb = /^(?:VERB|ADJ)$/.test(harmed?.upos ?? '') && head === harmed?.index
  return isOfVerb && words.is('harmed', harmed?.lower ?? '')
}

/** The word behind a number of people, past "more", "others", "were also". */
export function behindNumber({ tokens }: Document, { index, sentence }: Token): Token | undefined {
  let at = index + 1
  while (at < index + 4 && isBeforeHarm(tokens[at])) at += 1
  return tokens[at]?.sentence === sentence ? tokens[at] : undefined
}

function isBeforeHarm(token: Token | undefined): boolean {
  return /^(?:more|others|also|was|were)$/.test(token?.lower ?? '')
}

function phraseAt(
  document: Document,
  head: Token,
  {
    context,
    actor,
    dates,
  }: { context: MentionContext; actor: ActorName | undefined; dates: Dates },
): NounPhrase {
  const tight = head.upos === 'PRON' ? only(head.index) : tightRange(document, head.index)
  const isNamed = head.upos !== 'PRON' && !isCountedPeople(document, head)
  const name = isNamed ? nameWithin(document, { head, tight, context }) : undefined
  const isListed = actor !== undefined && coversName(document, { actor, name, context })
  const named = isListed ? union(actor, name) : name
  const range = rangeOf({ head, tight, named })
  const kernel = kernelOf(document, head, context)
  const whole = kernel === head.index ? range : union(range, tightRange(document, kernel))
  const counted = withQuantity(document, dates.cutFrom(whole, head.index), context)
  const shown = width(document, counted) <= WIDEST ? counted : only(head.index)
  return {
    first: shown.first,
    last: shown.last,
    head: head.index,
    kernel,
    full: union(shown, fullRange(document, head.index)),
    ...(named && { name: named }),
    ...(isListed && { ids: actor.ids }),
  }
}

/** "two Americans", "eleven Iraqis": a plural with a number names nobody. */
export function isCountedPeople(document: Document, { index, xpos }: Token): boolean {
  return xpos === 'NNPS' && childBy(document, index, 'nummod') !== undefined
}

/** "tens of | thousands of people": a vague number that the tree cut off belongs to the phrase. */
function withQuantity(
  document: Document,
  range: TokenRange,
  { words }: MentionContext,
): TokenRange {
  if (document.tokens[range.first - 1]?.lower !== 'of') return range
  const quantity = document.tokens[range.first - 2]
  const next = document.tokens[range.first]
  if (!quantity || quantity.sentence !== next?.sentence) return range
  const isVague =
    words.vague.has(`${quantity.lower} of ${next.lower}`) ||
    words.vague.has(`${quantity.lower} of`) ||
    words.vague.has(quantity.lower)
  return isVague ? { first: range.first - 2, last: range.last } : range
}

/** A name is its own phrase; what stands before it describes it. */
function rangeOf({
  head,
  tight,
  named,
}: {
  head: Token
  tight: TokenRange
  named: TokenRange | undefined
}): TokenRange {
  if (!named) return tight
  if (named.first <= head.index && head.index < named.last) return named
  return union({ first: head.index, last: head.index + 1 }, named)
}

/** Whether a listed name is the whole name: demonyms may stand before it, other names may not. */
function coversName(
  document: Document,
  {
    actor,
    name,
    context,
  }: { actor: TokenRange; name: TokenRange | undefined; context: MentionContext },
): boolean {
  if (!name) return true
  for (let at = name.first; at < name.last; at += 1) {
    if (at >= actor.first && at < actor.last) continue
    const word = document.tokens[at]?.lower ?? ''
    if (at >= actor.last || context.countries(word) === undefined) return false
  }
  return true
}

/** The phrase with its appositions, relative clauses and prepositional phrases. */
function fullRange(document: Document, head: number): TokenRange {
  const range = subtreeRange(
    document,
    head,
    ({ head: above, relation }) => above === head && OUTSIDE.has(relation),
  )
  let { first, last } = range
  while (first < head && document.tokens[first]?.upos === 'PUNCT') first += 1
  while (last > head + 1 && document.tokens[last - 1]?.upos === 'PUNCT') last -= 1
  return { first, last }
}

/** Relations of a nominal's children that are no part of the phrase. */
const OUTSIDE = new Set([
  ...['case', 'cc', 'conj', 'mark', 'nsubj', 'csubj', 'cop', 'aux', 'parataxis', 'advcl', 'ccomp'],
  ...['discourse', 'vocative', 'dislocated', 'expl'],
])

/** What a counting head counts: the noun of "dozens of people", "one of the men". */
function kernelOf(document: Document, head: Token, { words }: MentionContext): number {
  const counts = head.upos === 'NUM' || head.upos === 'DET' || words.is('quantity', head.lower)
  if (!counts) return head.index
  const counted = childrenBy(document, head.index, 'nmod').find(
    ({ index }) => childBy(document, index, 'case')?.lower === 'of' && index > head.index,
  )
  return counted && counted.upos !== 'PRON' && counted.index - head.index < 8
    ? counted.index
    : head.index
}

export function union(a: TokenRange, b: TokenRange | undefined): TokenRange {
  if (!b) return { first: a.first, last: a.last }
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }
}

function only(index: number): TokenRange {
  return { first: index, last: index + 1 }
}

function width({ tokens }: Document, { first, last }: TokenRange): number {
  return (tokens[last - 1]?.end ?? 0) - (tokens[first]?.start ?? 0)
}
