import type { TimeRange } from '../../records/index.ts'
import type { DayRange } from './event-profile.ts'

const DAY = 86_400_000

/** The first and last day of a stretch of time that has both ends: "2024-03" is all of March. */
export function daysOf({ earliest, latest }: TimeRange): DayRange | undefined {
  if (earliest === undefined || latest === undefined) return undefined
  const [first, last] = [firstDay(earliest), lastDay(latest)]
  return first === undefined || last === undefined || last < first ? undefined : [first, last]
}

/** The day of a date or instant, counted from 1970. */
export function dayOf(date: string): number | undefined {
  return firstDay(date)
}

/** The first day of a day, month or year. */
function firstDay(date: string): number | undefined {
  const [year, month = 1, day = 1] = partsOf(date)
  return year === undefined ? undefined : countDays(year, month, day)
}

/** The last day of a day, month or year. */
function lastDay(date: string): number | undefined {
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
