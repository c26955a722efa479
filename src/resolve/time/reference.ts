import { isHyphen, lowerAt, tokenAt, valueAt, type TimeRule } from './rule.ts'

/** The present, past or future as such: "now", "recently", "the future", "these days". */
export const reference: TimeRule = {
  name: 'reference',
  starts: ['reference', 'unit', 'near'],
  examples: {
    'The town is now empty.': 'PRESENT_REF',
    'He recently left.': 'PAST_REF',
    'Nobody knows the future.': 'FUTURE_REF',
    'These days nobody comes.': 'PRESENT_REF',
    'He left in the past.': 'PAST_REF',
    'He walked past the gate.': '-',
    'The town knew nothing.': '-',
  },
  read(place) {
    const word = lowerAt(place, 0)
    if (/^days$/.test(word) && lowerAt(place, -1) === 'these')
      return { length: 1, type: 'date', value: 'PRESENT_REF', article: true }
    const value = valueAt(place, 'reference', 0)
    if (value === undefined || !value.endsWith('REF')) return undefined
    const token = tokenAt(place, 0)
    const before = lowerAt(place, -1)
    if (isHyphen(place, 1) || isHyphen(place, 0)) return undefined
    if (/^(?:past|present)$/.test(word) && !(before === 'the' && token?.upos === 'NOUN'))
      return undefined
    if (word === 'present' && before !== 'the') return undefined
    if (
      word === 'future' &&
      !(before === 'the' && token?.upos === 'NOUN') &&
      !/^(?:near|foreseeable)$/.test(before)
    )
      return undefined
    const article = /^(?:past|present|future)$/.test(word)
    return { length: 1, type: 'date', value, ...(article && { article: true }) }
  },
}
