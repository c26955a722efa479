import { absolute } from './absolute-date.ts'
import { isDay, pad } from '../../base/calendar.ts'
import { readDayOfMonth } from './numbers.ts'
import { isHyphen, isJoined, lowerAt, tokenAt, type TimePlace, type TimeRule } from './rule.ts'

/** A date in digits: "2022-09-05", "25/12/2022". Where day and month could change places ("05/09/2022") it is known to be a date of that year, and no more. */
export const numericDate: TimeRule = {
  name: 'numeric-date',
  starts: ['digits'],
  examples: {
    'Signed on 2022-09-05 there.': '2022-09-05',
    'Signed on 25/12/2022 there.': '2022-12-25',
    'Signed on 12/25/2022 there.': '2022-12-25',
    'Signed on 25.12.2022 there.': '2022-12-25',
    'Signed on 07/07/2022 there.': '2022-07-07',
    'The vote was 24/7 talk.': '-',
    'The score was 3-2-1.': '-',
  },
  read(place) {
    const { numbers, length } = digitsAt(place)
    const [a = '', b = '', c = ''] = numbers
    if (numbers.length !== 3) return undefined
    if (a.length === 4) return dayOf([Number(a), Number(b), Number(c)], length)
    if (c.length !== 4 || b.length > 2 || a.length > 2) return undefined
    const [first, second, year] = [Number(a), Number(b), Number(c)]
    if (year < 1500 || year > 2100) return undefined
    const [dayFirst, monthFirst] = [isDay(year, second, first), isDay(year, first, second)]
    if (dayFirst && monthFirst && first !== second)
      return { length, type: 'date', earliest: c, latest: c }
    if (dayFirst) return dayOf([year, second, first], length)
    return monthFirst ? dayOf([year, first, second], length) : undefined
  },
}

function dayOf(
  [year, month, day]: readonly [number, number, number],
  length: number,
): ReturnType<TimeRule['read']> {
  if (year < 1500 || year > 2100 || !isDay(year, month, day)) return undefined
  return absolute(`${year}-${pad(month, 2)}-${pad(day, 2)}`, length)
}

/** The numbers of a run such as "2022-09-05" (one token or several), and its tokens. */
function digitsAt(place: TimePlace): { numbers: string[]; length: number } {
  const whole = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.exec(lowerAt(place, 0))
  if (whole) return { numbers: lowerAt(place, 0).split(/[./-]/), length: 1 }
  const numbers: string[] = []
  const sign = lowerAt(place, 1)
  if (!/^[/.-]$/.test(sign)) return { numbers, length: 0 }
  for (let at = 0; at < 6; at += 2) {
    const word = lowerAt(place, at)
    if (!/^\d{1,4}$/.test(word) || (at > 0 && !isJoined(place, at))) return { numbers, length: 0 }
    numbers.push(word)
    if (at < 4 && (lowerAt(place, at + 1) !== sign || !isJoined(place, at + 1)))
      return { numbers, length: 0 }
  }
  return { numbers, length: 5 }
}

/** The other end of a stretch: "May 3-5", "May 3 and 5", "1939-45", "1939/40". */
export const rangeEnd: TimeRule = {
  name: 'range-end',
  starts: ['digits'],
  examples: {
    'The talks of May 3-5, 2019 failed.': '2019-05-05',
    'The war of 1939–45 was long.': '1945',
    'The vote was 12-15 in Aru.': '-',
  },
  read(place) {
    const { focus, at, document } = place
    if (focus.end !== at - 1 || focus.previous === undefined) return undefined
    const hyphen = isHyphen(place, -1) || lowerAt(place, -1) === '/'
    const word = lowerAt(place, 0)
    const century = /^(\d\d)\d\d$/.exec(focus.previous)?.[1]
    if (century && hyphen && isJoined(place, 0) && /^\d\d$/.test(word)) {
      const year = `${century}${word}`
      return year > focus.previous ? absolute(year, 1) : undefined
    }
    const [month, first] = [focus.previous.slice(0, 7), Number(focus.previous.slice(8))]
    const before = document.tokens[at - 2]
    const day = readDayOfMonth(place, 0)
    if (!/^\d{4}-\d\d$/.test(month) || day === undefined || day <= first) return undefined
    if (!before || !/^\d/.test(before.text) || before.text.length > 4) return undefined
    if (!hyphen && !isListed(place)) return undefined
    return isDay(Number(month.slice(0, 4)), Number(month.slice(5)), day)
      ? absolute(`${month}-${pad(day, 2)}`, yearLength(place, month))
      : undefined
  },
}

/** "May 3 and 5": nothing that the number could count follows. */
function isListed(place: TimePlace): boolean {
  if (!/^(?:and|to|or|through|until)$/.test(lowerAt(place, -1))) return false
  const next = tokenAt(place, 1)
  return next === undefined || !/^(?:NOUN|PROPN|ADJ|NUM|SYM)$/.test(next.upos)
}

/** "May 3-5, 2019": the year belongs to the last day. */
function yearLength(place: TimePlace, month: string): number {
  const comma = lowerAt(place, 1) === ',' ? 1 : 0
  return lowerAt(place, 1 + comma) === month.slice(0, 4) ? 2 + comma : 1
}
