import { childBy, childrenBy, prepositionOf, type Token } from '../../text/index.ts'
import { cueRange, sourceOf, wholeRange } from './clause.ts'
import { isNegated } from './no-telling.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** Somebody who did not answer: "did not respond to a request for comment". */
export const noComment: StatementRule = {
  name: 'no-comment',
  starts: ['respond', 'reply', 'answer', 'have'],
  examples: {
    'The ministry did not respond to a request for comment.':
      'The ministry | did not respond | to a request for comment',
    'The council had no immediate comment.': 'The council | had | no immediate comment',
    'The army responded to the attack.': '-',
    'The council had no choice.': '-',
  },
  read(place) {
    const { document, cue } = place
    const none = cue.lemma === 'have' ? noCommentOf(place) : undefined
    if (!none && !isNegated(document, cue.index)) return undefined
    const asked =
      none ??
      childrenBy(document, cue.index, 'obl', 'obj').find(
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

/** "had no comment" */
function noCommentOf({ document, cue }: StatementPlace): Token | undefined {
  const found = childBy(document, cue.index, 'obj')
  const isNone = found && childBy(document, found.index, 'det')?.lower === 'no'
  return isNone && found.lemma === 'comment' ? found : undefined
}
