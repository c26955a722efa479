import { pad } from '../../base/calendar.ts'
import { readCount } from './numbers.ts'
import {
  isJoined,
  lowerAt,
  tokenAt,
  valueAt,
  type TimePlace,
  type TimeReading,
  type TimeRule,
} from './rule.ts'

/** A time of day: "10:35 a.m.", "5 p.m. EST", "1400 GMT", "14:00", "noon", "9 o'clock", with the day that follows ("10 p.m. on Wednesday") or that its sentence has named. */
export const clock: TimeRule = {
  name: 'clock',
  starts: ['digits', 'number', 'noon'],
  examples: {
    'A bomb went off at 10:35 a.m. on Monday.': '2024-03-04T10:35',
    'On Monday a bomb went off at 10 p.m.': '2024-03-04T22:00',
    'A bomb went off at 1400 GMT on 3 May 2019.': '2019-05-03T14:00',
    'A bomb went off at noon yesterday.': '2024-03-05T12:00',
    'A bomb went off at 14:00.': '2024-03-06T14:00',
    'The vote was 10 to 2.': '-',
    'It cost 10.50 pounds.': '-',
  },
  read(place) {
    const read = clockAt(place)
    if (!read) return undefined
    const zone = zoneAt(place, read.length)
    const at = read.length + zone
    const link = /^(?:,|on)$/.test(lowerAt(place, at)) ? 1 : 0
    const the = lowerAt(place, at + link) === 'the' ? 1 : 0
    const date = place.inner(at + link + the)
    const said = /^\d{4}-\d\d-\d\d(?=$|T[A-Z])/.exec(date?.value ?? '')?.[0]
    if (date && said !== undefined && !valueAt(place, 'noon', at)) {
      const length = at + link + the + date.length
      return timed(`${said}T${read.value}`, length, date.fromPublication)
    }
    const day = afterBrackets(place, at) ?? place.focus.day ?? dayTold(place)
    return timed(`${day ?? 'XXXX-XX-XX'}T${read.value}`, at)
  },
}

/** The day that the text told last, else that of publication: an hour by itself goes on from there. */
function dayTold({ focus, publishedOn }: TimePlace): string | undefined {
  const last = /^\d{4}-\d\d-\d\d/.exec(focus.value ?? '')?.[0]
  if (focus.value !== undefined && !last) return undefined
  return last ?? (focus.narrative ? undefined : publishedOn)
}

/** "10:35 a.m. (0735 GMT) Friday": the day behind the brackets. */
function afterBrackets(place: TimePlace, at: number): string | undefined {
  if (lowerAt(place, at) !== '(') return undefined
  const end = [2, 3, 4, 5].find((more) => lowerAt(place, at + more) === ')')
  if (end === undefined) return undefined
  const on = lowerAt(place, at + end + 1) === 'on' ? 1 : 0
  return /^\d{4}-\d\d-\d\d$/.exec(place.inner(at + end + 1 + on)?.value ?? '')?.[0]
}

function timed(value: string, length: number, from?: true): TimeReading {
  const exact = value.startsWith('X') ? {} : { earliest: value, latest: value }
  const midnight = value.endsWith('T24:00')
    ? { earliest: value.slice(0, 10), latest: value.slice(0, 10) }
    : {}
  return {
    length,
    type: 'time',
    value,
    ...exact,
    ...midnight,
    ...(from && { fromPublication: from }),
  }
}

interface ClockRead {
  readonly value: string
  readonly length: number
}

function clockAt(place: TimePlace): ClockRead | undefined {
  const noon = valueAt(place, 'noon', 0)
  if (noon !== undefined) return { value: noon.slice(1), length: 1 }
  const word = lowerAt(place, 0)
  const pair = /^(\d{1,2})[:.](\d\d)$/.exec(word)
  if (pair)
    return ofPair(place, {
      hour: Number(pair[1]),
      minute: Number(pair[2]),
      length: 1,
      dot: word.includes('.'),
    })
  const split = /^(\d\d)(?:hrs?|h)?$/.exec(lowerAt(place, 2))
  if (
    /^\d{1,2}$/.test(word) &&
    lowerAt(place, 1) === ':' &&
    isJoined(place, 1) &&
    isJoined(place, 2) &&
    split
  )
    return ofPair(place, { hour: Number(word), minute: Number(split[1]), length: 3, dot: false })
  const military = /^(\d\d)(\d\d)(hrs?|h)?$/.exec(word)
  if (military && Number(military[1]) < 25 && Number(military[2]) < 60) {
    const marked =
      military[3] !== undefined || /^(?:hours|hrs|hr|gmt|utc|local)$/.test(lowerAt(place, 1))
    const unit = /^(?:hours|hrs|hr)$/.test(lowerAt(place, 1)) ? 1 : 0
    return marked
      ? { value: `${military[1] ?? ''}:${military[2] ?? ''}`, length: 1 + unit }
      : undefined
  }
  const hour = /^\d{1,2}$/.test(word) ? Number(word) : spelledHour(place)
  if (hour === undefined || hour > 24) return undefined
  return ofPair(place, { hour, minute: undefined, length: 1, dot: false })
}

/** "ten o'clock", "nine a.m." */
function spelledHour(place: TimePlace): number | undefined {
  const count = /^an?$/.test(lowerAt(place, 0)) ? undefined : readCount(place, 0)
  return count && count.length === 1 && count.value !== 'X' && count.value <= 12
    ? count.value
    : undefined
}

interface Pair {
  readonly hour: number
  readonly minute: number | undefined
  readonly length: number
  readonly dot: boolean
}

function ofPair(place: TimePlace, { hour, minute, length, dot }: Pair): ClockRead | undefined {
  if (hour > 24 || (minute ?? 0) > 59) return undefined
  const half = halfOfDay(place, length)
  const value = (h: number): string => `${pad(h, 2)}:${pad(minute ?? 0, 2)}`
  if (half && hour <= 12) {
    const turned = half.half === 'p' ? (hour % 12) + 12 : half.half === 'a' ? hour % 12 : hour
    return { value: value(turned), length: length + half.length }
  }
  if (minute === undefined || dot) return undefined
  return { value: value(hour), length }
}

/** "a.m.", "pm", "o'clock", "o'clock in the morning", "in the morning". */
function halfOfDay(place: TimePlace, at: number): { half: string; length: number } | undefined {
  const word = lowerAt(place, at)
  const short = /^([ap])\.?m\.?$/.exec(word)?.[1]
  if (short) return { half: short, length: 1 }
  const clockWord = /^o['’]?clock$/.test(word)
    ? 1
    : word === 'o' && lowerAt(place, at + 1) === "'clock"
      ? 2
      : 0
  const part = valueAt(place, 'part', at + clockWord + 2)
  if (
    lowerAt(place, at + clockWord) === 'in' &&
    lowerAt(place, at + clockWord + 1) === 'the' &&
    part
  )
    return { half: part === 'MO' ? 'a' : 'p', length: clockWord + 3 }
  return clockWord ? { half: '', length: clockWord } : undefined
}

/** "GMT", "local time", "Eastern Standard Time". */
function zoneAt(place: TimePlace, at: number): number {
  if (valueAt(place, 'zone', at) !== undefined && /^\p{Lu}/u.test(tokenAt(place, at)?.text ?? ''))
    return 1
  for (let more = 0; more < 3; more += 1) {
    if (lowerAt(place, at + more) === 'time' && more > 0) return more + 1
    if (
      !/^(?:local|eastern|pacific|standard|daylight|moscow|kabul|baghdad)$/.test(
        lowerAt(place, at + more),
      )
    )
      return 0
  }
  return 0
}
