/** "2024-03-04" moved by so many days. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return Number.isNaN(date.getTime()) ? day : date.toISOString().slice(0, 10)
}

/** "2024-03-04" or "2024-03" moved by so many months, as a month. */
export function addMonths(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number)
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 + months
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}`
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The ISO week of a day: "2024-W10". */
export function weekOf(day: string): string {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  return `${year}-W${pad(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1, 2)}`
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0
}

/** A number with zeros before it. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** The quarter of a day or month: "2024-Q1". */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** First month of each season, and of the quarters. */
const FIRST_MONTH: Readonly<Record<string, number>> = {
  SP: 3,
  SU: 6,
  FA: 9,
  WI: 12,
  Q1: 1,
  Q2: 4,
  Q3: 7,
  Q4: 10,
}

/** Earliest and latest day, month or year of a TIMEX3 date: "1990-Q3" is from "1990-07" to "1990-09". Undefined for what names no stretch of the calendar. */
export function rangeOf(value: string): { earliest: string; latest: string } | undefined {
  const same = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d)?)?)?)?$/.exec(value)
  if (same) return { earliest: value, latest: value }
  const part = /^(\d{4}-\d\d-\d\d)T\D/.exec(value)?.[1]
  if (part) return { earliest: part, latest: part }
  if (/^\d{2,3}$/.test(value))
    return { earliest: value.padEnd(4, '0'), latest: value.padEnd(4, '9') }
  const [, year = '', rest = ''] = /^(\d{4})-([A-Z].*)$/.exec(value) ?? []
  if (rest.startsWith('W') && /^W\d\d/.test(rest)) {
    const monday = addDays(mondayOf(`${year}-01-04`), 7 * (Number(rest.slice(1, 3)) - 1))
    const weekend = rest.endsWith('-WE') ? 5 : 0
    return { earliest: addDays(monday, weekend), latest: addDays(monday, 6) }
  }
  const first = FIRST_MONTH[rest]
  if (first === undefined) return undefined
  const start = `${year}-${pad(first, 2)}`
  return { earliest: start, latest: addMonths(start, 2) }
}
