import { monthAt } from './absolute-date.ts'
import { addDays, pad } from '../../base/calendar.ts'
import { readDayOfMonth, readOrdinal } from './numbers.ts'
import { fromPublication, someWeekday, weekdayFrom, withPart } from './days.ts'
import { shiftDate } from './focus.ts'
import {
  isHyphen,
  lowerAt,
  valueAt,
  type TimePlace,
  type TimeReading,
  type TimeRule,
} from './rule.ts'

/** "last week", "next month", "this year", "last April", "this past spring", "next Monday", "last night". */
export const near: TimeRule = {
  name: 'near',
  starts: ['near'],
  examples: {
    'It came last week.': '2024-W09',
    'It comes next month.': '2024-04',
    'It came this year.': '2024',
    'It came last year.': '2023',
    'It came last April.': '2023-04',
    'It came last summer.': '2023-SU',
    'It came last night.': '2024-03-05TNI',
    'It came last Wednesday.': '2024-02-28',
    'It comes next Monday.': '2024-03-11',
    'It came this morning.': '2024-03-06TMO',
    'It was the last day.': '-',
  },
  read(place) {
    const two = NEAR[lowerAt(place, 0)] === 0 && valueAt(place, 'near', 1) ? 1 : 0
    const steps = NEAR[lowerAt(place, two)]
    const { publishedOn, focus } = place
    if (steps === undefined) return undefined
    const fiscal = lowerAt(place, two + 1) === 'fiscal' ? 1 : 0
    const at = two + 1 + fiscal
    const from = focus.narrative ? undefined : publishedOn
    const reading = ofUnit(place, { at, steps, from }) ?? ofNamed(place, { at, steps, from })
    if (!reading || !reading.value) return reading
    const date =
      lowerAt(place, reading.length) === ',' ? place.inner(reading.length + 1) : undefined
    if (!date || date.value !== reading.value) return reading
    return { ...reading, length: reading.length + 1 + date.length }
  },
}

const NEAR: Readonly<Record<string, -1 | 0 | 1>> = {
  last: -1,
  past: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
}

interface Step {
  readonly at: number
  readonly steps: -1 | 0 | 1
  /** The day to count from; absent where the text tells of long ago. */
  readonly from: string | undefined
}

