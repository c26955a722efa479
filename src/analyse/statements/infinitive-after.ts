import { childBy, childrenBy, subtree } from '../../text/index.ts'
import { cueRange, isNegated, sourceOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** "to" and a verb follow the cue: "vowed to strike", "urged the army to leave", "declined to comment". */
export const infinitiveAfter: StatementRule = {
  name: 'infinitive-after',
  starts: 'verb',
  examples: {
    'The unit vowed to strike.': 'The unit | vowed | to strike',
    'The ministry declined to comment.': 'The ministry | declined | to comment',
    'The unit moved to strike.': '-',
  },
  read(place) {
    const { document, cue } = place
    const { verb } = place
    if (!verb?.needs.has('inf')) return undefined
    const clause = childrenBy(document, cue.index, 'xcomp', 'ccomp', 'advcl').find(
      ({ index }) => index > cue.index && hasTo(place.document, index),
    )
    const source = clause && sourceOf(place)
    if (!source) return undefined
    const object = childBy(document, cue.index, 'obj', 'iobj')
    const between = object && object.index > cue.index && object.index < clause.index
    const all = subtree(document, clause.index)
    const start = between
      ? (subtree(document, object.index)[0] ?? object.index)
      : (all[0] ?? clause.index)
    const last = Math.max(all.at(-1) ?? clause.index, endOfThat(place, clause.index))
    const content = contentSpan(place, { first: start, last: last + 1 })
    if (!content) return undefined
    const stance =
      isNegated(document, cue.index) && verb.stance === 'declines' ? 'asserts' : verb.stance
    return { cue: cueRange(place), source, content: [content], stance, lemma: verb.lemma }
  },
}

/** "to undo the promise | that it posed no danger": the last word of a clause that the tree hung on the cue instead, -1 where there is none. */
function endOfThat({ document, cue }: StatementPlace, infinitive: number): number {
  const clause = childrenBy(document, cue.index, 'ccomp').find(({ index }) => index > infinitive)
  const all = clause ? subtree(document, clause.index) : []
  const isJoined = document.tokens[(all[0] ?? 0) - 1]?.upos !== 'PUNCT'
  return isJoined ? (all.at(-1) ?? -1) : -1
}

function hasTo(document: Parameters<typeof childrenBy>[0], index: number): boolean {
  return childrenBy(document, index, 'mark').some(({ lower }) => lower === 'to')
}
