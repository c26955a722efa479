import type { PeopleCategory, PeopleCount, Span } from '../../records/index.ts'
import {
  childBy,
  childrenBy,
  isWithinSpacedNumber,
  rangeSpan,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { isOf, rowsOf } from '../events/event-words.ts'
import type { Scene } from '../events/scene.ts'
import { behindLooseAge, isLoneAge } from '../mentions/ages.ts'
import { readCount } from '../mentions/count.ts'
import { lookUpNoun } from '../mentions/words.ts'
import { withUpperEnd } from './number-ends.ts'
import { phraseOf } from './phrase-of.ts'

/** A noun phrase for people with how many it stands for. */
export interface CountedPhrase {
  readonly head: number
  readonly count: PeopleCount
  readonly span: Span
  /** Whom, where the phrase says more than "people". */
  readonly of?: { readonly text: string; readonly category: PeopleCategory; readonly head: number }
  /** "another 20", "two more". */
  readonly more: boolean
}

/** What a phrase counts; undefined where it does not say how many ("the victims", "they"). */
export function readCounted(scene: Scene, head: number): CountedPhrase | undefined {
  const { document } = scene
  const token = document.tokens[head]
  if (!token || scene.dates.holds(head) || isLoneAge(document, token)) return undefined
  const range = phraseOf(scene, token)
  const noun = peopleNoun(scene, token)
  const counted = { first: range.first, last: Math.max(head, noun) + 1 }
  const count = countOf(scene, { token, range: counted })
  if (!count) return undefined
  const of = ofWhom(scene, { noun, range })
  const words = count.atMost === 1 ? behindLooseAge(document, range) : range
  const span = rangeSpan(document, withUpperEnd(scene, words, count))
  if (!saysCount(scene, document.text.slice(span.start, span.end), count)) return undefined
  return {
    head,
    count,
    span,
    ...(of && { of }),
    more: isMore(scene, range),
  }
}

/** Whether a phrase says its number: an age ("a 14 years old boy") and a number that stands elsewhere do not. */
export function saysCount(scene: Scene, phrase: string, { atLeast, atMost }: PeopleCount): boolean {
  const number = atLeast ?? atMost ?? 0
  const text = phrase.replaceAll(AGE, ' ')
  if (number === 1) return !/\d/.test(text) || /\b1\b/.test(text)
  const { numbers, vague } = scene.words.mentions
  const words = text.toLowerCase().split(/[\s-]+/)
  if (number === 2 && atMost === undefined) return true
  const isNumber = (word: string, i: number): boolean =>
    /\d/.test(word) ||
    numbers.has(word) ||
    vague.has(word) ||
    vague.has(`${word} ${words[i + 1] ?? ''}`) ||
    // "a number of"; how many a group is, it does not say.
    (words[i + 1] !== 'group' && vague.has(words.slice(i, i + 3).join(' ')))
  return number === 0 || words.some(isNumber) || words.includes('both')
}

/** "14-year-old", "59 - year - old", "twelve years old", behind a tens ("forty-") or not. */
const AGE = /(?:\b\p{L}+-)?\b[\p{L}\d]+(?:\s-\s|[\s-])years?(?:\s-\s|[\s-])old\b/giu

/** "dozens of people", "12 of the soldiers": the noun that says who they are. */
function peopleNoun({ document, words }: Scene, head: Token): number {
  const isQuantity =
    head.upos === 'NUM' ||
    words.mentions.vague.has(head.lower) ||
    words.mentions.vague.has(`${head.lower} of`) ||
    words.mentions.vague.has(`a ${head.lower} of`) ||
    /^(number|group|member|total|one|body|dead)$/.test(head.lowerLemma)
  if (!isQuantity) return head.index
  const of = childrenBy(document, head.index, 'nmod').find(
    (token) => childBy(document, token.index, 'case')?.lower === 'of',
  )
  return of && of.index - head.index <= 8 ? of.index : head.index
}

const ONE: PeopleCount = { atLeast: 1, atMost: 1 }

interface Phrase {
  readonly token: Token
  readonly range: TokenRange
}

function countOf(scene: Scene, phrase: Phrase): PeopleCount | undefined {
  const { document, words } = scene
  const { token, range } = phrase
  if (saysNobody(scene, phrase)) return { atLeast: 0, atMost: 0 }
  if (isTheOther(scene, phrase)) return ONE
  if (token.upos === 'PRON') return isHimself(scene, token) || isHim(token) ? ONE : undefined
  const read = readCount(document, range, words.mentions) ?? plainNumber(scene, token, range)
  const opening = document.tokens[range.first]?.lower ?? ''
  if (!read && isAtLeastOne(scene, range)) return { atLeast: 1 }
  if (!read) return isSingle(scene, phrase, opening) ? ONE : undefined
  // "soldiers were killed": a bare plural tells no number.
  const isBare = read.vague === true && read.atLeast === 2 && read.atMost === undefined
  return isBare && !saysFew(scene, range) ? undefined : read
}

/** "another was hurt", "injuring the other" */
function isTheOther({ document }: Scene, { token, range: { first, last } }: Phrase): boolean {
  const words = document.tokens.slice(first, last).map(({ lower }) => lower)
  return token.lower === words.at(-1) && /^(?:another|the other)$/.test(words.join(' '))
}

/** "a few soldiers", "a couple of men": a word for some, however low. */
function saysFew({ document, words }: Scene, { first, last }: TokenRange): boolean {
  return document.tokens.slice(first, last).some(({ lower, index }) => {
    const two = `${document.tokens[index - 1]?.lower} ${lower}`
    return words.mentions.vague.has(lower) || words.mentions.vague.has(two)
  })
}

/** "no one", "nobody", "no casualties"; "no fewer than 12" is a number. */
function saysNobody({ document, words }: Scene, { token, range }: Phrase): boolean {
  const [first, second] = document.tokens.slice(range.first, range.first + 2)
  if (/^(fewer|less|more)$/.test(second?.lower ?? '')) return false
  return [token, first].some((word) => word && words.mentions.is('none', word.lower))
}

function isHimself({ words }: Scene, { lower }: Token): boolean {
  return isOf(words, lower, 'reflexive') && lower.endsWith('self')
}

/** "at least a civilian" */
function isAtLeastOne({ document, words }: Scene, { first, last }: TokenRange): boolean {
  const [at, least, article] = document.tokens.slice(first, Math.min(first + 3, last))
  const bound = words.mentions.bounds.get(`${at?.lower} ${least?.lower}`)
  return bound === 'atleast' && /^an?$/.test(article?.lower ?? '')
}

const HE = /^s?he$/

/** "killing him and six others", "she was wounded" */
function isHim({ lower, deprel }: Token): boolean {
  return /^(?:him|her)$/.test(lower) ? deprel === 'obj' : HE.test(lower) && deprel === 'nsubj:pass'
}

/** One person: a name, or a noun for somebody in the singular. */
function isSingle(scene: Scene, { token, range }: Phrase, opening: string): boolean {
  if (/^(this|that|its|each|every|which|who)$/.test(opening)) return false
  const type = scene.mentions.byHead(token.index)?.type
  const isName = token.upos === 'PROPN'
  if (!isName && token.xpos !== 'NN') return false
  if (scene.words.mentions.is('collective', token.lowerLemma)) return false
  if (type === 'person' || roleOf(scene, token.index, range.first) !== undefined) return true
  // "their interpreter": somebody's own is one, whatever the noun.
  const isTheirs = /^(his|her|their|our|my)$/.test(opening) && type === 'unknown'
  return isTheirs || (isName && (type === 'unknown' || type === 'thing'))
}

/** "kills four", "killed 33 people and wounded 10": a number that the tree hangs on the verb, or on a noun before the word of harm. */
function plainNumber(scene: Scene, token: Token, { first }: TokenRange): PeopleCount | undefined {
  const { document, words } = scene
  const above = document.tokens[token.head]
  if (token.upos !== 'NUM' || token.deprel !== 'nummod') return undefined
  if ([0, 1].some((next) => isWithinSpacedNumber(document, token.index + next))) return undefined
  if (above?.upos !== 'VERB' && !isBehindHarm(scene, first)) return undefined
  const value = /^\d{1,6}$/.test(token.lower)
    ? Number(token.lower)
    : words.mentions.numbers.get(token.lower)
  if (value === undefined || token.index + 1 - first > 3) return undefined
  // "more than hundred": a word may be missing before it.
  if (/^(hundred|thousand|million)$/.test(token.lower)) return undefined
  return first < token.index ? { atLeast: value } : { atLeast: value, atMost: value }
}

function isBehindHarm({ document, words }: Scene, first: number): boolean {
  const before = document.tokens[first - 1]
  return before !== undefined && rowsOf(words.harms, before.lower, before.upos) !== undefined
}

function roleOf(scene: Scene, head: number, first: number) {
  return lookUpNoun(scene.words.mentions.roles, scene.document, { first, head })
}

function ofWhom(
  scene: Scene,
  { noun, range }: { noun: number; range: TokenRange },
): CountedPhrase['of'] {
  const { document, words } = scene
  const token = document.tokens[noun]
  if (!token || token.upos === 'NUM' || words.mentions.numbers.has(token.lower)) return undefined
  const lemma = token.lowerLemma
  if (isOf(words, lemma, 'anyone') || words.mentions.vague.has(token.lower)) return undefined
  const isSelf = isOf(words, token.lower, 'reflexive')
  if (words.mentions.is('none', token.lower) || (token.upos === 'PRON' && !isSelf)) return undefined
  const category = isSelf
    ? 'perpetrator'
    : (roleOf(scene, noun, range.first)?.category ?? 'unknown')
  const text = document.text.slice(startOfNoun(scene, noun, range), rangeSpan(document, range).end)
  if (text.trim() === '') return undefined
  return {
    text,
    category: category as PeopleCategory,
    head: noun,
  }
}

/** Where the words for the people begin: behind their number. */
function startOfNoun({ document, words }: Scene, noun: number, { first }: TokenRange): number {
  let from = noun
  for (let at = noun - 1; at >= first; at -= 1) {
    const token = document.tokens[at]
    if (!token || token.upos === 'NUM' || token.upos === 'DET' || token.upos === 'ADP') break
    if (words.mentions.numbers.has(token.lower) || words.mentions.vague.has(token.lower)) break
    if (/^(other|more|another|additional|further)$/.test(token.lower)) continue
    from = at
  }
  // "a nine-year-old girl": an age begins behind its number.
  if (/^[-–]/.test(document.tokens[from]?.text ?? '')) from = noun
  return document.tokens[from]?.start ?? 0
}

function isMore({ document }: Scene, { first, last }: TokenRange): boolean {
  for (let at = first; at < Math.min(last, first + 5); at += 1)
    if (/^(another|additional|further|more)$/.test(document.tokens[at]?.lower ?? '')) {
      // "more than 20" is no addition.
      if (document.tokens[at + 1]?.lower !== 'than') return true
    }
  return false
}
