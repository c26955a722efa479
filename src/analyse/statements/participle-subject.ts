import { childBy, childrenBy, isNominal, type Token } from '../../text/index.ts'
import { isFinite } from './clause.ts'
import type { StatementPlace } from './rule.ts'

/** Verbs passed on the way up from a participle: no sentence of a report hangs deeper. */
const STEPS = 12

/**
 * Whose verb a participle behind a comma goes with: ", adding that …", ", arguing that …".
 * It is the main clause's, however deep the tree hangs the participle in what that clause tells ("said he saw two men, adding that …"),
 * but of a clause that "and" joins with a subject of its own, or of a relative clause that reports, rather that one's.
 */
export function verbAbove({ document, words, quotations, cue }: StatementPlace): Token | undefined {
  const isQuoted = /^(?:[”"]|'')$/.test(document.tokens[cue.index - 1]?.text ?? '')
  const comma = document.tokens[cue.index - (isQuoted ? 2 : 1)]
  if (cue.xpos !== 'VBG' || comma?.text !== ',') return undefined
  const own = quotations.of(cue.index)
  let found: Token | undefined
  let below = cue
  for (let step = 0; step < STEPS; step += 1) {
    const above = document.tokens[below.head]
    if (!above) break
    const isClause =
      above.index < cue.index && (isFinite(above) || childBy(document, above.index, 'aux', 'cop'))
    if (isClause && quotations.of(above.index) === own) found = above
    if (found === above && endsHere(above)) break
    below = above
  }
  return found

  function endsHere(verb: Token): boolean {
    const isSubject = childrenBy(document, verb.index, 'nsubj').some(isNominal)
    if (verb.deprel.startsWith('conj')) return isSubject && !childBy(document, verb.index, 'mark')
    return verb.deprel.startsWith('acl') && words.verbs.get(verb.lemma)?.needs.has('trail') === true
  }
}
