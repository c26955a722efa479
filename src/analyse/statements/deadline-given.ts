import { childrenBy } from '../../text/index.ts'
import { cueRange, isNobody, sourceOf, wholeRange } from './clause.ts'
import { contentSpan } from './content.ts'
import { isPassiveCue } from './passive.ts'
import type { StatementRule } from './rule.ts'

/** "gave the gunmen two hours to leave": a demand with its time. */
export const deadlineGiven: StatementRule = {
  name: 'deadline-given',
  starts: ['give'],
  examples: {
    'The mayor gave the gunmen two hours to leave the hall.':
      'The mayor | gave | two hours to leave the hall',
    'The mayor gave the gunmen two loaves to eat.': '-',
    'The doctor gave her two days.': '-',
  },
  read(place) {
    const { document, cue } = place
    if (isPassiveCue(document, cue)) return undefined
    const told = childrenBy(document, cue.index, 'iobj', 'obj').find(
      ({ index }) => index > cue.index,
    )
    const time = childrenBy(document, cue.index, 'obj', 'obl').find(
      ({ index, lemma }) => told !== undefined && index > told.index && UNITS.has(lemma),
    )
    const { first, last } = time ? wholeRange(document, time.index) : { first: 0, last: 0 }
    const infinitive = childrenBy(document, cue.index, 'advcl', 'xcomp', 'acl').find(
      ({ index }) => index >= last && document.tokens[last]?.xpos === 'TO' && index - last < 6,
    )
    const isOwn = document.tokens.slice(first, last).some(({ xpos }) => xpos === 'TO')
    const source = time && (infinitive || isOwn) ? sourceOf(place) : undefined
    if (!source || isNobody(place, source.range)) return undefined
    const end = infinitive ? wholeRange(document, infinitive.index).last : last
    const comma = document.tokens.slice(first, end).find(({ text }) => text === ',')
    const content = contentSpan(place, { first, last: comma?.index ?? end })
    return (
      content && {
        cue: cueRange(place),
        source,
        content: [content],
        stance: 'demands',
        lemma: cue.lemma,
      }
    )
  },
}

const UNITS = new Set(['minute', 'hour', 'day', 'week', 'month'])
