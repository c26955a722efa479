import type { TimeMod } from '../../records/index.ts'
import { fromPublication } from './days.ts'
import { shiftDate } from './focus.ts'
import {
  isHyphen,
  lowerAt,
  tokenAt,
  valueAt,
  withoutArticle,
  type TimePlace,
  type TimeReading,
  type TimeRule,
} from './rule.ts'

/** A part of a date: "early 1990", "the end of March", "mid-November", "late Monday", "earlier this month", "year-end". */
export const partOfDate: TimeRule = {
  name: 'part-of-date',
  starts: ['lead', 'unit', 'month'],
  examples: {
    'It began in early 1990.': '1990',
    'It ended at the end of March 2022.': '2022-03',
    'It began in mid-November.': '2023-11',
    'It came late on Monday.': '2024-03-04',
    'It came earlier this month.': '2024-03',
    'It ends at the end of the year.': '2024',
    'It came early.': '-',
  },
  read(place) {
    const end = endOf(place)
    if (end) return end
    const mod = valueAt(place, 'lead', 0) as TimeMod | undefined
    if (mod === undefined) return undefined
    const noun = /^(?:beginning|start|middle|end|close)$/.test(lowerAt(place, 0))
    const link = isHyphen(place, 1) || LINKS.test(lowerAt(place, 1)) ? 1 : 0
    if (noun && lowerAt(place, 1) !== 'of') return undefined
    const the = /^(?:the|that)$/.test(lowerAt(place, 1 + link)) ? 1 : 0
    const told = lowerAt(place, 1 + link) === 'that' ? place.inner(1 + link) : undefined
    if (told && isPartable(told)) return { ...told, length: 1 + link + told.length, mod }
    const at = 1 + link + the
    const date = place.inner(at) ?? currentUnit(place, at) ?? bareDayPart(place, at)
    if (!date || !isPartable(date) || (!noun && link === 1 && lowerAt(place, 1) === 'of'))
      return undefined
    if (
      the === 1 &&
      lowerAt(place, 1 + link) === 'that' &&
      !date.article &&
      !valueAt(place, 'unit', at)
    )
      return undefined
    return { ...date, length: at + date.length, mod, ...(noun && { article: true }) }
  },
}

const LINKS = /^(?:of|in|on)$/

/** Only stretches of the calendar have a beginning and an end. */
function isPartable({ type, value, offset }: TimeReading): boolean {
  if (offset || (value?.endsWith('REF') ?? false)) return false
  if (type === 'time') return /T(?:[A-Z]{2}|24:00)$/.test(value ?? '')
  return type === 'date'
}

/** "the end of the month": that of publication, or the one told of. */
function currentUnit(place: TimePlace, at: number): TimeReading | undefined {
  const unit = valueAt(place, 'unit', at)
  const before = lowerAt(place, at - 1)
  if (unit === undefined || !/^(?:the|that)$/.test(before) || lowerAt(place, at).endsWith('s'))
    return undefined
  const { publishedOn, focus } = place
  const told = focus.narrative || before === 'that' || publishedOn === undefined
  const from = told ? focus.value : publishedOn
  const value = from === undefined || unit === 'D' ? undefined : shiftDate(from, unit, 0)
  if (value === undefined) return unit === 'D' ? undefined : { length: 1, type: 'date' }
  const { fromPublication: counted, ...reading } = fromPublication(value, 1)
  return told ? reading : { ...reading, ...(counted && { fromPublication: counted }) }
}

/** "early morning", "mid-afternoon": of the day that the sentence names. */
function bareDayPart(place: TimePlace, at: number): TimeReading | undefined {
  const part = valueAt(place, 'part', at)
  if (part === undefined || lowerAt(place, at).endsWith('s')) return undefined
  const day = place.focus.day
  if (day === undefined) return { length: 1, type: 'time', value: `XXXX-XX-XXT${part}` }
  return { length: 1, type: 'time', value: `${day}T${part}`, earliest: day, latest: day }
}

