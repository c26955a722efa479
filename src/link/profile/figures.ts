import type { Event } from '../../records/index.ts'

/** Numbers that are compared of one event. */
const MOST_NUMBERS = 16

/** The largest number of dead that is told exactly; 0 where none is. */
export function mostKilled(events: readonly Event[]): number {
  const numbers = events
    .flatMap(({ figures }) => figures)
    .filter(({ harm, vague, partOf }) => harm === 'killed' && !vague && partOf === undefined)
  return Math.max(0, ...numbers.map(({ atLeast = 0 }) => atLeast))
}

const NUMBER = /\b\d{2,4}\b/g
const YEAR = /^(?:19|20)\d\d$/

/** Numbers of two digits and more in some texts; no years. */
export function numbersIn(texts: readonly string[]): number[] {
  const found = texts.flatMap((text) => text.match(NUMBER) ?? [])
  const numbers = found.filter((number) => !YEAR.test(number)).map(Number)
  return [...new Set(numbers)].slice(0, MOST_NUMBERS).sort((a, b) => a - b)
}
