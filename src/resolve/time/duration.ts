import { addDays } from '../../base/calendar.ts'
import { shiftDate } from './focus.ts'
import { readCount, type CountRead } from './numbers.ts'
import {
  isHyphen,
  lowerAt,
  tokenAt,
  valueAt,
  type TimePlace,
  type TimeReading,
  type TimeRule,
} from './rule.ts'

/** How long something takes: "three days", "48 hours", "a 10-year war"; with "past" or "next" it reaches to publication. */
export const duration: TimeRule = {
  name: 'duration',
  starts: ['number', 'digits', 'near', 'ordinal', 'unit', 'clock', 'reference'],
  examples: {
    'The siege lasted three days.': 'P3D',
    'They held out for 48 hours.': 'PT48H',
    'The 10-year war ended.': 'P10Y',
    'It rained for the past two weeks.': 'P2W',
    'It rained for several months.': 'PXM',
    'It rained for two decades.': 'P20Y',
    'It rained for years.': 'PXY',
    'It happened three days ago.': '-',
    'He was 47 years old.': '-',
    'She saw the day.': '-',
  },
  read(place) {
    const near =
      valueAt(place, 'near', 0) ?? (lowerAt(place, 0) === 'recent' ? 'recent' : undefined)
    const lead = near !== undefined || lowerAt(place, 0) === 'first' ? 1 : 0
    const count = readCount(place, lead)
    const at = lead + (count?.length ?? 0)
    const range = count ? rangeAfter(place, at) : 0
    const at2 = at + range
    const hyphen = count && isHyphen(place, at2) ? 1 : 0
    const more = MORE.has(lowerAt(place, at2 + hyphen)) ? 1 : 0
    const end = at2 + hyphen + more
    const [unit, clock] = [valueAt(place, 'unit', end), valueAt(place, 'clock', end)]
    if ((unit ?? clock) === undefined) return undefined
    const read = {
      count: range ? X : count,
      unit: unit ?? clock ?? '',
      clock: unit === undefined,
      plural: lowerAt(place, end).endsWith('s'),
    }
    if (!isDuration(place, { at: end, near, count, hyphen })) return undefined
    const value = valueOf(read)
    if (value === undefined) return undefined
    const length = end + 1 + tail(place, end + 1)
    const article = near === 'recent' ? false : lead === 1 || (hyphen === 0 && count !== undefined)
    const told = reach(place, near, read)
    return { length, type: 'duration', value, ...(article && { article: true }), ...told }
  },
}

const X: CountRead = { value: 'X', length: 1 }
const MORE = new Set([
  'more',
  'additional',
  'full',
  'consecutive',
  'straight',
  'whole',
  'long',
  'such',
  'other',
  'bloody',
  'further',
])

/** "12 to 18", "two or three": tokens after the first number. */
function rangeAfter(place: TimePlace, at: number): number {
  if (!/^(?:to|or|-|–)$/.test(lowerAt(place, at))) return 0
  const second = readCount(place, at + 1)
  return second ? 1 + second.length : 0
}

interface Found {
  readonly at: number
  readonly near: string | undefined
  readonly count: CountRead | undefined
  readonly hyphen: number
}

/** What is counted from another time, an age, a rate, a fraction or a bare "day" is no stretch of time. */
function isDuration(place: TimePlace, { at, near, count, hyphen }: Found): boolean {
  const word = lowerAt(place, at)
  const plural = word.endsWith('s')
  const after = lowerAt(place, at + 1)
  if (/^(?:ago|old)$/.test(after) || (/^(?:later|earlier)$/.test(after) && count)) return false
  if (isHyphen(place, at + 1))
    return lowerAt(place, at + 2) === 'long' && (count !== undefined || plural)
  if (count === undefined) return isBare(place, { plural, near, at })
  if (/^(?:quarters?|second)$/.test(word) && near === undefined) return false
  if (hyphen) return true
  const first = lowerAt(place, 0)
  if (first === 'one' && word === 'day') return isFor(place)
  if (/^an?$/.test(first) && !plural) return isFor(place) || !isRate(place)
  return (
    plural || count.value === 1 || near !== undefined || tokenAt(place, at + 1)?.upos === 'NOUN'
  )
}

