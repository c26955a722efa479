import type { Token } from '../../text/index.ts'
import { absolute, monthAt, withoutYear, yearShared } from './absolute-date.ts'
import { pad, quarterOf } from '../../base/calendar.ts'
import { focusYear, tenseAt } from './focus.ts'
import { readOrdinal, readYear } from './numbers.ts'
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

/** A year that stands alone: "2011", "480 BC", "'44"; one that counts something ("2011 people") is none. */
export const year: TimeRule = {
  name: 'year',
  starts: ['digits', 'number', 'era'],
  examples: {
    'The camp was closed in 2011.': '2011',
    'Since 1994 nobody has lived there.': '1994',
    'The city fell in 480 BC.': 'BC0480',
    'It was nineteen ninety-six.': '1996',
    'The camp holds 2011 people.': '-',
    'They paid 9000 for it.': '-',
    'They paid $1990 for it.': '-',
    'It is release 2011-02-D-117.': '-',
  },
  read(place) {
    const ad = valueAt(place, 'era', 0) === 'AD' && /^\d{1,4}$/.test(lowerAt(place, 1))
    if (ad && tokenAt(place, 0)?.text !== 'ad')
      return absolute(lowerAt(place, 1).padStart(4, '0'), 2)
    const read = readYear(place, 0)
    if (!read) return undefined
    if (read.value.startsWith('BC')) return { length: 2, type: 'date', value: read.value }
    const ordinal = readOrdinal(place, 1)
    if (ordinal !== undefined && ordinal < 5 && lowerAt(place, 2) === 'quarter')
      return { ...absolute(`${read.value}-Q${ordinal}`, 3), article: true }
    return isYear(place, read.length) ? absolute(read.value, read.length) : undefined
  },
}

