import type { Token, TokenRange } from '../../text/index.ts'
import { phrase, relativeClauseRound, reportOf, wholeRange } from './clause.ts'
import { contentAround } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** "according to X": the sentence around it is what X says. */
export const accordingTo: StatementRule = {
  name: 'according-to',
  starts: ['according'],
  examples: {
    'Two men died, according to the police.': 'the police | according to | Two men died',
    'According to Dana Lor, two men died.': 'Dana Lor | According to | two men died',
    'Two men died, according to the police; the army is silent.':
      'the police | according to | Two men died',
    'They acted according to plan.': '-',
    'There is a rule according to which guards are paid.': '-',
  },
  read(place) {
    const { document, cue } = place
    if (document.tokens[cue.index + 1]?.lower !== 'to') return undefined
    const range = { first: cue.index, last: cue.index + 2 }
    if (RELATIVE.test(document.tokens[range.last]?.lower ?? '')) return undefined
    const head = headAfter(place, range.last)
    if (head === undefined || MANNER.has(document.tokens[head]?.lemma ?? '')) return undefined
    const source = phrase(place, head)
    const start = Math.max(source.range.first, range.last)
    const limit = Math.min(source.range.last, reportOf(place).last)
    const end = endOfPhrase(place, { first: start, last: limit })
    const named = { head, range: { first: start, last: end } }
    const hole = { first: cue.index, last: end }
    const content = contentAround(place, clauseOf(place), hole)
    if (content.length === 0) return undefined
    return { cue: range, source: named, content, stance: 'asserts', lemma: 'according-to' }
  },
}

/** "a decree according to which": the noun before it says so, and says nothing of the sentence around. */
const RELATIVE = /^(which|whom)$/

/** "according to plan": how, not who. */
const MANNER = new Set(['plan', 'schedule', 'law', 'rule', 'custom', 'tradition', 'need', 'size'])

/** The noun that the phrase hangs on, by the tree or as the first noun after it. */
function headAfter({ document, cue, sentence }: StatementPlace, from: number): number | undefined {
  const above = cue.head
  if (above >= from && above < sentence.last && above < from + 20) return above
  for (let at = from; at < Math.min(sentence.last, from + 12); at += 1)
    if (/^(NOUN|PROPN|PRON)$/.test(document.tokens[at]?.upos ?? '')) return at
  return undefined
}

/** At the head of a sentence the phrase ends at its comma. */
function endOfPhrase({ document, cue, sentence }: StatementPlace, range: TokenRange): number {
  const isFirst = cue.index - sentence.first <= 1
  if (!isFirst) return range.last
  for (let at = range.first; at < range.last; at += 1)
    if (document.tokens[at]?.text === ',' && !goesOn(document.tokens[at + 1])) return at
  return range.last
}

/** ", the mayor", ", which was read out": what tells of the source. */
function goesOn(token: Token | undefined): boolean {
  return token?.upos === 'DET' || token?.xpos.startsWith('W') === true
}

/** The clause that the phrase stands in: between coordinated clauses its own, else what is reported; in a relative clause ("which, according to the mayor, …") that clause. */
function clauseOf(place: StatementPlace): TokenRange {
  const { document, cue } = place
  const whole = reportOf(place)
  const noun = document.tokens[cue.head]
  const verb = noun && noun.head >= 0 ? document.tokens[noun.head] : undefined
  const clause = relativeClauseRound(place, cue.index)
  if (clause) return { ...clause, last: Math.min(Math.max(clause.last, cue.index), whole.last) }
  const isInside = verb !== undefined && verb.index >= whole.first && verb.index < whole.last
  if (!isInside || !verb.deprel.startsWith('conj')) return whole
  const own = wholeRange(document, verb.index)
  return { first: Math.max(own.first, whole.first), last: whole.last }
}
