import { isWithinSpacedNumber, spacedNumberAt } from '../../text/index.ts'
import { isHyphen, isJoined, lowerAt, tokenAt, valueAt, type TimePlace } from './rule.ts'

/** A number and how many tokens it takes; `X` for "a few". */
export interface CountRead {
  readonly value: number | 'X'
  readonly length: number
}

/** The cardinal that stands so many tokens further: "12", "twenty-five", "a hundred", "a couple of", "several", "2 1/2". */
export function readCount(place: TimePlace, offset: number): CountRead | undefined {
  const spaced = spacedNumberAt(place.document, place.at + offset)
  if (spaced) return spaced
  if (isWithinSpacedNumber(place.document, place.at + offset)) return undefined
  const digits = /^\d{1,3}(?:,?\d{3})?$/.test(lowerAt(place, offset))
  if (digits) return withHalf(place, offset, Number(lowerAt(place, offset).replace(',', '')))
  const word = valueAt(place, 'number', offset)
  if (word === undefined) return undefined
  const article = /^an?$/.test(lowerAt(place, offset)) ? 1 : 0
  const scale = SCALES[lowerAt(place, offset + 1)]
  if (scale !== undefined && word !== 'X') return { value: Number(word) * scale, length: 2 }
  const next = valueAt(place, 'number', offset + 1)
  if (article && /^(?:few|couple)$/.test(lowerAt(place, offset + 1)) && next)
    return ofLess(place, offset, { value: next === 'X' ? 'X' : 2, length: 2 })
  if (word === 'X') return ofLess(place, offset, { value: 'X', length: 1 })
  const tens = Number(word)
  const hyphen = isHyphen(place, offset + 1) ? 1 : 0
  const units = Number(valueAt(place, 'number', offset + 1 + hyphen) ?? 0)
  if (tens >= 20 && units >= 1 && units <= 9 && !/^an?$/.test(lowerAt(place, offset + 1 + hyphen)))
    return { value: tens + units, length: 2 + hyphen }
  return withHalf(place, offset, tens)
}

const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000 }

/** "2 1/2", "two and a half". */
function withHalf(place: TimePlace, offset: number, whole: number): CountRead {
  const at = (more: number): string => lowerAt(place, offset + more)
  const plain = { value: whole, length: 1 }
  if (at(1) === '1' && at(2) === '/' && at(3) === '2') return { value: whole + 0.5, length: 4 }
  if (at(1) === 'and' && at(2) === 'a' && at(3) === 'half') return { value: whole + 0.5, length: 4 }
  return plain
}

/** "a couple of", "dozens of". */
function ofLess(place: TimePlace, offset: number, read: CountRead): CountRead {
  return lowerAt(place, offset + read.length) === 'of' ? { ...read, length: read.length + 1 } : read
}

/** The ordinal that stands there as a number: "3rd", "third". */
export function readOrdinal(place: TimePlace, offset: number): number | undefined {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(lowerAt(place, offset))?.[1]
  const word = digits ?? valueAt(place, 'ordinal', offset)
  return word === undefined ? undefined : Number(word)
}

/** A year and how many tokens it takes. */
export interface YearRead {
  readonly value: string
  readonly length: number
}

/** A year in four digits, "480 BC", "'44", or in words ("nineteen ninety-six"). */
export function readYear(place: TimePlace, offset: number): YearRead | undefined {
  const word = lowerAt(place, offset)
  if (/^\d{1,4}$/.test(word)) {
    if (valueAt(place, 'era', offset + 1) === 'BC')
      return { value: `BC${word.padStart(4, '0')}`, length: 2 }
    const range = isHyphen(place, offset + 1) && /^\d{1,4}$/.test(lowerAt(place, offset + 2))
    if (range && valueAt(place, 'era', offset + 3) === 'BC')
      return { value: `BC${word.padStart(4, '0')}`, length: 1 }
    if (/^(?:1\d|20)\d\d$/.test(word)) return { value: word, length: 1 }
    return undefined
  }
  if (word === 'nineteen') return spelledYear(place, offset)
  const short = /^['’](\d\d)$/.exec(word)?.[1]
  return short === undefined ? undefined : { value: `19${short}`, length: 1 }
}

function spelledYear(place: TimePlace, offset: number): YearRead | undefined {
  const tail = readCount(place, offset + 1)
  if (!tail || tail.value === 'X' || tail.value < 10 || tail.value > 99) return undefined
  if (tokenAt(place, offset + 1)?.upos !== 'NUM') return undefined
  return { value: String(1900 + tail.value), length: 1 + tail.length }
}

/** A day of the month, "3" or "3rd", or a spelled ordinal. */
export function readDayOfMonth(place: TimePlace, offset: number): number | undefined {
  const word = lowerAt(place, offset)
  const day = /^\d{1,2}$/.test(word) ? Number(word) : readOrdinal(place, offset)
  if (day === undefined || day < 1 || day > 31) return undefined
  const next = lowerAt(place, offset + 1)
  const decimal = (next === '.' || next === ':' || next === ',') && isJoined(place, offset + 1)
  return decimal && isJoined(place, offset + 2) && /^\d/.test(lowerAt(place, offset + 2))
    ? undefined
    : day
}
