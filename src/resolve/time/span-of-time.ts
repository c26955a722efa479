import type { TimeRule } from './rule.ts'
import { numberOf } from './words.ts'

/** How long something takes: "three days", "48 hours". What is counted from another time ("three days ago", "later") is none. */
export const duration: TimeRule = {
  name: 'duration',
  examples: {
    'The siege lasted three days.': 'P3D',
    'They held out for 48 hours.': 'PT48H',
    'It happened three days ago.': '-',
    'It happened two weeks after the raid.': '-',
    'She saw one day of it.': '-',
  },
  read({ tokens, words }) {
    const [count, unit] = [numberOf(words, tokens[0]?.lower), tokens[1]?.lower]
    if (count === undefined || unit === undefined || !unit.endsWith('s')) return undefined
    if (/^(?:ago|later|earlier|after|before|old)$/.test(tokens[2]?.lower ?? '')) return undefined
    const day = words.valueOf('unit', unit)
    const clock = words.valueOf('clock', unit)
    if (day === undefined && clock === undefined) return undefined
    const value = day === undefined ? `PT${count}${clock}` : `P${count}${day}`
    return { length: 2, type: 'duration', value }
  },
}

/** The present or past as such: "now", "recently". */
export const reference: TimeRule = {
  name: 'reference',
  examples: {
    'The town is now empty.': 'PRESENT_REF',
    'He recently left.': 'PAST_REF',
    'The town knew nothing.': '-',
  },
  read({ tokens, words }) {
    const value = words.valueOf('reference', tokens[0]?.lower)
    return value === undefined ? undefined : { length: 1, type: 'date', value }
  },
}
