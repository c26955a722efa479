import type { PeopleCount } from '../../records/index.ts'
import {
  isWithinSpacedNumber,
  spacedNumberAt,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { ageAt, isLooseAge } from './ages.ts'
import type { MentionWords, QuantityKind } from './words.ts'

/** How many a noun phrase says there are, with the words that stand before it ("at least", "dozens of"); undefined where it does not count. A plural without a number is two or more, vaguely. */
export function readCount(
  document: Document,
  { first: from, last: to }: TokenRange,
  words: MentionWords,
): PeopleCount | undefined {
  const run = { document, tokens: document.tokens, words, last: to }
  for (let at = from; at < to; at += 1) {
    const quantity =
      mayCount(run, at) && isCount(document, at, to) ? quantityAt(run, at) : undefined
    if (!quantity) continue
    const age = ageAt(document, { first: at, last: at + quantity.length }, words)
    if (!age) return bounded(run, { at, quantity })
    at = age.last - 1
  }
  return byDeterminer(run, { first: from, last: to })
}

interface Run {
  readonly document: Document
  readonly tokens: readonly Token[]
  readonly words: MentionWords
  readonly last: number
}

interface Quantity {
  readonly value: number
  readonly vague: boolean
  readonly length: number
}

/** Whether a quantity may begin at a token: asked first, as most words begin none. */
function mayCount(run: Run, at: number): boolean {
  const word = wordAt(run, at) ?? ''
  const { numbers, vagueStarts } = run.words
  return numbers.has(word) || vagueStarts.has(word) || /^\d|-|^an?$/.test(word)
}

/** Whether a number counts the phrase: no model, price, date, year, name's number or end of a larger number. */
function isCount(document: Document, at: number, last: number): boolean {
  const { tokens, text } = document
  const token = tokens[at]
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (!token || isWithinSpacedNumber(document, at)) return false
  const leading = before?.end === token.start ? /^[-–.,/$€£#]$/ : /^[$€£#]$/
  if (leading.test(before?.text ?? '')) return false
  const glued = after?.start === token.end ? after.text : ''
  if (/^(?:\/|\p{L})/u.test(glued)) return false // "the 9/11 plotter", "70k people"
  const isHyphened = after !== undefined && /^[-–]$/.test(glued)
  if (isHyphened && !/^\p{N}/u.test(text.slice(after.end, after.end + 1))) {
    const joined = tokens[at + 2]?.lower ?? ''
    if (
      !/^(?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|plus)$/.test(
        joined,
      )
    )
      return false
  }
  if (token.deprel.startsWith('cc')) return false
  if (/^(?:19|20)\d\d$/.test(token.text) && tokens[last - 1]?.xpos !== 'NNS') return false
  // "Flight 17", "Highway 1": the number stands after what it names.
  return !(token.deprel === 'nummod' && token.head < at && token.head >= 0)
}

/** The quantity that begins at a token. */
function quantityAt(run: Run, at: number): Quantity | undefined {
  const article = wordAt(run, at)
  const scale = article === 'a' || article === 'an' ? scaleAt(run, at + 1) : undefined
  const number = scale ? numberAt(run, at, { value: scale, length: 2 }) : numberAt(run, at)
  // "more than hundred": whether a word is missing before it, nobody can tell.
  if (/^(hundred|thousand|million)$/.test(article ?? '')) return undefined
  const vague = vagueAt(run, at)
  return vague && vague.length > (number?.length ?? 0) ? vague : number
}

/** Digits or number words with their scales: "1,200", "1 200", "twenty-five", "two hundred and six", "two dozens". */
function numberAt(
  run: Run,
  at: number,
  begun?: { value: number; length: number },
): Quantity | undefined {
  const first = begun ?? spacedNumberAt(run.document, at) ?? { value: unitAt(run, at), length: 1 }
  if (first.value === undefined) return undefined
  let [total, current] = [0, first.value]
  let next = at + first.length
  for (; next < run.last; next += 1) {
    const scale = scaleAt(run, next)
    const unit = unitAt(run, next)
    if (scale !== undefined) {
      current *= scale
      if (scale >= 1000) {
        total += current
        current = 0
      }
    } else if (unit !== undefined && joins({ current, unit, total })) current += unit
    else if (!isLink(run, next, current)) break
  }
  return { value: total + current, vague: false, length: next - at }
}

function joins({ current, unit, total }: Record<'current' | 'unit' | 'total', number>): boolean {
  if (current === 0) return total > 0 && unit < 1000
  const tail = current % 100
  if (tail === 0) return unit < 100
  return tail >= 20 && tail % 10 === 0 && unit > 0 && unit < 10
}

/** The "and" of "a hundred and five", the hyphen of "twenty-five" and "one-hundred". */
function isLink(run: Run, at: number, current: number): boolean {
  const word = wordAt(run, at)
  if (word === '-' && current < 100 && scaleAt(run, at + 1) !== undefined) return true
  const unit = unitAt(run, at + 1)
  if (unit === undefined || at + 1 >= run.last) return false
  if (word === '-') return current % 100 >= 20 && unit < 10 && current % 10 === 0
  return word === 'and' && current >= 100 && current % 100 === 0 && unit < 100
}

/** The longest phrase that stands for a number: "dozens of", "several hundred", "half a dozen". */
function vagueAt(run: Run, at: number): Quantity | undefined {
  if (!run.words.vagueStarts.has(wordAt(run, at) ?? '')) return undefined
  for (let length = 5; length > 0; length -= 1) {
    if (at + length > run.last) continue
    const found = run.words.vague.get(phrase(run, at, at + length))
    if (!found) continue
    // "some 20" is a rough number, "an additional twenty" and "a group of 12" are exact ones.
    if (unitAt(run, at + length) !== undefined) return undefined
    return { value: found.min ?? 0, vague: found.min !== found.max, length }
  }
  return undefined
}

/** The count that a quantity is with the words before and after it. */
function bounded(run: Run, { at, quantity }: { at: number; quantity: Quantity }): PeopleCount {
  const end = at + quantity.length
  const other = secondOfRange(run, { at, end })
  if (other !== undefined && other > quantity.value)
    return { atLeast: quantity.value, atMost: other }
  const bound = boundBefore(run, at) ?? boundAfter(run, end)
  const { value, vague } = quantity
  if (vague) return bound === 'atmost' ? { atMost: value, vague } : { atLeast: value, vague }
  switch (bound) {
    // "more than 12" is 12 or more, as people write it down.
    case 'approx-up':
    case 'atleast':
      return { atLeast: value }
    case 'atmost':
      return { atMost: value }
    case 'approx-down':
    case 'approx':
      return { atLeast: value, atMost: value, vague: true }
    default:
      return { atLeast: value, atMost: value }
  }
}

/** The upper end of "10 to 15", "10-15", "two or three", "between 10 and 15". */
function secondOfRange(run: Run, { at, end }: { at: number; end: number }): number | undefined {
  const link = wordAt(run, end) ?? ''
  const isBetween = link === 'and' && wordAt(run, at - 1) === 'between'
  if (!isBetween && !['to', '-', '–', 'or'].includes(link)) return undefined
  const sentence = run.tokens[at]?.sentence
  const { document, tokens, words } = run
  const reach = {
    document,
    tokens,
    words,
    last: Math.min(tokens.length, Math.max(run.last, end + 4)),
  }
  if (run.tokens[end + 1]?.sentence !== sentence) return undefined
  return numberAt(reach, end + 1)?.value
}

function boundBefore(run: Run, at: number): QuantityKind | undefined {
  for (let length = 4; length > 0; length -= 1) {
    const found = run.words.bounds.get(phrase(run, at - length, at))
    if (found !== undefined) return found
  }
  return undefined
}

function boundAfter(run: Run, end: number): QuantityKind | undefined {
  const word = wordAt(run, end)
  if (word === '+' || (word === '-' && wordAt(run, end + 1) === 'plus')) return 'atleast'
  return run.words.bounds.get(phrase(run, end, end + 2))
}

/** What "a", "no" and a bare plural count. */
function byDeterminer(run: Run, { first, last }: TokenRange): PeopleCount | undefined {
  const opening = wordAt(run, first) ?? ''
  if (run.words.is('none', opening)) return { atLeast: 0, atMost: 0 }
  const head = run.tokens[last - 1]
  if (!head) return undefined
  if (run.words.is('collective', head.lowerLemma)) return undefined
  if (head.xpos === 'NNS') return { atLeast: 2, vague: true }
  if (hasOwnNumber(run, { first, last })) return undefined
  const second = wordAt(run, first + 1) ?? ''
  const isOne =
    run.words.is('one', opening) ||
    (last - first > 1 && run.words.is('one', second) && !/^an?$/.test(second))
  // "a civilian", "a Swiss": tagged an adjective, and yet one.
  return isOne && /^(NOUN|ADJ)$/.test(head.upos) ? { atLeast: 1, atMost: 1 } : undefined
}

/** "a three-seater", "a 19 - year - old": a number behind the article reads like a count, unless it is an age whose hyphens join it. */
function hasOwnNumber(run: Run, { first, last }: TokenRange): boolean {
  if (unitAt(run, first + 1) === undefined) return false
  const age = ageAt(run.document, { first: first + 1, last: first + 2 }, run.words)
  return !age || (age.last === last && isLooseAge(run.document, age))
}

function unitAt(run: Run, at: number): number | undefined {
  const word = wordAt(run, at) ?? ''
  if (/^\d{1,3}(?:,\d{3}){1,3}$/.test(word)) return Number(word.replaceAll(',', ''))
  if (/^\d{1,9}$/.test(word)) return Number(word)
  const joined = /^([a-z]{3,9})-([a-z]{3,5})$/.exec(word)
  if (joined) {
    const [tens, ones] = [joined[1], joined[2]].map((part) => run.words.numbers.get(part ?? ''))
    if (tens && ones && tens >= 20 && tens < 100 && ones < 10) return tens + ones
  }
  const value = run.words.numbers.get(word)
  return value !== undefined && !isScale(word, value) ? value : undefined
}

/** "hundred", "thousand", "dozens", "score": what multiplies the number before it. */
function scaleAt(run: Run, at: number): number | undefined {
  if (at >= run.last) return undefined
  const word = (wordAt(run, at) ?? '').replace(/s$/, '')
  const value = run.words.numbers.get(word)
  return value !== undefined && isScale(word, value) ? value : undefined
}

function isScale(word: string, value: number): boolean {
  return value >= 100 || word === 'dozen' || word === 'score'
}

function wordAt(run: Run, at: number): string | undefined {
  return run.tokens[at]?.lower
}

function phrase(run: Run, first: number, last: number): string {
  const parts: string[] = []
  for (let at = Math.max(0, first); at < last; at += 1) parts.push(wordAt(run, at) ?? '')
  return parts.join(' ')
}
