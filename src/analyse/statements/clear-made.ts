import { childrenBy, subtree } from '../../text/index.ts'
import { cueRange, reportOf, sourceOf, wholeRange, windowOf } from './clause.ts'
import { contentAround, contentSpan } from './content.ts'
import { endOfSaying } from './end-of-saying.ts'
import type { StatementPlace, StatementReading, StatementRule } from './rule.ts'

/** "made it clear that …", "as we have made clear, …". */
export const clearMade: StatementRule = {
  name: 'clear-made',
  starts: ['make'],
  examples: {
    'The mayor made it clear that the road was shut.':
      'The mayor | made it clear | that the road was shut',
    'As the mayor has made clear, the road is shut.':
      'the mayor | has made clear | the road is shut',
    'The rain made the water clear.': '-',
  },
  read(place) {
    const { document, cue } = place
    const clear = clearAfter(place)
    const source = clear === undefined ? undefined : sourceOf(place)
    if (clear === undefined || !source) return undefined
    const range = { first: cueRange(place).first, last: clear + 1 }
    const rest = { cue: range, source, stance: 'asserts', lemma: 'make-clear' } as const
    const isAside = childrenBy(document, cue.index, 'mark').some(({ lower }) => lower === 'as')
    if (isAside) {
      const content = contentAround(place, reportOf(place), wholeRange(document, cue.index))
      return content.length > 0 ? { ...rest, content } : undefined
    }
    const content = clauseFrom(place, clear + 1)
    return content && { ...rest, content }
  },
}

/** "clear" or "plain", right behind the verb or behind "it". */
function clearAfter({ document, cue }: StatementPlace): number | undefined {
  const at = document.tokens[cue.index + 1]?.lower === 'it' ? cue.index + 2 : cue.index + 1
  return /^(clear|plain|known)$/.test(document.tokens[at]?.lower ?? '') ? at : undefined
}

/** The clause with "that" that follows, perhaps behind when and where it was said. */
function clauseFrom(place: StatementPlace, from: number): StatementReading['content'] | undefined {
  const { document } = place
  const { last: end } = windowOf(place)
  const that = document.tokens
    .slice(from, Math.min(end, from + 12))
    .find(({ lower, upos }) => lower === 'that' && upos === 'SCONJ')
  const verb = that && document.tokens[that.head]
  if (!verb || verb.index < that.index) return undefined
  const last = Math.min(end, (subtree(document, verb.index).at(-1) ?? that.index) + 1)
  const range = { first: that.index, last }
  const span = contentSpan(place, { ...range, last: endOfSaying(place, range, verb) })
  return span && [span]
}
