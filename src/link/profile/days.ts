import type { Time, TimeRange } from '../../records/index.ts'

const DAY = 86_400_000
/** News of a day is told within so many days. */
const NEWS = 6
/** A date with its year that stands here is the report's own. */
const HEADER = 90

/** The day of a date or instant, counted from 1970. */
export function dayOf(date: string): number | undefined {
  const [year, month = 1, day = 1] = partsOf(date)
  return year === undefined ? undefined : countDays(year, month, day)
}

/** The first and last day of a stretch of time that has both ends: "2024-03" is all of March. */
export function daysOf({ earliest, latest }: TimeRange): [number, number] | undefined {
  if (earliest === undefined || latest === undefined) return undefined
  const [first, last] = [dayOf(earliest), lastDayOf(latest)]
  return first === undefined || last === undefined || last < first ? undefined : [first, last]
}

/** The days of a time that is told by the day, or by a night between two. */
export function exactDaysOf(time: TimeRange): number[] {
  const days = daysOf(time)
  return days && days[1] - days[0] <= 1 ? [...new Set(days)] : []
}

/** Days that some times name, as news; not the one in the head of the report. */
export function daysNamed(times: readonly Time[], published?: number): number[] {
  const isNews = (day: number): boolean =>
    published === undefined || (day <= published && day >= published - NEWS)
  return times
    .filter((time) => isPoint(time.type) && !isHeader(time))
    .flatMap(exactDaysOf)
    .filter(isNews)
}

function isPoint(type: Time['type']): boolean {
  return type === 'date' || type === 'time'
}

function isHeader({ evidence: [first] }: Time): boolean {
  return (
    first !== undefined &&
    first.in === undefined &&
    first.start < HEADER &&
    /\d{4}/.test(first.quote)
  )
}

function lastDayOf(date: string): number | undefined {
  const [year, month, day] = partsOf(date)
  if (year === undefined) return undefined
  if (month === undefined) return countDays(year, 12, 31)
  return day === undefined ? countDays(year, month + 1, 0) : countDays(year, month, day)
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/

function partsOf(date: string): number[] {
  const found = DATE.exec(date)
  return found ? found.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)])) : []
}

function countDays(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY)
}
