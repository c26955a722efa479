import { absolute } from './absolute-date.ts'
import { daysBetween } from '../../base/calendar.ts'
import { focusYear, tenseAt } from './focus.ts'
import { readYear } from './numbers.ts'
import { lowerAt, tokenAt, type TimePlace, type TimeReading, type TimeRule } from './rule.ts'
import type { Holiday } from './words.ts'

/** A feast: its day, or its first and last where it lasts longer; outside the years that are known it has no date. */
export const holiday: TimeRule = {
  name: 'holiday',
  starts: ['holiday'],
  examples: {
    'It fell on Christmas Day 1914.': '1914-12-25',
    'It fell on Nowruz.': '2023-03-21',
    'They will come for Nowruz.': '2024-03-20',
    'A new year of war began.': '-',
  },
  read(place) {
    const first = tokenAt(place, 0)
    if (!first || !/^\p{Lu}/u.test(first.text)) return undefined
    const found = place.words.holidays
      .get(first.lower)
      ?.find(({ words }) => words.every((word, i) => lowerAt(place, i).replace('’', "'") === word))
    if (!found) return undefined
    const length = found.words.length
    const comma = lowerAt(place, length) === ',' ? 1 : 0
    const said = readYear(place, length + comma)
    if (said && /^\d/.test(said.value))
      return inYear(found, { year: said.value, length: length + comma + said.length })
    const steps = YEAR_STEPS[lowerAt(place, length)]
    if (steps !== undefined && lowerAt(place, length + 1) === 'year' && place.publishedOn) {
      const year = String(Number(place.publishedOn.slice(0, 4)) + steps)
      return { ...inYear(found, { year, length: length + 2 }), fromPublication: true }
    }
    const next = tokenAt(place, length)
    if (next?.upos === 'PROPN' && /^\p{Lu}/u.test(next.text)) return undefined
    return nearest(place, found, length)
  },
}

const YEAR_STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }

function inYear(
  { days }: Holiday,
  { year, length }: { year: string; length: number },
): TimeReading {
  const fixed = days.find(({ start }) => start.length === 5)
  const day = fixed ?? days.find(({ start }) => start.startsWith(year))
  if (!day) return { length, type: 'date', earliest: year, latest: year }
  return fixed ? absolute(`${year}-${fixed.start}`, length) : dated(day, length)
}

function dated({ start, end }: { start: string; end: string }, length: number): TimeReading {
  if (start === end) return absolute(start, length)
  return { length, type: 'date', earliest: start, latest: end }
}

/** The last one that had begun by publication, or the next of what will be; in a narrative that of the year in focus. */
function nearest(place: TimePlace, found: Holiday, length: number): TimeReading {
  const { publishedOn, focus } = place
  const year = focusYear(place)
  if (focus.narrative && year !== undefined) return inYear(found, { year: String(year), length })
  if (publishedOn === undefined || focus.narrative) return { length, type: 'date' }
  const thisYear = Number(publishedOn.slice(0, 4))
  const days = found.days.flatMap(({ start, end }) =>
    start.length > 5
      ? [{ start, end }]
      : [-1, 0, 1].map((more) => ({
          start: `${thisYear + more}-${start}`,
          end: `${thisYear + more}-${end}`,
        })),
  )
  const past = days.filter(({ start }) => start <= publishedOn).at(-1)
  const next = days.find(({ end }) => end >= publishedOn)
  const day = tenseAt(place) === 'future' ? next : past
  if (!day || Math.abs(daysBetween(day.start, publishedOn)) > 400) return { length, type: 'date' }
  return { ...dated(day, length), fromPublication: true }
}
