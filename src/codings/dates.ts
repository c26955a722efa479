import type { Event } from '../records/index.ts'

/** When an event was, as the codebooks ask for it. */
export interface EventDates {
  /** The first and last day, month or year, as exact as the text. */
  readonly earliest?: string
  readonly latest?: string
  /** The exact day, where there is one. */
  readonly day?: string
  /** Days from the first to the last day meant; absent where an end is open. */
  readonly span?: number
}

/** The dates of an event; nothing is filled in. */
export function datesOf({ time }: Event): EventDates {
  const earliest = dateOf(time?.value.earliest)
  const latest = dateOf(time?.value.latest)
  if (earliest === undefined || latest === undefined)
    return { ...(earliest !== undefined && { earliest }), ...(latest !== undefined && { latest }) }
  const first = dayNumber(earliest, 'first')
  const last = dayNumber(latest, 'last')
  return {
    earliest,
    latest,
    ...(earliest === latest && earliest.length === 10 && { day: earliest }),
    ...(first !== undefined && last !== undefined && last >= first && { span: last - first + 1 }),
  }
}

/** The day in the middle of a range. */
export function middleDay({ earliest, latest }: EventDates): string | undefined {
  if (earliest === undefined || latest === undefined) return undefined
  const first = dayNumber(earliest, 'first')
  const last = dayNumber(latest, 'last')
  if (first === undefined || last === undefined) return undefined
  return new Date(Math.floor((first + last) / 2) * DAY).toISOString().slice(0, 10)
}

const DAY = 86_400_000

function dateOf(value: string | undefined): string | undefined {
  return /^\d{4}(-\d{2}(-\d{2})?)?/.exec(value ?? '')?.[0]
}

/** Days since 1970 of the first or last day of a year, month or day; undefined beyond the calendar. */
function dayNumber(date: string, end: 'first' | 'last'): number | undefined {
  const [year = 0, month, day] = date.split('-').map(Number)
  const instant =
    end === 'first' || day !== undefined
      ? Date.UTC(year, (month ?? 1) - 1, day ?? 1)
      : Date.UTC(year, month ?? 12, 0)
  return Number.isNaN(instant) ? undefined : instant / DAY
}
