import { addMonths } from './calendar.ts'
import type { Token } from '../../text/index.ts'
import type { TimeRule } from './rule.ts'

/** A year that stands alone; one that counts something ("2011 people") is none. */
export const year: TimeRule = {
  name: 'year',
  examples: {
    'The camp was closed in 2011.': '2011',
    'Since 1994 nobody has lived there.': '1994',
    'The camp holds 2011 people.': '-',
    'They paid 9000 for it.': '-',
  },
  read({ tokens }) {
    const [token] = tokens
    if (!token || !/^(?:1[5-9]|20)\d\d$/.test(token.text)) return undefined
    if (token.upos !== 'NUM' || token.deprel === 'nummod') return undefined
    return { length: 1, type: 'date', value: token.text, earliest: token.text, latest: token.text }
  },
}

/** A decade: "the 1990s". */
export const decade: TimeRule = {
  name: 'decade',
  examples: {
    'It began in the 1990s.': '199',
    'It began with 1990 men.': '-',
  },
  read({ tokens }) {
    const match = /^((?:1[5-9]|20)\d)0s$/.exec(tokens[0]?.text ?? '')
    const value = match?.[1]
    if (value === undefined) return undefined
    return { length: 1, type: 'date', value, earliest: `${value}0`, latest: `${value}9` }
  },
}

/** A month without its year: the last such month that had begun by publication. */
export const month: TimeRule = {
  name: 'month',
  examples: {
    'The talks began in January.': '2024-01',
    'They fled in April.': '2023-04',
    'They may march home.': '-',
    'May they rest in peace.': '-',
  },
  read({ tokens, words, publishedOn }) {
    const [token] = tokens
    const value = words.valueOf('month', token?.lower)
    if (!token || value === undefined || !isMonthName(token) || publishedOn === undefined)
      return undefined
    const back = (Number(publishedOn.slice(5, 7)) - Number(value) + 12) % 12
    const day = addMonths(publishedOn, -back)
    return {
      length: 1,
      type: 'date',
      value: day,
      earliest: day,
      latest: day,
      fromPublication: true,
    }
  },
}

/** "May" and "March" are also words: the tag and the capital decide. */
function isMonthName({ text, upos }: Token): boolean {
  return upos === 'PROPN' && /^\p{Lu}/u.test(text)
}
