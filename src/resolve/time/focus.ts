import type { Document, Token } from '../../text/index.ts'
import { addDays, addMonths, pad, quarterOf, weekOf } from '../../base/calendar.ts'
import type { TimePlace } from './rule.ts'
import type { TimeWords } from './words.ts'

/** What the text has said of time so far. */
export interface TimeFocus {
  /** The report tells of long ago: a year that is not said is that of the date said last. */
  readonly narrative: boolean
  /** The last date that was said: "1944-06-06", "1944-06", "1944-Q2", "1944". */
  readonly value: string | undefined
  /** Where the last expression ended (token index), and its value. */
  readonly end: number
  readonly previous: string | undefined
  /** The last day that the same sentence said. */
  readonly day: string | undefined
}

/** Whether a text tells of long ago: it names many years that are not near publication, and few days near it. */
export function isNarrative(document: Document, words: TimeWords): boolean {
  const published = document.report.publishedAt
  if (document.datelines.length > 0) return false
  const year = Number(published?.slice(0, 4) ?? NaN)
  let [far, near] = [0, 0]
  for (const { text, lower } of document.tokens) {
    if (/^(?:1\d|20)\d\d$/.test(text)) far += Math.abs(Number(text) - year) <= 1 ? 0 : 1
    else if (words.valueOf('era', lower) === 'BC') far += 1
    else if (words.valueOf('day', lower) ?? words.valueOf('weekday', lower)) near += 1
  }
  return far >= 4 && far > 3 * near
}

/** The year of a date in focus. */
export function focusYear({ focus }: TimePlace): number | undefined {
  const year = /^(\d{4})/.exec(focus.value ?? '')?.[1]
  return year === undefined ? undefined : Number(year)
}

/** The year that a month (and day) without one belongs to: that in focus in a narrative; else the nearest, before publication for what happened, after it for what will. */
export function yearOfMonth(place: TimePlace, month: number, day?: number): number | undefined {
  const { publishedOn, focus } = place
  if (focus.narrative) return toldYear(place, month)
  // Without a day of publication only the same paragraph's last day tells the year.
  if (publishedOn === undefined)
    return focus.day === undefined ? undefined : Number(focus.day.slice(0, 4))
  const year = Number(publishedOn.slice(0, 4))
  const key = `${pad(month, 2)}-${pad(day ?? 1, 2)}`
  const today = day === undefined ? `${publishedOn.slice(5, 7)}-01` : publishedOn.slice(5)
  const tense = tenseAt(place)
  if (tense === 'future') return key >= today ? year : year + 1
  if (key <= today) return year
  const isPast = tense === 'past' && isOfVerb(place)
  return isPast || isFar(key, today) ? year - 1 : year
}

/** Whether the date hangs on its verb, not on a noun ("the Nov. 10 deadline"). */
function isOfVerb({ document: { tokens }, words, at }: TimePlace): boolean {
  let token = tokens[at]
  for (let steps = 0; token && steps < 3 && isDateWord(words, token); steps += 1)
    token = tokens[token.head]
  return token !== undefined && isVerb(token)
}

function isDateWord(words: TimeWords, { lower }: Token): boolean {
  return words.kindsOf(lower).some((kind) => kind === 'month' || kind === 'digits')
}

/** A narrative goes on: January after November is of the next year. */
function toldYear(place: TimePlace, month: number): number | undefined {
  const year = focusYear(place)
  const before = Number(/^\d{4}-(\d\d)/.exec(place.focus.value ?? '')?.[1] ?? month)
  return year !== undefined && before - month >= 9 ? year + 1 : year
}

/** Whether one "month-day" is more than seven months after another. */
function isFar(later: string, earlier: string): boolean {
  return Number(later.slice(0, 2)) - Number(earlier.slice(0, 2)) > 7
}

/** Whether the governing verb tells what happened or what will: by its own form and its auxiliaries; "planned to leave on Monday" will. */
export function tenseAt({ document, words, at }: TimePlace): 'past' | 'future' | undefined {
  const { tokens } = document
  let verb = tokens[at]
  for (let steps = 0; verb && steps < 12 && !isVerb(verb); steps += 1) verb = tokens[verb.head]
  if (!verb || !isVerb(verb)) return undefined
  const helpers = helpersOf(document, verb)
  if (isComing(verb, helpers, words)) return 'future'
  if (isPast(verb, helpers)) return 'past'
  const parent = tokens[verb.head]
  if (!parent || !isInfinitive(helpers) || !isAhead(words, parent.lower)) return undefined
  return helpersOf(document, parent).some(({ lower }) => lower === 'had') ? 'past' : 'future'
}

/** "will meet", "is to meet", "is scheduled on". */
function isComing(verb: Token, helpers: readonly Token[], words: TimeWords): boolean {
  const auxiliaries = helpers.filter(({ upos }) => upos === 'AUX')
  if (auxiliaries.some(({ lower }) => isAhead(words, lower))) return true
  const now = auxiliaries.some(({ lower }) => /^(?:is|are|has|have)$/.test(lower))
  return now && (isInfinitive(helpers) || (verb.xpos === 'VBN' && isAhead(words, verb.lower)))
}

function isInfinitive(helpers: readonly Token[]): boolean {
  return helpers.some(({ lower, upos }) => lower === 'to' && upos === 'PART')
}

function isVerb({ upos }: Token): boolean {
  return upos === 'VERB' || upos === 'AUX'
}

function helpersOf({ tokens }: Document, verb: Token): Token[] {
  return verb.children.map((child) => tokens[child]).filter((child) => child !== undefined)
}

function isAhead(words: TimeWords, word: string): boolean {
  return words.valueOf('ahead', word) !== undefined
}

function isPast({ xpos }: Token, helpers: readonly Token[]): boolean {
  if (xpos === 'VBD') return true
  const auxiliaries = helpers.filter(({ upos }) => upos === 'AUX')
  if (auxiliaries.some((auxiliary) => auxiliary.xpos === 'VBD')) return true
  return xpos === 'VBN' && auxiliaries.some(({ lemma }) => lemma === 'have')
}

/** A date moved by so many units, as exact as the coarser of the two: "2024-03-06" and two weeks back is "2024-W08". Undefined where the date is not exact enough. */
export function shiftDate(from: string, unit: string, count: number): string | undefined {
  const isDay = /^\d{4}-\d\d-\d\d/.test(from)
  const shift = isDay ? SHIFTS[unit] : undefined
  if (shift) return shift(from.slice(0, 10), count)
  if (unit === 'M')
    return /^\d{4}-\d\d/.test(from) ? addMonths(from.slice(0, 10), count) : undefined
  const year = Number(/^\d{4}/.exec(from)?.[0] ?? NaN)
  const years = YEARS[unit]
  if (years === undefined || Number.isNaN(year) || year + count * years < 0) return undefined
  return pad(Math.floor(year / years) + count, 5 - String(years).length)
}

const SHIFTS: Readonly<Record<string, (day: string, count: number) => string>> = {
  D: addDays,
  W: (day, count) => weekOf(addDays(day, 7 * count)),
  FN: (day, count) => weekOf(addDays(day, 14 * count)),
  WE: (day, count) => `${weekOf(addDays(day, 7 * count))}-WE`,
  Q: (day, count) => quarterOf(addMonths(day, 3 * count)),
}

/** Years of a year, a decade, a century. */
const YEARS: Readonly<Record<string, number>> = { Y: 1, DE: 10, CE: 100 }
