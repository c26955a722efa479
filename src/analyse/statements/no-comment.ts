import { childrenBy, prepositionOf } from '../../text/index.ts'
import { cueRange, sourceOf, wholeRange } from './clause.ts'
import { isNegated } from './no-telling.ts'
import { contentSpan } from './content.ts'
import type { StatementRule } from './rule.ts'

/** Somebody who did not answer: "did not respond to a request for comment". */
export const noComment: StatementRule = {
  name: 'no-comment',
  starts: ['respond', 'reply', 'answer'],
  examples: {
    'The ministry did not respond to a request for comment.':
      'The ministry | did not respond | to a request for comment',
    'The army responded to the attack.': '-',
  },
  read(place) {
    const { document, cue } = place
    if (!isNegated(document, cue.index)) return undefined
    const asked = childrenBy(document, cue.index, 'obl', 'obj').find(
      ({ index, lemma }) =>
        index > cue.index &&
        /^(request|call|question|inquiry|message|email|e-mail)$/.test(lemma) &&
        /^(to)?$/.test(prepositionOf(document, index)),
    )
    const source = asked && sourceOf(place)
    if (!source) return undefined
    const content = contentSpan(place, wholeRange(document, asked.index))
    if (!content) return undefined
    return {
      cue: cueRange(place),
      source,
      content: [content],
      stance: 'declines',
      lemma: cue.lemma,
    }
  },
}
