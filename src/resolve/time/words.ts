import type { Lexicon } from '../../text/index.ts'

export type TimeWordKind =
  | 'month'
  | 'weekday'
  | 'weekdays'
  | 'weekday-short'
  | 'day'
  | 'unit'
  | 'clock'
  | 'part'
  | 'season'
  | 'number'
  | 'ordinal'
  | 'decade'
  | 'near'
  | 'lead'
  | 'approx'
  | 'bound'
  | 'every'
  | 'frequency'
  | 'reference'
  | 'ago'
  | 'noon'
  | 'zone'
  | 'era'
  | 'prefix'
  | 'ahead'
  | 'holiday'
  | 'digits'

/** A feast: the days of each year that is known, or the same days every year. */
export interface Holiday {
  readonly words: readonly string[]
  readonly days: readonly { readonly start: string; readonly end: string }[]
}

/** The words of calendar and clock. */
export interface TimeWords {
  /** The value of a word (lower case) of a kind. */
  readonly valueOf: (kind: TimeWordKind, word: string | undefined) => string | undefined
  /** Of what kinds a word is; those in digits are of `digits`. */
  readonly kindsOf: (word: string) => readonly TimeWordKind[]
  /** Feasts by their first word, the longest name first. */
  readonly holidays: ReadonlyMap<string, readonly Holiday[]>
}

/** Opens `time-words` and `time-holidays`. */
export function openTimeWords(lexicon: Lexicon): TimeWords {
  const values = new Map<string, Map<TimeWordKind, string>>()
  const add = (word: string, kind: TimeWordKind, value: string): void => {
    const known = values.get(word) ?? new Map<TimeWordKind, string>()
    values.set(word, known.set(kind, value))
  }
  for (const { word, kind, value } of lexicon.rows('time-words'))
    if (word && kind) add(word, kind as TimeWordKind, value ?? '')
  const holidays = openHolidays(lexicon)
  for (const first of holidays.keys()) add(first, 'holiday', first)
  const kinds = new Map([...values].map(([word, known]) => [word, [...known.keys()]]))
  return {
    valueOf: (kind, word) => (word === undefined ? undefined : values.get(word)?.get(kind)),
    kindsOf: (word) => {
      const known = kinds.get(word)
      if (known) return known
      return isInDigits(word) ? DIGITS : NONE
    },
    holidays,
  }
}

/** "12", "'98" */
function isInDigits(word: string): boolean {
  const first = word.charAt(0)
  const sign = first === "'" || first === '’' ? word.charAt(1) : first
  return sign >= '0' && sign <= '9'
}

const DIGITS: readonly TimeWordKind[] = ['digits']
const NONE: readonly TimeWordKind[] = []

function openHolidays(lexicon: Lexicon): Map<string, Holiday[]> {
  const days = new Map<string, { start: string; end: string }[]>()
  for (const { name, start, end } of lexicon.rows('time-holidays')) {
    if (!name || !start || !end) continue
    days.set(name, [...(days.get(name) ?? []), { start, end }])
  }
  for (const { name, same } of lexicon.rows('time-holidays'))
    if (name && same) days.set(name, days.get(same) ?? [])
  const holidays = new Map<string, Holiday[]>()
  for (const [name, known] of days) {
    const words = name.split(/(?=['-])| |(?<=-)/)
    const first = words[0] ?? name
    holidays.set(first, [...(holidays.get(first) ?? []), { words, days: known }])
  }
  for (const list of holidays.values()) list.sort((a, b) => b.words.length - a.words.length)
  return holidays
}
