import { childrenBy } from '../../text/index.ts'
import { isOfSaying, wholeRange } from './clause.ts'
import type { StatementPlace } from './rule.ts'

/** The end of the cue's dependents that follow on one another from the preposition on; when and where it was told is not among them. */
export function endOfParts({ document, cue }: StatementPlace, from: number): number {
  let end = from + 1
  for (const child of childrenBy(document, cue.index, ...PARTS)) {
    const { first, last } = wholeRange(document, child.index)
    if (last <= from || first > end || (first > from && isOfSaying(document, child))) continue
    end = Math.max(end, last)
  }
  return end
}

const PARTS = ['obl', 'xcomp', 'ccomp', 'advcl', 'obj', 'acl', 'nmod', 'dep', 'advmod', 'nsubj']
