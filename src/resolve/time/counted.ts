import { fromPublication } from './days.ts'
import { shiftDate } from './focus.ts'
import { readCount } from './numbers.ts'
import {
  isHyphen,
  lowerAt,
  tokenAt,
  valueAt,
  type TimePlace,
  type TimeReading,
  type TimeRule,
} from './rule.ts'
import { rangeOf } from '../../base/calendar.ts'

/** Counted from publication or from another time: "three days ago", "two weeks later", "a month earlier", "year-ago". */
export const counted: TimeRule = {
  name: 'counted',
  starts: ['number', 'digits', 'unit', 'clock'],
  examples: {
    'It came three days ago.': '2024-03-03',
    'It came two weeks ago.': '2024-W08',
    'It came a month ago.': '2024-02',
    'It came two years ago.': '2022',
    'It came on 3 May 2019. Two days later they left.': '2019-05-05',
    'It came on 3 May 2019, a year after the fire.': '-',
    'There were two days of talks.': '-',
  },
  read(place) {
    const count = readCount(place, 0)
    const at = count?.length ?? 0
    const hyphen = isHyphen(place, at + 1) ? 1 : 0
    if ((count === undefined) === (hyphen === 0)) return undefined
    const [unit, clock] = [valueAt(place, 'unit', at), valueAt(place, 'clock', at)]
    const ago = valueAt(place, 'ago', at + 1 + hyphen)
    if ((unit ?? clock) === undefined || ago === undefined) return undefined
    const whole = hyphen && /^(?:quarter|period)$/.test(lowerAt(place, at + 3)) ? 1 : 0
    const length = at + 2 + hyphen + whole
    const amount = count?.value ?? 1
    const shift = { amount, unit: unit ?? `T${clock ?? ''}`, length }
    const article = whole ? { article: true as const } : {}
    if (ago === 'ago') return { ...fromNow(place, shift), ...article }
    const other = fromOther(place, { ...shift, direction: ago === 'before' ? 'before' : 'after' })
    return other && { ...other, ...article }
  },
}

interface Shift {
  readonly amount: number | 'X'
  readonly unit: string
  readonly length: number
}

function fromNow(place: TimePlace, { amount, unit, length }: Shift): TimeReading {
  const { publishedOn, focus } = place
  if (amount === 'X') return { length, type: 'date', value: 'PAST_REF' }
  if (unit.startsWith('T') || !Number.isInteger(amount)) return { length, type: 'date' }
  const quarter = unit === 'Y' && /-Q\d$/.test(focus.value ?? '') ? focus.value : undefined
  const value = quarter
    ? quarterBack(quarter, amount)
    : publishedOn && !focus.narrative && shiftDate(publishedOn, unit, -amount)
  return value ? fromPublication(value, length) : { length, type: 'date' }
}

function quarterBack(quarter: string, years: number): string {
  return `${Number(quarter.slice(0, 4)) - years}${quarter.slice(4)}`
}

/** "two days later" is counted from the date said last; "two days after the attack" from an event that only the whole report can date. */
function fromOther(
  place: TimePlace,
  { amount, unit, length, direction }: Shift & { direction: 'before' | 'after' },
): TimeReading | undefined {
  const word = lowerAt(place, length - 1)
  const next = tokenAt(place, length)
  if (/^(?:before|after)$/.test(word) && next !== undefined && !/^[.,;:)]$/.test(next.text))
    return { length, type: 'date', offset: { amount, unit, direction } }
  const { focus } = place
  const sign = direction === 'before' ? -1 : 1
  if (amount === 'X' || !Number.isInteger(amount) || focus.value === undefined)
    return { length, type: 'date' }
  if (unit === 'Y' && /-Q\d$/.test(focus.value))
    return { length, type: 'date', ...found(quarterBack(focus.value, -sign * amount)) }
  const value = unit.startsWith('T') ? undefined : shiftWhole(focus.value, unit, sign * amount)
  return { length, type: 'date', ...(value !== undefined && found(value)) }
}

/** Two weeks after a day are a day, too. */
function shiftWhole(from: string, unit: string, count: number): string | undefined {
  return unit === 'W' ? shiftDate(from, 'D', 7 * count) : shiftDate(from, unit, count)
}

function found(value: string): Partial<TimeReading> {
  return { value, ...rangeOf(value) }
}
