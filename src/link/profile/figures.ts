import type { Event } from '../../records/index.ts'

/** Figures that are compared of one event. */
const MOST = 10
/** Smaller figures are alike by chance. */
const LEAST = 3
/** Numbers that are compared of one event. */
const MOST_NUMBERS = 16

/** Figures of events by the first letter of their harm and their number; those told vaguely say nothing. */
export function figuresOf(events: readonly Event[]): string[] {
  return events
    .flatMap(({ figures }) => figures)
    .filter(({ vague, atLeast = 0 }) => !vague && atLeast >= LEAST)
    .map(({ harm, atLeast }) => `${harm.slice(0, 1)}${atLeast}`)
    .slice(0, MOST)
}

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
