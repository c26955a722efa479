import { isDay, pad, rangeOf } from '../../base/calendar.ts'
import { yearOfMonth } from './focus.ts'
import { readDayOfMonth, readYear } from './numbers.ts'
import {
  isHyphen,
  lowerAt,
  tokenAt,
  valueAt,
  type TimePlace,
  type TimeReading,
  type TimeRule,
} from './rule.ts'

/** A day or month with the month named: "March 4, 2024", "4 March 2024", "3 APR 90", "Sept. 5", "March 2022". */
export const absoluteDate: TimeRule = {
  name: 'absolute-date',
  starts: ['month', 'digits', 'ordinal'],
  examples: {
    'It was signed on March 4, 2023.': '2023-03-04',
    'It was signed on 4 March 2023.': '2023-03-04',
    'It was signed on the 4th of March, 2023.': '2023-03-04',
    'BEIRUT, 3 APR 90': '1990-04-03',
    'They met on Sept. 5.': '2023-09-05',
    'They will meet on Sept. 5.': '2024-09-05',
    'They met on March 5th.': '2024-03-05',
    'They fled in March 2022.': '2022-03',
    'The talks of 3-5 May 2019 failed.': '2019-05-03',
    'They march 40 miles.': '-',
    'They met on February 31.': '-',
  },
  read(place) {
    const month = monthAt(place, 0)
    return month === undefined ? dayFirst(place) : monthFirst(place, month)
  },
}

/** The number of the month named there; "May" and "March" are names only with a capital. */
export function monthAt(place: TimePlace, offset: number): number | undefined {
  const month = valueAt(place, 'month', offset)
  return month !== undefined && /^\p{Lu}/u.test(tokenAt(place, offset)?.text ?? '')
    ? Number(month)
    : undefined
}

function monthFirst(place: TimePlace, month: number): TimeReading | undefined {
  const dot = lowerAt(place, 1) === '.' ? 1 : 0
  const the = lowerAt(place, 1 + dot) === 'the' ? 1 : 0
  const day = readDayOfMonth(place, 1 + dot + the)
  if (day === undefined || isCounting(place, 2 + dot)) return monthOfYear(place, month)
  const length = 2 + dot + the
  const year = yearAfter(place, length)
  if (year) return dated(place, { month, day, year: year.value, length: length + year.length })
  const range = isHyphen(place, length) && readDayOfMonth(place, length + 1) !== undefined
  const shared = range ? yearAfter(place, length + 2) : undefined
  return dated(place, { month, day, ...(shared && { year: shared.value }), length })
}

/** "May 3 people" is no day; "May 3" before a word that is no counted thing is. */
function isCounting(place: TimePlace, offset: number): boolean {
  return /^(?:percent|%|people|million|billion|men|years|days)$/.test(lowerAt(place, offset))
}

/** "4 March 2023", "the 4th of March", "3-5 May": the first day of a stretch stands alone. */
function dayFirst(place: TimePlace): TimeReading | undefined {
  const day = readDayOfMonth(place, 0)
  if (day === undefined) return undefined
  const link = isHyphen(place, 1) || /^(?:and|to|or|&)$/.test(lowerAt(place, 1))
  const start = link && readDayOfMonth(place, 2) !== undefined ? 3 : 1
  const at = start + (lowerAt(place, start) === 'of' ? 1 : 0)
  const month = monthAt(place, at)
  if (month === undefined) return undefined
  const dot = lowerAt(place, at + 1) === '.' && yearAfter(place, at + 2) ? 1 : 0
  const year = yearAfter(place, at + 1 + dot) ?? shortYear(place, at + 1)
  const length = start === 3 ? 1 : at + 1 + (year ? year.length + dot : 0)
  const reading = dated(place, { month, day, ...(year && { year: year.value }), length })
  return reading && { ...reading, article: true }
}

