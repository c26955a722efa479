import { datelineBefore, type Document, type Sentence, type Token } from '../../text/index.ts'
import { absoluteDate } from './absolute-date.ts'
import { clock } from './clock.ts'
import { counted } from './counted.ts'
import { namedDay, partOfDay, weekday } from './days.ts'
import { duration } from './duration.ts'
import { isNarrative, type TimeFocus } from './focus.ts'
import { holiday } from './holiday.ts'
import { beforeOrAfter, bounded, partOfDate, roughly } from './modified.ts'
import { fromLastDate, near, theUnit } from './near.ts'
import { numericDate, rangeEnd } from './numeric-date.ts'
import { reference } from './reference.ts'
import type { TimePlace, TimeReading, TimeRule } from './rule.ts'
import { set } from './sets.ts'
import type { TimeWordKind, TimeWords } from './words.ts'
import { decade, month, quarter, season, year } from './years.ts'

/** All time rules; at each place the one that takes most words wins, of equals the first. */
export const TIME_RULES: readonly TimeRule[] = [
  absoluteDate,
  numericDate,
  rangeEnd,
  weekday,
  namedDay,
  partOfDay,
  clock,
  near,
  fromLastDate,
  counted,
  set,
  duration,
  quarter,
  decade,
  year,
  season,
  month,
  holiday,
  theUnit,
  partOfDate,
  roughly,
  bounded,
  beforeOrAfter,
  reference,
]

/** What a rule read, and the tokens `[first, last)` that it read it from. */
export interface FoundTime {
  readonly rule: string
  readonly reading: TimeReading
  readonly first: number
  readonly last: number
}

/** Reads a document once from its first token to its last; each token is looked up, and only rules that a word of its kinds starts are tried. */
export function readAllTimes(document: Document, words: TimeWords): FoundTime[] {
  const found: FoundTime[] = []
  let publishedOn = dayIn(document.report.publishedAt?.slice(0, 10))
  let focus: TimeFocus = {
    narrative: isNarrative(document, words),
    value: undefined,
    end: -1,
    previous: undefined,
    day: undefined,
  }
  let paragraph = -1
  for (const sentence of document.sentences) {
    if (sentence.paragraph !== paragraph) focus = { ...focus, day: undefined }
    paragraph = sentence.paragraph
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const best =
        mayStart(words, document.tokens[at]) &&
        readAt(sceneOf({ document, words, focus, last: sentence.last }, publishedOn), at, DEPTH)
      if (!best) continue
      const time = place(document, sentence, { at, ...best })
      if (time.first < (found.at(-1)?.last ?? 0)) continue
      found.push(time)
      focus = nextFocus(focus, time)
      // "SELIN, Velka (Feb. 5, 2024)": a report whose day nobody gave was written on that of its dateline.
      publishedOn ??= datelineDay(document, time)
      at = time.last - 1
    }
  }
  return found
}

function dayIn(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined
}

/** The day that a time tells as the date of a dateline. */
function datelineDay(document: Document, { first, reading }: FoundTime): string | undefined {
  const start = document.tokens[first]?.start ?? 0
  const date = datelineBefore(document, start)?.date
  return date && date.start <= start && start < date.end ? dayIn(reading.value) : undefined
}

function mayStart(words: TimeWords, token: Token | undefined): boolean {
  return token !== undefined && words.kindsOf(token.lower).length > 0
}

/** How many expressions may stand in one another: "around the end of early March". */
const DEPTH = 3

type Scene = Omit<TimePlace, 'at' | 'inner'>

function sceneOf(scene: Scene, publishedOn: string | undefined): Scene {
  return publishedOn === undefined ? scene : { ...scene, publishedOn }
}

interface Best {
  readonly rule: string
  readonly reading: TimeReading
}

/** The longest reading from a token on. */
function readAt(scene: Scene, at: number, depth: number): Best | undefined {
  const token = scene.document.tokens[at]
  if (!token || at >= scene.last || depth === 0) return undefined
  const kinds = scene.words.kindsOf(token.lower)
  if (kinds.length === 0) return undefined
  const here: TimePlace = {
    at,
    inner: (offset) => readAt(scene, at + offset, depth - 1)?.reading,
    ...scene,
  }
  let best: Best | undefined
  for (const rule of rulesFor(kinds)) {
    const reading = rule.read(here)
    if (reading && reading.length > (best?.reading.length ?? 0)) best = { rule: rule.name, reading }
  }
  return best
}

function rulesFor(kinds: readonly TimeWordKind[]): readonly TimeRule[] {
  if (kinds.length === 1) return RULES_BY_KIND.get(kinds[0] ?? 'digits') ?? []
  return TIME_RULES.filter(({ starts }) => starts.some((kind) => kinds.includes(kind)))
}

const RULES_BY_KIND: ReadonlyMap<TimeWordKind, readonly TimeRule[]> = new Map(
  TIME_RULES.flatMap(({ starts }) => starts).map((kind) => [
    kind,
    TIME_RULES.filter(({ starts }) => starts.includes(kind)),
  ]),
)

/** Takes in the words before it that are part of the expression: "the", "the latest", "fiscal", "right". */
function place(
  { tokens }: Document,
  sentence: Sentence,
  { rule, reading, at }: Best & { at: number },
): FoundTime {
  const word = (back: number): string =>
    at - back >= sentence.first ? (tokens[at - back]?.lower ?? '') : ''
  const led = LED[word(1)]?.test(tokens[at]?.lower ?? '') ? 1 : 0
  const the = reading.article && ARTICLES.test(word(1 + led)) ? 1 : 0
  return { rule, reading, first: at - led - the, last: at + reading.length }
}

const ARTICLES = /^(?:the|these)$/

/** Words that may stand before an expression, and before which. */
const LED: Readonly<Record<string, RegExp>> = {
  latest: /^(?:quarter|week|month|year)$/,
  fiscal: /^(?:\d{4}|first|second|third|fourth)$/,
  near: /^future$/,
  foreseeable: /^future$/,
  right: /^now$/,
  same: /^(?:\d+|two|three|four)$/,
}

/** The date said last is the one in focus; durations, sets and references to now are none. */
function nextFocus(focus: TimeFocus, { rule, reading, last }: FoundTime): TimeFocus {
  const { type, value } = reading
  const isDate = (type === 'date' || type === 'time') && /^\d{4}(?:-|$)/.test(value ?? '')
  // "up from $2 million a year earlier": what is told goes on at the later date.
  const isAside = rule === 'counted' && !focus.narrative && (value ?? '') < (focus.value ?? '')
  const day = /^\d{4}-\d\d-\d\d/.exec(value ?? '')?.[0]
  return {
    narrative: focus.narrative,
    value: isDate && !isAside ? value : focus.value,
    end: last,
    previous: value,
    day: day ?? focus.day,
  }
}
