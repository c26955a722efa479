import { childrenBy, type Document, type Token, type TokenRange } from '../../text/index.ts'
import { isNegated } from './no-telling.ts'
import { reportingVerb } from './reporting-verb.ts'
import type { StatementPlace } from './rule.ts'

/** Where a noun phrase for somebody ends: before ", who blamed the army", which is a statement of its own, before ", speaking from Orrin" and before ", in an audio recording", which tell of the saying. */
export function endOfSource(
  place: StatementPlace,
  { first, last }: TokenRange,
  head: number,
): number {
  const { document } = place
  for (let at = Math.max(first, head) + 1; at < last - 1; at += 1) {
    if (document.tokens[at]?.text !== ',') continue
    if (isSayingClause(place, at + 1) || isParticiple(place, at + 1) || isOccasion(place, at + 1))
      return at
  }
  return last
}

/** "who blamed the army", "which has denied that it fired", but not "who commands the army", "who asked that his name not be used". */
function isSayingClause({ document, words }: StatementPlace, at: number): boolean {
  const pronoun = document.tokens[at]
  const cue = pronoun?.xpos.startsWith('W') ? document.tokens[pronoun.head] : undefined
  const verb = cue && cue.index > at && reportingVerb(cue, { document, words })
  if (!verb || isNegated(document, cue.index) || isOfName(document, cue)) return false
  const has = (...relations: string[]): boolean =>
    childrenBy(document, cue.index, ...relations).some(({ index }) => index > cue.index)
  const saysClause = has('ccomp', 'xcomp') && SAID.some((frame) => verb.needs.has(frame))
  return saysClause || (has('obj') && MEANT.some((frame) => verb.needs.has(frame)))
}

const SAID = ['clause', 'that', 'inf'] as const
const MEANT = ['np', 'word', 'of'] as const

/** What somebody asks for himself, that his name is not told. */
function isOfName({ text }: Document, { start }: Token): boolean {
  return /\b(?:sur)?names?\b|\bidentif|\banonym/i.test(text.slice(start, start + 100))
}

/** "speaking from Orrin", "summing up the talks", but not "speaking on condition of anonymity". */
function isParticiple({ document }: StatementPlace, at: number): boolean {
  const verb = document.tokens[at]
  if (verb?.xpos !== 'VBG' || verb.upos !== 'VERB' || isOfName(document, verb)) return false
  return !/^(?:including|following)$/.test(verb.lower)
}

/** "in an audio recording", "at a later meeting". */
function isOccasion({ document }: StatementPlace, at: number): boolean {
  const [preposition, next] = [document.tokens[at], document.tokens[at + 1]]
  return (
    /^(?:in|at|on|during|after)$/.test(preposition?.lower ?? '') &&
    /^(?:an?|her|his|its|their|what)$/.test(next?.lower ?? '')
  )
}
