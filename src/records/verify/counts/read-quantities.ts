import type { CountPhrase, CountWords } from './count-words.ts'
import { openListParts } from './list-parts.ts'
import { noCountAt } from './no-count.ts'
import { numberAt } from './number-at.ts'
import { wordsOf, type Word } from './words-of.ts'

/** What the words of one sentence say in numbers. */
export interface Quantities {
  /** Numbers that stand there, in order. */
  readonly said: readonly number[]
  /** What vague words mean: "dozens", "several". */
  readonly rough: readonly { readonly min: number; readonly max: number }[]
  /** Phrases for one person each, in the parts of a list that hold no number. */
  readonly ones: number
  /** Whether a phrase for one stands there, beside numbers or not ("a man died when three rockets fell"). */
  readonly hasOne: boolean
  readonly hasMore: boolean
  readonly hasFewer: boolean
  readonly hasNone: boolean
  readonly hasPlural: boolean
}

/** The quantities of a quote, one for each of its sentences. Lenient: a number may be that of something else; ages, dates and ordinals are none. */
export function readQuantities(quote: string, known: CountWords): Quantities[] {
  return wordsOf(quote).map((sentence) => quantitiesOf(sentence, known))
}

function quantitiesOf(words: readonly Word[], known: CountWords): Quantities {
  const isShouted =
    words.every(({ text }) => text === text.toUpperCase()) &&
    words.some(({ text, lower }) => text !== lower)
  const list = openListParts(known, { isShouted })
  const said: number[] = []
  const rough: CountPhrase[] = []
  let hasNone = words.some(({ lower }) => isNone(lower, known))
  for (let at = 0; at < words.length;) {
    const found = quantityAt(words, at, known)
    if (found.type === 'number') said.push(found.value)
    else if (found.type === 'vague') rough.push(found)
    else if (found.type === 'none') hasNone = true
    if (found.type === 'number' || found.type === 'vague') list.number(words, at)
    else if (found.type !== 'other') list.word(words, at)
    at += found.length
  }
  return {
    said,
    rough,
    ones: list.ones(),
    hasOne: list.hasOne() || (isShouted && said.length === 0),
    hasMore: words.some(({ lower }) => known.is('more', lower)),
    hasFewer: words.some(({ lower }) => known.is('fewer', lower)),
    hasNone,
    hasPlural: words.some(({ lower }) => isPlural(lower, known)),
  }
}

/** What stands at a word: a number that counts, an age or a date, a phrase, or a word of no number. */
type QuantityAt =
  | { readonly type: 'number'; readonly value: number; readonly length: number }
  | { readonly type: 'other'; readonly length: number }
  | { readonly type: 'word'; readonly length: 1 }
  | CountPhrase

function quantityAt(words: readonly Word[], at: number, known: CountWords): QuantityAt {
  const length = noCountAt(words, at, known)
  if (length !== undefined) return { type: 'other', length }
  const phrase = phraseAt(words, at, known)
  if (phrase && phrase.min !== phrase.max) return phrase
  if (phrase?.type === 'vague') return { type: 'number', value: phrase.min, length: phrase.length }
  const number = phrase ? undefined : numberAt(words, at, known)
  return number ? { type: 'number', ...number } : (phrase ?? { type: 'word', length: 1 })
}

/** In words. */
const LONGEST_PHRASE = 6

/** The longest phrase at a word; a scale after vague words is theirs ("several dozen"). */
function phraseAt(words: readonly Word[], at: number, known: CountWords): CountPhrase | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const key = words.slice(at, at + length).map(({ lower }) => lower)
    const phrase = known.phrases.get(key.join(' '))
    if (!phrase) continue
    const scale = known.scales.get(words[at + length]?.lower ?? '')
    if (phrase.type !== 'vague' || scale === undefined) return phrase
    const [min, max] = [phrase.min * scale, phrase.max * scale]
    return { ...phrase, min, max, length: length + 1 }
  }
  return undefined
}

/** "didn't" says none as "not" does. */
function isNone(word: string, known: CountWords): boolean {
  return known.is('none', word) || word.endsWith("n't")
}

function isPlural(word: string, known: CountWords): boolean {
  if (known.is('plural', word) || /(?:men|women|people)$/.test(word)) return true
  return word.length > 2 && word.endsWith('s') && !known.is('one', word)
}