function ofUnit(place: TimePlace, { at, steps, from }: Step): TimeReading | undefined {
  const unit = valueAt(place, 'unit', at)
  const word = lowerAt(place, at)
  if (unit === undefined || unit === 'D' || word.endsWith('s')) return undefined
  const before = lowerAt(place, at - 1)
  if (before === 'past' || (unit === 'CE' && steps !== 0)) return undefined
  const article = lowerAt(place, -1) === 'the'
  if (
    article &&
    (before === 'last' || before === 'next') &&
    !place.focus.narrative &&
    unit !== 'WE'
  )
    return undefined
  if (from === undefined) return fromFocus(place, { unit, steps, length: at + 1 })
  const value = shiftDate(from, unit, steps)
  if (value === undefined) return undefined
  const ordinal = /^['’]s$/.test(lowerAt(place, at + 1)) ? readOrdinal(place, at + 2) : undefined
  if (unit === 'Y' && ordinal !== undefined && ordinal < 5 && lowerAt(place, at + 3) === 'quarter')
    return fromPublication(`${value}-Q${ordinal}`, at + 4)
  return { ...fromPublication(value, at + 1), article: true }
}

/** In a narrative "this year" is the one told of. */
function fromFocus(
  { focus }: TimePlace,
  { unit, steps, length }: { unit: string; steps: number; length: number },
): TimeReading | undefined {
  const value = focus.value === undefined ? undefined : shiftDate(focus.value, unit, steps)
  if (value === undefined) return { length, type: 'date', article: true }
  return { length, type: 'date', value, article: true }
}

function ofNamed(place: TimePlace, { at, steps, from }: Step): TimeReading | undefined {
  const length = at + 1
  const [month, season] = [monthAt(place, at), valueAt(place, 'season', at)]
  const [weekday, part] = [valueAt(place, 'weekday', at), valueAt(place, 'part', at)]
  if ((month ?? season ?? weekday ?? part) === undefined) return undefined
  if (part && (lowerAt(place, at).endsWith('s') || lowerAt(place, -1) === 'the')) return undefined
  if (from === undefined)
    return weekday ? someWeekday(place, weekday, at) : { length, type: part ? 'time' : 'date' }
  if (month !== undefined) {
    const key = `-${pad(month, 2)}`
    const year = yearOf(from, { key, steps, now: from.slice(4, 7) })
    const day = readDayOfMonth(place, length)
    return day === undefined
      ? fromPublication(year + key, length)
      : fromPublication(`${year}${key}-${pad(day, 2)}`, length + 1)
  }
  if (season !== undefined) {
    const key = `-${SEASON_STARTS[season] ?? '01'}`
    const year = yearOf(from, { key, steps, now: from.slice(4, 7) })
    return fromPublication(`${year}-${season}`, length)
  }
  if (weekday !== undefined)
    return withPart(place, weekdayFrom(from, Number(weekday), steps), length)
  return fromPublication(`${addDays(from, steps)}T${part ?? ''}`, length)
}

const SEASON_STARTS: Readonly<Record<string, string>> = { SP: '03', SU: '06', FA: '09', WI: '12' }

/** "last" is the latest one before, "next" the first after, "this" that of the same year. */
function yearOf(
  from: string,
  { key, steps, now }: { key: string; steps: number; now: string },
): string {
  const year = Number(from.slice(0, 4))
  if (steps < 0) return pad(key < now ? year : year - 1, 4)
  if (steps > 0) return pad(key > now ? year : year + 1, 4)
  return pad(year, 4)
}

/** Counted from the date said last: "the next day", "the following year", "that month", "the same day". */
export const fromLastDate: TimeRule = {
  name: 'from-last-date',
  starts: ['near'],
  examples: {
    'They met on 3 May 2019 and left the next day.': '2019-05-04',
    'They met in 1990 and left the following year.': '1991',
    'They met on 3 May 2019. That day it rained.': '2019-05-03',
    'They met on 3 May 2019 and left the following morning.': '2019-05-04TMO',
    'The next speaker left.': '-',
  },
  read(place) {
    const steps = FROM_LAST[lowerAt(place, 0)]
    const same = lowerAt(place, 1) === 'same' ? 1 : 0
    const unit = valueAt(place, 'unit', 1 + same)
    const part = valueAt(place, 'part', 1 + same)
    if (steps === undefined || lowerAt(place, 1 + same).endsWith('s')) return undefined
    const the = lowerAt(place, -1) === 'the'
    if (/^(?:next|previous|same)$/.test(lowerAt(place, 0)) && !the) return undefined
    if (lowerAt(place, 0) === 'next' && unit !== 'D' && !part && !place.focus.narrative)
      return undefined
    const value = place.focus.value
    const length = 2 + same
    const article = lowerAt(place, 0) !== 'that' || undefined
    const base = { length, ...(article && { article }) }
    if (part !== undefined) {
      const day = value === undefined ? undefined : shiftDate(value, 'D', steps)
      return { type: 'time', ...base, ...(day && rangeWith(`${day}T${part}`, day)) }
    }
    if (unit === undefined) return undefined
    const moved = value === undefined ? undefined : shiftDate(value, unit, steps)
    return { type: 'date', ...base, ...(moved && rangeWith(moved, moved)) }
  },
}

const FROM_LAST: Readonly<Record<string, number>> = {
  next: 1,
  following: 1,
  previous: -1,
  that: 0,
  same: 0,
}

function rangeWith(value: string, day: string): Partial<TimeReading> {
  return { value, ...(/^\d{4}(?:-\d\d){0,2}$/.test(day) && { earliest: day, latest: day }) }
}

/** "the weekend" before publication, "the quarter" told of, "the year ended March 31". */
export const theUnit: TimeRule = {
  name: 'the-unit',
  starts: ['unit'],
  examples: {
    'It came over the weekend.': '2024-W09-WE',
    'Profit fell in the third quarter. It rose for the quarter.': '2023-Q3',
    'Close the year gate.': '-',
  },
  read(place) {
    const unit = valueAt(place, 'unit', 0)
    const { publishedOn, focus } = place
    const latest = lowerAt(place, -1) === 'latest' && lowerAt(place, -2) === 'the'
    if (!latest && lowerAt(place, -1) !== 'the') return undefined
    const next = lowerAt(place, 1)
    if (lowerAt(place, 0).endsWith('s') || isHyphen(place, 1)) return undefined
    if (publishedOn === undefined || focus.narrative) return undefined
    if (unit === 'Y' && /^(?:ended|ending)$/.test(next))
      return { length: 1, type: 'duration', value: 'P1Y', article: true }
    if (/^(?:ago|earlier|later|before|after|of)$/.test(next)) return undefined
    if (unit === 'WE') {
      const value = shiftDate(publishedOn, 'WE', -1)
      return value === undefined ? undefined : { ...fromPublication(value, 1), article: true }
    }
    if (unit !== 'Q') return undefined
    const value = /-Q\d$/.test(focus.value ?? '') ? focus.value : undefined
    if (value === undefined) return { length: 1, type: 'date', article: true }
    return { ...fromPublication(value, 1), article: true }
  },
}