/** "for years", "recent weeks", "the past year". */
function isBare(
  place: TimePlace,
  { plural, near, at }: { plural: boolean; near: string | undefined; at: number },
): boolean {
  if (near === undefined)
    return (
      plural &&
      at === 0 &&
      /^(?:for|in|within|after|of)$/.test(lowerAt(place, -1)) &&
      isBareEnd(place)
    )
  if (plural) return /^(?:past|last|coming|next|recent|following|previous)$/.test(near)
  return (near === 'past' || near === 'last' || near === 'next') && lowerAt(place, -1) === 'the'
}

function isBareEnd(place: TimePlace): boolean {
  return lowerAt(place, -1) === 'for' || !/^(?:of|later|earlier)$/.test(lowerAt(place, 1))
}

function isFor(place: TimePlace): boolean {
  return /^(?:for|in|within|than|about|nearly|almost|over|after|just|only|least|of|took|lasted|spent)$/.test(
    lowerAt(place, -1),
  )
}

/** "40 dollars a year", "twice a week". */
function isRate(place: TimePlace): boolean {
  const before = tokenAt(place, -1)
  return (
    before !== undefined &&
    (/^(?:NOUN|NUM|SYM)$/.test(before.upos) || /^(?:once|twice)$/.test(before.lower))
  )
}

/** "or so". */
function tail(place: TimePlace, at: number): number {
  return lowerAt(place, at) === 'or' && lowerAt(place, at + 1) === 'so' ? 2 : isLong(place, at)
}

function isLong(place: TimePlace, at: number): number {
  return isHyphen(place, at) && lowerAt(place, at + 1) === 'long' ? 2 : 0
}

interface Amount {
  readonly count: CountRead | undefined
  readonly unit: string
  readonly clock: boolean
  readonly plural: boolean
}

function valueOf({ count, unit, clock, plural }: Amount): string | undefined {
  const amount = count?.value ?? (plural ? 'X' : 1)
  if (clock) return amount === 'X' ? `PTX${unit}` : clockValue(amount, unit)
  if (amount === 'X') return unit === 'WE' || unit === 'FN' ? 'PXW' : `PX${unit}`
  if (!Number.isInteger(amount))
    return unit === 'Y' ? `P${Math.floor(amount)}Y6M` : `P${amount}${unit}`
  const [factor, letter] = FACTORS[unit] ?? [1, unit]
  return `P${amount * factor}${letter}`
}

function clockValue(amount: number, unit: string): string {
  if (Number.isInteger(amount)) return `PT${amount}${unit}`
  return unit === 'H' ? `PT${Math.floor(amount)}H30M` : `PT${Math.floor(amount)}M30S`
}

const FACTORS: Readonly<Record<string, readonly [number, string]>> = {
  DE: [10, 'Y'],
  CE: [100, 'Y'],
  FN: [2, 'W'],
  WE: [2, 'D'],
}

/** "the past two weeks" ends, "the next two weeks" begins, with publication. */
function reach(
  { publishedOn, focus }: TimePlace,
  near: string | undefined,
  { count, unit, clock }: Amount,
): Partial<TimeReading> {
  if (publishedOn === undefined || focus.narrative || clock || near === undefined) return {}
  const sign = /^(?:past|last)$/.test(near) ? -1 : /^(?:next|coming)$/.test(near) ? 1 : 0
  const amount = count?.value ?? 1
  if (sign === 0 || amount === 'X' || !Number.isInteger(amount)) return {}
  const end =
    unit === 'W'
      ? addDays(publishedOn, 7 * sign * amount)
      : shiftDate(publishedOn, unit, sign * amount)
  if (end === undefined || !/^\d{4}(?:-\d\d){0,2}$/.test(end)) return {}
  return sign < 0
    ? { earliest: end, latest: publishedOn, fromPublication: true }
    : { earliest: publishedOn, latest: end, fromPublication: true }
}