function isYear(place: TimePlace, length: number): boolean {
  const [token, before, next] = [tokenAt(place, 0), tokenAt(place, -1), tokenAt(place, length)]
  if (!token || (next && NOT_YEAR.has(next.lower)) || isInNumber(place, length)) return false
  const word = before?.lower ?? ''
  if (NOT_BEFORE_YEAR.test(word)) return false
  const counts = next?.upos === 'NOUN' && next.lower.endsWith('s') && token.head === next.index
  if (BEFORE_YEAR.test(word)) return isHyphen(place, -1) || !counts
  if (/^(?:the|its|their|['’]s)$/.test(word) && /^(?:19|20)/.test(token.text)) return true
  return !/^1[0-4]/.test(token.text) && !(token.deprel === 'nummod' && isPlural(place))
}

const BEFORE_YEAR =
  /^(?:in|since|until|by|during|from|early|late|before|after|between|pre|post|mid|-|–)$/
const NOT_BEFORE_YEAR = /^(?:[$€£#]|nos?\.|flight|page|some|than|least|most|nearly|almost)$/

const NOT_YEAR = new Set([
  '%',
  'percent',
  'gmt',
  'utc',
  'hours',
  'hrs',
  'local',
  'points',
  'people',
  'men',
  'million',
  'billion',
  'km',
  'miles',
  'tons',
  'tonnes',
  'troops',
])

/** "1,990", "1990.5", "12:1990": the digits are part of a longer number. */
function isInNumber(place: TimePlace, length: number): boolean {
  const [before, token] = [tokenAt(place, -1), tokenAt(place, 0)]
  if (before && /^[.,:/]$/.test(before.text) && before.end === token?.start) return true
  const end = tokenAt(place, length - 1)?.end ?? 0
  if (NUMBERED.test(place.document.text.slice(end, end + 6))) return true
  const [sign, next] = [tokenAt(place, length), tokenAt(place, length + 1)]
  const touches = sign !== undefined && next !== undefined && sign.end === next.start
  return touches && /^[.,:]$/.test(sign.text) && /^\d/.test(next.text)
}

/** "2011-02-D-117": what a release is numbered by. */
const NUMBERED = /^[-–]\d{1,2}[-–]\p{Lu}/u

function isPlural({ document, at }: TimePlace): boolean {
  const head = document.tokens[document.tokens[at]?.head ?? -1]
  return head !== undefined && /^NNP?S$/.test(head.xpos)
}

/** A decade or century: "the 1990s", "the '80s", "the nineties", "the 19th century". */
export const decade: TimeRule = {
  name: 'decade',
  starts: ['digits', 'decade', 'ordinal'],
  examples: {
    'It began in the 1990s.': '199',
    "It began in the '80s.": '198',
    'It began in the nineties.': '199',
    'It began in the 19th century.': '18',
    'It began with 1990 men.': '-',
  },
  read(place) {
    const word = lowerAt(place, 0)
    const suffix = /^['’]s$/.test(lowerAt(place, 1)) ? 1 : 0
    const digits = /^((?:1\d|20)\d)0(s?)$/.exec(word)
    if (digits && (digits[2] === 's' || (suffix && isDecadeEnd(place))))
      return { ...absolute(digits[1] ?? '', digits[2] ? 1 : 2), article: true }
    const short = /^['’](\d)0s$/.exec(word)?.[1]
    const named =
      lowerAt(place, -1) === 'the' || isHyphen(place, -1) ? valueAt(place, 'decade', 0) : undefined
    if (short ?? named) return { ...absolute(`19${short ?? named ?? ''}`, 1), article: true }
    const ordinal = readOrdinal(place, 0)
    const hyphen = isHyphen(place, 1) ? 1 : 0
    if (ordinal === undefined || lowerAt(place, 1 + hyphen) !== 'century') return undefined
    const bc = valueAt(place, 'era', 2 + hyphen) === 'BC'
    const length = 2 + hyphen + (bc ? 1 : 0)
    if (bc || ordinal > 21) return { length, type: 'date', article: true }
    return { ...absolute(pad(ordinal - 1, 2), length), article: true }
  },
}

/** "the 1980's", not "1980's best film". */
function isDecadeEnd(place: TimePlace): boolean {
  return lowerAt(place, -1) === 'the'
}

/** A month without its year. */
export const month: TimeRule = {
  name: 'month',
  starts: ['month'],
  examples: {
    'The talks began in January.': '2024-01',
    'They fled in April.': '2023-04',
    'They will flee in April.': '2024-04',
    'They may march home.': '-',
    'May they rest in peace.': '-',
  },
  read(place) {
    const [value, token] = [monthAt(place, 0), tokenAt(place, 0)]
    if (value === undefined || !token) return undefined
    if (!isNamedMonth(place, token)) return undefined
    if (/^(?:may|april|june|august|jan)$/.test(token.lower) && isName(place)) return undefined
    const shared = yearShared(place, 1)
    if (shared) return absolute(`${shared}-${pad(value, 2)}`, 1)
    return withoutYear(place, { month: value, key: pad(value, 2), length: 1 })
  },
}

/** Names of months that are also words need a preposition before them. */
function isNamedMonth(place: TimePlace, { lower, upos }: Token): boolean {
  if (!/^(?:may|march|mar|jan|sep|dec|oct)$/.test(lower)) return upos === 'PROPN'
  const before = lowerAt(place, -1)
  if (before === 'the' && !place.document.capitals) return tokenAt(place, 1)?.upos === 'NOUN'
  return BEFORE_MONTH.test(before)
}

const BEFORE_MONTH =
  /^(?:in|of|since|until|till|by|during|from|to|between|and|or|through|before|after|early|mid|late|last|next|this|-|–)$/

/** "April Jones", "Theresa May": part of a person's name. */
function isName(place: TimePlace): boolean {
  const { document, at } = place
  const [before, token, next] = [tokenAt(place, -1), document.tokens[at], tokenAt(place, 1)]
  const isProper = (word: typeof next): boolean =>
    word?.upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(word.text)
  if (token?.deprel.startsWith('flat') && isProper(before)) return true
  return isProper(next) && (next?.deprel.startsWith('flat') ?? false) && next?.head === at
}

/** "the spring of 1944", "summer 1989", "winter"; a season alone is that of the year in focus, or the nearest. */
export const season: TimeRule = {
  name: 'season',
  starts: ['season'],
  examples: {
    'They came in the spring of 1944.': '1944-SP',
    'They came in summer 1989.': '1989-SU',
    'They came in the autumn.': '2023-FA',
    'Prices fall in Aru.': '-',
  },
  read(place) {
    const value = valueAt(place, 'season', 0)
    const of = lowerAt(place, 1) === 'of' ? 1 : 0
    const said = readYear(place, 1 + of)
    if (said) {
      const length = 1 + of + said.length
      return { ...absolute(`${said.value}-${value ?? ''}`, length), article: true }
    }
    const before = lowerAt(place, -1)
    if (!/^(?:the|in|during|by|until|since|early|late|mid|-|of)$/.test(before)) return undefined
    if (tokenAt(place, 0)?.upos !== 'NOUN' || /^(?:of|in)$/.test(lowerAt(place, 1)))
      return undefined
    if (
      /^(?:spring|fall)$/.test(lowerAt(place, 0)) &&
      before === 'the' &&
      lowerAt(place, -2) !== 'in'
    )
      return undefined
    const inYear = yearOfSeason(place, value ?? '')
    const reading =
      inYear === undefined
        ? { length: 1, type: 'date' as const, value: `XXXX-${value ?? ''}` }
        : absolute(`${inYear}-${value ?? ''}`, 1)
    return {
      ...reading,
      article: true,
      ...(!place.focus.narrative && inYear !== undefined && { fromPublication: true }),
    }
  },
}

function yearOfSeason(place: TimePlace, season: string): number | undefined {
  const { publishedOn, focus } = place
  if (focus.narrative || publishedOn === undefined) return focusYear(place)
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 1
  const [year, now] = [Number(publishedOn.slice(0, 4)), Number(publishedOn.slice(5, 7))]
  if (tenseAt(place) === 'future') return first + 2 >= now ? year : year + 1
  return first <= now ? year : year - 1
}

/** "the third quarter", "third-quarter profit", "the second quarter of 1984", "the first half of 1990". */
export const quarter: TimeRule = {
  name: 'quarter',
  starts: ['ordinal', 'digits'],
  examples: {
    'Profit fell in the third quarter.': '2023-Q3',
    'Profit fell in the third quarter of 1984.': '1984-Q3',
    'Fourth-quarter profit fell.': '2023-Q4',
    'The second half of 2010 was calm.': '2010-H2',
    'He ran the third quarter mile.': '-',
  },
  read(place) {
    const ordinal = readOrdinal(place, 0) ?? (lowerAt(place, 0) === 'last' ? 2 : undefined)
    const hyphen = isHyphen(place, 1) ? 1 : 0
    const word = lowerAt(place, 1 + hyphen)
    if (ordinal === undefined || ordinal > 4 || !/^(?:quarter|half)$/.test(word)) return undefined
    const at = 2 + hyphen
    if (/^(?:mile|final|hour|century)$/.test(lowerAt(place, at))) return undefined
    const of = lowerAt(place, at) === 'of' ? 1 : 0
    const said = /^\d{4}$/.test(lowerAt(place, at + of)) ? readYear(place, at + of) : undefined
    if (word === 'half') {
      if (!said || ordinal > 2) return undefined
      return {
        length: at + of + said.length,
        type: 'date',
        value: `${said.value}-H${ordinal}`,
        article: true,
      }
    }
    if (said)
      return { ...absolute(`${said.value}-Q${ordinal}`, at + of + said.length), article: true }
    const last = lastQuarter(place, ordinal, at)
    return last && hyphen === 1 ? withoutArticle(last) : last
  },
}

/** The latest such quarter that had begun by publication, or the coming one of what will be. */
function lastQuarter(place: TimePlace, ordinal: number, length: number): TimeReading | undefined {
  const { publishedOn, focus } = place
  if (publishedOn === undefined || focus.narrative) return undefined
  const of = lowerAt(place, length) === 'of' || lowerAt(place, length) === '('
  if (of && !/^(?:fiscal|this|last|next|the)$/.test(lowerAt(place, length + 1))) return undefined
  const [year, now] = [Number(publishedOn.slice(0, 4)), Number(quarterOf(publishedOn).slice(6))]
  const ahead = ordinal > now && tenseAt(place) === 'future'
  const value = `${ordinal <= now || ahead ? year : year - 1}-Q${ordinal}`
  return { ...absolute(value, length), article: true, fromPublication: true }
}
