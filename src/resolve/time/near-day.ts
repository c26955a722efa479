import { addDays, addMonths, pad, weekdayOf, weekOf } from './calendar.ts'
import type { TimePlace, TimeReading, TimeRule } from './rule.ts'
import { numberOf } from './words.ts'

/** A weekday with a past bias: the last such day on or before publication; "next Monday" is the coming one. */
export const weekday: TimeRule = {
  name: 'weekday',
  examples: {
    'on Monday': '2024-03-04',
    'on Wednesday': '2024-03-06',
    'on Thursday': '2024-02-29',
    'next Monday': '2024-03-11',
    'last Wednesday': '2024-02-28',
    'Monday night': '2024-03-04TNI',
    'the day after': '-',
  },
  read(place) {
    const { tokens, words, publishedOn } = place
    const lead = tokens[0]?.lower
    const shift = lead === 'next' || lead === 'last' ? 1 : 0
    const wanted = words.valueOf('weekday', tokens[shift]?.lower)
    if (wanted === undefined) return undefined
    if (publishedOn === undefined)
      return { length: shift + 1, type: 'date', value: `XXXX-WXX-${wanted}` }
    const today = weekdayOf(publishedOn)
    const back = (today - Number(wanted) + 7) % 7
    const days = lead === 'next' ? 7 - back : lead === 'last' && back === 0 ? -7 : -back
    return onDay(place, addDays(publishedOn, days), shift + 1)
  },
}

/** "today", "yesterday", "tomorrow", with a part of the day. */
export const namedDay: TimeRule = {
  name: 'named-day',
  examples: {
    'it came yesterday': '2024-03-05',
    'yesterday evening': '2024-03-05TEV',
    'tomorrow morning': '2024-03-07TMO',
    'the days of yore': '-',
  },
  read(place) {
    const { tokens, words, publishedOn } = place
    const days = words.valueOf('day', tokens[0]?.lower)
    if (days === undefined || publishedOn === undefined) return undefined
    return onDay(place, addDays(publishedOn, Number(days)), 1)
  },
}

/** "three days ago", "a month ago". */
export const unitsAgo: TimeRule = {
  name: 'units-ago',
  examples: {
    'three days ago': '2024-03-03',
    'two weeks ago': '2024-W08',
    'a month ago': '2024-02',
    'two years ago': '2022',
    'two days of talks': '-',
  },
  read({ tokens, words, publishedOn }) {
    const count = numberOf(words, tokens[0]?.lower)
    const unit = words.valueOf('unit', tokens[1]?.lower)
    if (count === undefined || count > 500 || unit === undefined || tokens[2]?.lower !== 'ago')
      return undefined
    if (publishedOn === undefined) return undefined
    return fromToday(publishedOn, { unit, count: -count, length: 3 })
  },
}

/** "last week", "next month", "this year". */
export const nearUnit: TimeRule = {
  name: 'near-unit',
  examples: {
    'last week': '2024-W09',
    'next month': '2024-04',
    'this year': '2024',
    'last year': '2023',
    'the last day': '-',
  },
  read({ tokens, words, publishedOn }) {
    const steps = NEAR[tokens[0]?.lower ?? '']
    const unit = words.valueOf('unit', tokens[1]?.lower)
    if (steps === undefined || unit === undefined || unit === 'D' || publishedOn === undefined)
      return undefined
    if (tokens[1]?.lower.endsWith('s')) return undefined
    return fromToday(publishedOn, { unit, count: steps, length: 2 })
  },
}

const NEAR: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }

/** A day, or a part of it where one is named next. */
function onDay({ tokens, words }: TimePlace, day: string, length: number): TimeReading {
  const part = words.valueOf('part', tokens[length]?.lower)
  const base = { earliest: day, latest: day, fromPublication: true } as const
  if (part === undefined) return { ...base, length, type: 'date', value: day }
  return { ...base, length: length + 1, type: 'time', value: `${day}T${part}` }
}

/** A day, week, month or year so many units from publication; weeks have days as their ends. */
function fromToday(
  today: string,
  { unit, count, length }: { unit: string; count: number; length: number },
): TimeReading {
  const base = { length, type: 'date', fromPublication: true } as const
  if (unit === 'W') {
    const day = addDays(today, 7 * count)
    const monday = addDays(day, 1 - weekdayOf(day))
    return { ...base, value: weekOf(day), earliest: monday, latest: addDays(monday, 6) }
  }
  const year = pad(Number(today.slice(0, 4)) + count, 4)
  const value = unit === 'D' ? addDays(today, count) : unit === 'M' ? addMonths(today, count) : year
  return { ...base, value, earliest: value, latest: value }
}