/** "year-end", "the year's end", "month's end". */
function endOf(place: TimePlace): TimeReading | undefined {
  const link = isHyphen(place, 1) || /^['’]s$/.test(lowerAt(place, 1)) ? 1 : 0
  if (lowerAt(place, 1 + link) !== 'end' || (link === 0 && lowerAt(place, 0) !== 'year'))
    return undefined
  if (isHyphen(place, 2 + link)) return undefined
  const month = valueAt(place, 'month', 0) ? place.inner(0) : undefined
  const unit = valueAt(place, 'unit', 0)
  if (month) return { ...month, length: 2 + link, mod: 'end' }
  const { publishedOn, focus } = place
  const from = focus.narrative || !publishedOn ? focus.value : publishedOn
  if (unit === undefined || unit === 'D' || from === undefined) return undefined
  const value = shiftDate(from, unit, 0)
  return value === undefined ? undefined : { ...fromPublication(value, 2 + link), mod: 'end' }
}

/** "about two years", "around Nov. 1", "nearly three weeks ago", "at least 30 days", "more than a month". */
export const roughly: TimeRule = {
  name: 'roughly',
  starts: ['approx'],
  examples: {
    'It took about two years.': 'P2Y',
    'It came around March 4, 2022.': '2022-03-04',
    'They talked about Monday.': '-',
    'They walked around.': '-',
  },
  read(place) {
    const the = lowerAt(place, 1) === 'the' ? 1 : 0
    const inner = place.inner(1 + the)
    if (!inner || inner.offset) return undefined
    const counts = inner.type === 'duration' || isCounted(place, 1 + the)
    const about = lowerAt(place, 0) === 'about'
    if (!counts && (about || !isPointed(place, inner))) return undefined
    const length = 1 + the + inner.length
    return { ...withoutArticle(inner), length, mod: inner.mod ?? 'approx' }
  },
}

function isCounted(place: TimePlace, at: number): boolean {
  return /^(?:NUM|DET)$/.test(tokenAt(place, at)?.upos ?? '') || /^\d/.test(lowerAt(place, at))
}

/** "around Nov. 1", "circa 1900": a date that could be given exactly. */
function isPointed(place: TimePlace, { value, type }: TimeReading): boolean {
  return /^(?:around|circa)$/.test(lowerAt(place, 0)) && type !== 'set' && /^\d/.test(value ?? '')
}

/** "at least 30 days", "more than a month", "up to 180 days", "over a week": the words belong to the length. */
export const bounded: TimeRule = {
  name: 'bounded',
  starts: ['bound'],
  examples: {
    'It took more than two years.': 'P2Y',
    'It took at least 30 days.': 'P30D',
    'It took over an hour.': 'PT1H',
    'He was at home for two years.': '-',
  },
  read(place) {
    const two = `${lowerAt(place, 0)} ${lowerAt(place, 1)}`
    const one = /^(?:over|under)$/.test(lowerAt(place, 0)) ? 1 : 0
    const words = TWO_WORDS.test(two) ? 2 : one
    const the = lowerAt(place, words) === 'the' ? 1 : 0
    const inner = words > 0 ? place.inner(words + the) : undefined
    if (!inner || inner.type !== 'duration' || (one === 1 && the === 1)) return undefined
    return { ...withoutArticle(inner), length: words + the + inner.length }
  },
}

const TWO_WORDS = /^(?:(?:more|less|longer|fewer) than|at (?:least|most)|up to)$/

/** "pre-August 15", "post-1959": before or after a date. */
export const beforeOrAfter: TimeRule = {
  name: 'before-or-after',
  starts: ['prefix'],
  examples: {
    'They want the pre-1967 borders.': '1967',
    'It is a post-1959 house.': '1959',
    'It is a pre-war house.': '-',
  },
  read(place) {
    const mod = valueAt(place, 'prefix', 0)
    if (!isHyphen(place, 1)) return undefined
    const date = place.inner(2)
    if (date?.type !== 'date' || !/^\d/.test(date.value ?? '')) return undefined
    const { earliest, latest, ...rest } = date
    const length = 2 + date.length
    return mod === 'before'
      ? { ...rest, length, mod: 'before', ...(earliest && { latest: earliest }) }
      : { ...rest, length, mod: 'after', ...(latest && { earliest: latest }) }
  },
}