/** A year after a day and month: ", 2023", "2023", "of that year", "last year". */
function yearAfter(
  place: TimePlace,
  offset: number,
): { value: string; length: number } | undefined {
  const comma = lowerAt(place, offset) === ',' ? 1 : 0
  const year = readYear(place, offset + comma)
  if (year && /^(?:\d|BC)/.test(year.value))
    return { value: year.value, length: comma + year.length }
  const of = lowerAt(place, offset) === 'of' ? 1 : 0
  if (lowerAt(place, offset + of + 1) !== 'year') return undefined
  const steps = YEAR_STEPS[lowerAt(place, offset + of)]
  const from = steps === undefined || place.focus.narrative ? place.focus.value : place.publishedOn
  if (from === undefined || (steps === undefined && lowerAt(place, offset + of) !== 'that'))
    return undefined
  return { value: pad(Number(from.slice(0, 4)) + (steps ?? 0), 4), length: of + 2 }
}

const YEAR_STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }

/** Two digits for a year where nothing else can follow: "3 APR 90" before a stop or in capitals. */
function shortYear(
  place: TimePlace,
  offset: number,
): { value: string; length: number } | undefined {
  const word = lowerAt(place, offset)
  if (!/^\d\d$/.test(word)) return undefined
  const after = tokenAt(place, offset + 1)
  const month = tokenAt(place, offset - 1)?.text ?? ''
  const ends = after === undefined || /^[^\p{L}\p{N}%:,.-]+$/u.test(after.text)
  if (!ends && !/^\p{Lu}{3}$/u.test(month)) return undefined
  return { value: `${Number(word) >= 30 ? 19 : 20}${word}`, length: 1 }
}

interface Parts {
  readonly day: number
  readonly month: number
  readonly year?: string
  readonly length: number
}

function dated(place: TimePlace, { day, month, year, length }: Parts): TimeReading | undefined {
  const monthDay = `${pad(month, 2)}-${pad(day, 2)}`
  if (!isDay(year && /^\d/.test(year) ? Number(year) : 2000, month, day)) return undefined
  const said = year ?? yearShared(place, length)
  if (said !== undefined) return absolute(`${said}-${monthDay}`, length)
  return withoutYear(place, { month, day, key: monthDay, length })
}

/** The year that a date shares with the one after it: "19 March to 30 April 2003", "August and September 1914". */
export function yearShared(place: TimePlace, offset: number): string | undefined {
  const word = lowerAt(place, offset)
  const link = isHyphen(place, offset) || /^(?:and|to|or|until|through|-|–)$/.test(word)
  const month = valueAt(place, 'month', offset + 1) ?? valueAt(place, 'month', offset + 2)
  if (!link || month === undefined) return undefined
  const next = place.inner(offset + 1)
  const end = next ? lowerAt(place, offset + next.length) : ''
  return next?.value?.startsWith(end) && /^\d{4}$/.test(end) ? end : undefined
}

/** "March 2022", "March of 1945", "July last year", "March 480 BC"; a month alone is another rule's. */
function monthOfYear(place: TimePlace, month: number): TimeReading | undefined {
  const of = lowerAt(place, 1) === 'of' ? 1 : 0
  const dot = lowerAt(place, 1) === '.' ? 1 : 0
  const year = readYear(place, 1 + of + dot)
  if (year && /^\D/.test(lowerAt(place, 1 + of + dot)) && !/^BC/.test(year.value)) return undefined
  const read = year ? { value: year.value, length: of + dot + year.length } : yearAfter(place, 1)
  return read && absolute(`${read.value}-${pad(month, 2)}`, 1 + read.length)
}

/** A date whose year only the report's own day, or the date in focus, can tell. */
export function withoutYear(
  place: TimePlace,
  { month, day, key, length }: { month: number; day?: number; key: string; length: number },
): TimeReading {
  const year = yearOfMonth(place, month, day)
  if (year === undefined) return { length, type: 'date', value: `XXXX-${key}` }
  const reading = absolute(`${pad(year, 4)}-${key}`, length)
  return place.focus.narrative || !place.publishedOn
    ? reading
    : { ...reading, fromPublication: true }
}

/** A date that needs no other. */
export function absolute(value: string, length: number): TimeReading {
  return { length, type: 'date', value, ...rangeOf(value) }
}
