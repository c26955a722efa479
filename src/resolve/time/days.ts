import { absolute } from './absolute-date.ts'
import { addDays, weekdayOf } from '../../base/calendar.ts'
import { tenseAt } from './focus.ts'
import {
  lowerAt,
  tokenAt,
  valueAt,
  withoutArticle,
  type TimePlace,
  type TimeReading,
  type TimeRule,
} from './rule.ts'

/** A weekday: the last such day on or before publication, or the coming one of what will happen. With the date behind it ("Friday, Oct. 23") it is that day. */
export const weekday: TimeRule = {
  name: 'weekday',
  starts: ['weekday', 'weekday-short'],
  examples: {
    'A bomb went off on Monday.': '2024-03-04',
    'A bomb went off on Wednesday.': '2024-03-06',
    'A bomb went off on Thursday.': '2024-02-29',
    'They will meet on Monday.': '2024-03-11',
    'A bomb went off on Monday night.': '2024-03-04TNI',
    'A bomb went off on Friday, Oct. 23, 2020.': '2020-10-23',
    'The day after.': '-',
  },
  read(place) {
    const comma = /^[.,]$/.test(lowerAt(place, 1)) ? 1 : 0
    const the = lowerAt(place, 1 + comma) === 'the' ? 1 : 0
    const date = valueAt(place, 'weekday', 1 + comma) ? undefined : place.inner(1 + comma + the)
    const isDate = date && /^(?:\d{4}|XXXX)-\d\d-\d\d/.test(date.value ?? '') && !date.mod
    if (isDate && !valueAt(place, 'reference', 1 + comma)) {
      return { ...withoutArticle(date), length: 1 + comma + the + date.length }
    }
    const wanted = valueAt(place, 'weekday', 0)
    if (wanted === undefined || !/^\p{Lu}/u.test(tokenAt(place, 0)?.text ?? '')) return undefined
    const day = dayOfWeekday(place, Number(wanted))
    return day === undefined ? someWeekday(place, wanted, 0) : withPart(place, day, 1)
  },
}

/** A weekday of no known week: "XXXX-WXX-1". */
export function someWeekday(place: TimePlace, weekday: string, offset: number): TimeReading {
  const word = lowerAt(place, offset + 1)
  const part = word.endsWith('s') ? undefined : valueAt(place, 'part', offset + 1)
  const value = `XXXX-WXX-${weekday}`
  return part
    ? { length: offset + 2, type: 'time', value: `${value}T${part}` }
    : { length: offset + 1, type: 'date', value }
}

/** The day that a weekday means; in a narrative the next one after the day in focus. */
function dayOfWeekday(place: TimePlace, wanted: number): string | undefined {
  const { publishedOn, focus } = place
  if (focus.narrative && publishedOn !== undefined && focus.value !== undefined) {
    if (!/^\d{4}-\d\d-\d\d/.test(focus.value)) return undefined
    const from = focus.value.slice(0, 10)
    return addDays(from, (wanted - weekdayOf(from) + 7) % 7)
  }
  if (publishedOn === undefined) return undefined
  const back = (weekdayOf(publishedOn) - wanted + 7) % 7
  const ahead = tenseAt(place) === 'future' && back > 0
  return addDays(publishedOn, ahead ? 7 - back : -back)
}

/** "today", "yesterday", "tomorrow", with a part of the day; "the day before yesterday". */
export const namedDay: TimeRule = {
  name: 'named-day',
  starts: ['day', 'unit'],
  examples: {
    'It came yesterday.': '2024-03-05',
    'It came yesterday evening.': '2024-03-05TEV',
    'It comes tomorrow morning.': '2024-03-07TMO',
    'It came the day before yesterday.': '2024-03-04',
    'The days of yore.': '-',
  },
  read(place) {
    const before = lowerAt(place, 0) === 'day' ? DAY_STEPS[lowerAt(place, 1)] : 0
    if (before === undefined) return undefined
    const at = before === 0 ? 0 : 2
    const days = valueAt(place, 'day', at)
    if (days === undefined) {
      const near = at === 0 ? undefined : place.inner(at)
      if (!near?.fromPublication || !/^\d{4}-\d\d-\d\d$/.test(near.value ?? '')) return undefined
      return fromPublication(addDays(near.value ?? '', before), at + near.length)
    }
    const { publishedOn, focus } = place
    if (publishedOn === undefined || focus.narrative)
      return Number(days) === 0 && focus.narrative && publishedOn !== undefined
        ? { length: 1, type: 'date', value: 'PRESENT_REF' }
        : { length: at + 1, type: 'date' }
    const reading = withPart(place, addDays(publishedOn, Number(days) + before), at + 1)
    return before === 0 ? reading : { ...reading, article: true }
  },
}

const DAY_STEPS: Readonly<Record<string, number>> = { before: -1, after: 1 }

/** "the morning of March 4", "morning" beside the day that the sentence names, "tonight", "overnight". */
export const partOfDay: TimeRule = {
  name: 'part-of-day',
  starts: ['part', 'reference'],
  examples: {
    'It fell on the night of 4 March 2022.': '2022-03-04TNI',
    'It fell overnight.': '2024-03-05TNI',
    'He speaks tonight.': '2024-03-06TNI',
    'Good night and good luck.': '-',
  },
  read(place) {
    const { publishedOn, focus } = place
    const word = valueAt(place, 'reference', 0)
    if (word === 'TNI' || word === 'OVERNIGHT') {
      const bare: TimeReading = { length: 1, type: 'time' }
      if (publishedOn === undefined || focus.narrative) return bare
      const day = word === 'TNI' ? publishedOn : addDays(publishedOn, -1)
      const reading = fromPublication(`${day}TNI`, 1)
      return { ...reading, latest: publishedOn }
    }
    const part = valueAt(place, 'part', 0)
    if (part === undefined) return undefined
    const of = /^(?:of|on|,)$/.test(lowerAt(place, 1)) ? 1 : 0
    const date = place.inner(1 + of)
    const day = /^\d{4}-\d\d-\d\d$/.exec(date?.value ?? '')?.[0]
    if (!date || day === undefined) return undefined
    const { earliest, latest, fromPublication: counted } = date
    const value = `${day}T${part}`
    return {
      length: 1 + of + date.length,
      type: 'time',
      value,
      article: true,
      ...(earliest && { earliest }),
      ...(latest && { latest }),
      ...(counted && { fromPublication: counted }),
    }
  },
}

/** A day, or a part of it where one is named next. */
export function withPart(place: TimePlace, day: string, length: number): TimeReading {
  const word = lowerAt(place, length)
  const part = word.endsWith('s') ? undefined : valueAt(place, 'part', length)
  const reading = part
    ? fromPublication(`${day}T${part}`, length + 1)
    : fromPublication(day, length)
  return place.focus.narrative ? absoluteReading(reading) : reading
}

function absoluteReading({ length, type, value = '' }: TimeReading): TimeReading {
  return { ...absolute(value, length), type }
}

/** A date counted from the day of publication. */
export function fromPublication(value: string, length: number): TimeReading {
  const type = /T[A-Z]|T\d/.test(value) ? 'time' : 'date'
  return { ...absolute(value, length), type, fromPublication: true }
}

/** The next day of a weekday strictly after, or the last strictly before, a day. */
export function weekdayFrom(day: string, wanted: number, steps: -1 | 0 | 1): string {
  const ahead = (wanted - weekdayOf(day) + 7) % 7
  if (steps > 0) return addDays(day, ahead === 0 ? 7 : ahead)
  if (steps < 0) return addDays(day, ahead - 7)
  return addDays(day, wanted - weekdayOf(day))
}
