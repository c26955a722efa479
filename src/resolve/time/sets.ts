import {
  lowerAt,
  tokenAt,
  valueAt,
  type TimePlace,
  type TimeReading,
  type TimeRule,
} from './rule.ts'
import { readCount } from './numbers.ts'
import { monthAt } from './absolute-date.ts'
import { pad } from '../../base/calendar.ts'

/** What comes again and again: "every day", "each Thursday", "per year", "weekly", "Tuesday nights", "twice a week". */
export const set: TimeRule = {
  name: 'set',
  starts: ['every', 'frequency', 'weekdays', 'weekday', 'number', 'part'],
  examples: {
    'It rains every day.': 'P1D',
    'It rains every two weeks.': 'P2W',
    'It rains each Thursday.': 'XXXX-WXX-4',
    'It rains each July.': 'XXXX-07',
    'The weekly march was banned.': 'P1W',
    'It rains on Tuesday nights.': 'XXXX-WXX-2TNI',
    'They march twice a week.': 'P1W',
    'They marched for a week.': '-',
    'Every man left.': '-',
  },
  read(place) {
    const often = valueAt(place, 'frequency', 0)
    if (often !== undefined) return { length: 1, type: 'set', value: often }
    if (valueAt(place, 'every', 0) !== undefined) return every(place)
    return weekly(place) ?? rate(place)
  },
}

function every(place: TimePlace): TimeReading | undefined {
  const count = /^an?$/.test(lowerAt(place, 1)) ? undefined : readCount(place, 1)
  const at = 1 + (count?.length ?? 0)
  const amount = count?.value ?? 1
  const found = (value: string, length = at + 1): TimeReading => ({ length, type: 'set', value })
  const [unit, clock] = [valueAt(place, 'unit', at), valueAt(place, 'clock', at)]
  if (unit !== undefined) return found(`P${amount}${unit}`)
  if (clock !== undefined) return found(`PT${amount}${clock}`)
  if (count !== undefined) return undefined
  const [weekday, month] = [valueAt(place, 'weekday', at), monthAt(place, at)]
  const part = valueAt(place, 'part', weekday ? at + 1 : at)
  if (weekday !== undefined)
    return part ? found(`XXXX-WXX-${weekday}T${part}`, at + 2) : found(`XXXX-WXX-${weekday}`)
  if (month !== undefined) return found(`XXXX-${pad(month, 2)}`)
  if (part !== undefined) return found(`XXXX-XX-XXT${part}`)
  const season = valueAt(place, 'season', at)
  return season === undefined ? undefined : found(`XXXX-${season}`)
}

/** "Tuesdays", "Tuesday nights", "weekday" in the plural. */
function weekly(place: TimePlace): TimeReading | undefined {
  const plural = valueAt(place, 'weekdays', 0)
  if (plural !== undefined && /^\p{Lu}/u.test(tokenAt(place, 0)?.text ?? ''))
    return { length: 1, type: 'set', value: `XXXX-WXX-${plural}` }
  const day = valueAt(place, 'weekday', 0)
  const part = valueAt(place, 'part', 1)
  if (day === undefined || part === undefined || !lowerAt(place, 1).endsWith('s')) return undefined
  return { length: 2, type: 'set', value: `XXXX-WXX-${day}T${part}` }
}

/** "twice a week", "40 dollars a year". */
function rate(place: TimePlace): TimeReading | undefined {
  if (!/^an?$/.test(lowerAt(place, 0))) return undefined
  const [unit, clock] = [valueAt(place, 'unit', 1), valueAt(place, 'clock', 1)]
  const before = tokenAt(place, -1)
  if ((unit ?? clock) === undefined || before === undefined || before.upos === 'PUNCT')
    return undefined
  if (valueAt(place, 'ago', 2) !== undefined || lowerAt(place, 2) === 'or') return undefined
  const isRate = /^(?:NOUN|SYM|NUM)$/.test(before.upos) || /^(?:once|twice)$/.test(before.lower)
  if (!isRate) return undefined
  return { length: 2, type: 'set', value: unit ? `P1${unit}` : `PT1${clock ?? ''}` }
}
