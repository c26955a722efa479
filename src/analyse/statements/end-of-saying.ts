import type { Token, TokenRange } from '../../text/index.ts'
import type { StatementPlace } from './rule.ts'

/** Where what follows a cue ends: before a semicolon, ", citing the mayor", ", adding that …", and before a second cue that goes with the first ("… and called on the army to leave"), which the tree may have hung on what is said. */
export function endOfSaying(
  place: StatementPlace,
  { first, last }: TokenRange,
  clause?: Token,
): number {
  const { document, cue, quotations } = place
  const own = quotations.of(cue.index)
  for (let at = first + 1; at < last - 1; at += 1) {
    if (quotations.of(at) !== own) continue
    const token = document.tokens[at]
    if (token?.text === ';') return at
    if (at > first + 1 && token?.text === ',' && isNewCue(place, at)) return at
    if (clause && token?.upos === 'CCONJ' && isSecondCue(place, at, clause)) return at
  }
  return last
}

/** ", adding that", ", but noted that". */
function isNewCue({ document, words, cue }: StatementPlace, comma: number): boolean {
  const isJoined = document.tokens[comma + 1]?.upos === 'CCONJ'
  const verb = document.tokens[comma + (isJoined ? 2 : 1)]
  if (!verb || verb.upos !== 'VERB') return false
  const known = words.verbs.get(verb.lemma)
  if (isJoined) return verb.xpos === cue.xpos && known !== undefined
  return (
    /^(citing|quoting)$/.test(verb.lower) ||
    (verb.xpos === 'VBG' && known?.needs.has('trail') === true)
  )
}

/** "told them that it had erred and promised to pay": the second verb stands in the tense of the cue, not of what is said. */
function isSecondCue(
  { document, words, cue }: StatementPlace,
  and: number,
  clause: Token,
): boolean {
  const verb = document.tokens[and + 1]
  if (verb?.upos !== 'VERB' || verb.xpos !== cue.xpos || clause.xpos === cue.xpos) return false
  return words.verbs.has(verb.lemma)
}
