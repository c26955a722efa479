import { isDay, pad } from './calendar.ts'
import type { TimePlace, TimeReading, TimeRule } from './rule.ts'

/** A day with its month named: "March 4, 2024", "4 March 2024", "3 APR 90", "Sept. 5". A missing year is that which puts the day last before publication. */
export const absoluteDate: TimeRule = {
  name: 'absolute-date',
  examples: {
    'on March 4, 2023': '2023-03-04',
    'on 4 March 2023': '2023-03-04',
    'on 3 Apr 90': '1990-04-03',
    'on Sept. 5': '2023-09-05',
    'on March 5th': '2024-03-05',
    'in March 2022': '2022-03',
    'they march 40 miles': '-',
    'on February 31': '-',
  },
  read(place) {
    const { tokens, words } = place
    const [first, second] = [tokens[0]?.lower, tokens[1]?.lower]
    const monthFirst = words.valueOf('month', first)
    if (monthFirst !== undefined && isName(tokens[0]?.text)) {
      const day = dayOf(second)
      if (day === undefined) return monthOfYear(place, Number(monthFirst))
      const comma = tokens[2]?.text === ',' ? 1 : 0
      const year = yearOf(tokens[2 + comma]?.text)
      return dayReading(place, {
        day,
        month: Number(monthFirst),
        year,
        length: year ? 3 + comma : 2,
      })
    }
    const day = dayOf(first)
    const month = words.valueOf('month', second)
    if (day === undefined || month === undefined || !isName(tokens[1]?.text)) return undefined
    const year = yearOf(tokens[2]?.text)
    return dayReading(place, { day, month: Number(month), year, length: year ? 3 : 2 })
  },
}

/** Months are written with a capital; "may" and "march" are words. */
function isName(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word)
}

function dayOf(word: string | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '')
  const day = Number(match?.[1] ?? 0)
  return day >= 1 && day <= 31 ? day : undefined
}

/** "2023", or "90" for 1990; two digits are of the last century from 30 on. */
function yearOf(word: string | undefined): number | undefined {
  if (/^(?:1[5-9]|20)\d\d$/.test(word ?? '')) return Number(word)
  if (!/^\d\d$/.test(word ?? '')) return undefined
  return Number(word) + (Number(word) >= 30 ? 1900 : 2000)
}

interface Parts {
  readonly day: number
  readonly month: number
  readonly year: number | undefined
  readonly length: number
}

function dayReading(
  { publishedOn }: TimePlace,
  { day, month, year, length }: Parts,
): TimeReading | undefined {
  const monthDay = `${pad(month, 2)}-${pad(day, 2)}`
  if (!isDay(year ?? 2000, month, day)) return undefined
  if (year !== undefined) return dated(`${pad(year, 4)}-${monthDay}`, length)
  if (publishedOn === undefined) return { length, type: 'date', value: `XXXX-${monthDay}` }
  const thisYear = Number(publishedOn.slice(0, 4))
  const inYear = monthDay <= publishedOn.slice(5) ? thisYear : thisYear - 1
  return { ...dated(`${pad(inYear, 4)}-${monthDay}`, length), fromPublication: true }
}

function monthOfYear({ tokens }: TimePlace, month: number): TimeReading | undefined {
  const year = tokens[1]?.text ?? ''
  if (!/^(?:1[5-9]|20)\d\d$/.test(year)) return undefined
  return dated(`${year}-${pad(month, 2)}`, 2)
}

function dated(value: string, length: number): TimeReading {
  return { length, type: 'date', value, earliest: value, latest: value }
}
