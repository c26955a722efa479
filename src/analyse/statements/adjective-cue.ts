import { childBy, childrenBy, headOf, isNominal, type Token } from '../../text/index.ts'
import type { Stance } from '../../records/index.ts'
import { cueRange, isFinite, markOf, subjectPhrase, wholeRange } from './clause.ts'
import { contentSpan } from './content.ts'
import { endOfParts } from './cue-parts.ts'
import { endOfSaying } from './end-of-saying.ts'
import { isNegated, isOwnThought } from './no-telling.ts'
import type { SourcePhrase, StatementPlace, StatementRule } from './rule.ts'
import type { StatementAdjective } from './statement-words.ts'

/** An adjective says what somebody thinks: "is confident that …", "was critical of the raid". */
export const adjectiveCue: StatementRule = {
  name: 'adjective-cue',
  starts: 'adjective',
  examples: {
    'The aides are confident that the vote was fair.':
      'The aides | are confident | that the vote was fair',
    'The church is critical of the raid.': 'The church | is critical | of the raid',
    'Residents were worried the dam would break.': 'Residents | were worried | the dam would break',
    'It is certain that the dam will break.': '-',
    'The army was not aware of the raid.': '-',
    'I am sure that we will win.': '-',
    'The critical phase of the trial began.': '-',
  },
  read(place) {
    const { document, words, cue } = place
    const word = words.adjectives.get(cue.lower)
    const stance = word && stanceOf(place, word)
    if (!stance || isOwnThought(document, cue)) return undefined
    const source = thinker(place)
    const range = source && contentOf(place, word)
    const content = range && contentSpan(place, range)
    if (!content) return undefined
    return { cue: cueRange(place), source, content: [content], stance, lemma: cue.lower }
  },
}

/** Who is not sure doubts; who is not aware says nothing. */
function stanceOf(
  { document, cue }: StatementPlace,
  { stance }: StatementAdjective,
): Stance | undefined {
  if (!isNegated(document, cue.index)) return stance
  return UNSURE.has(cue.lower) ? 'doubts' : undefined
}

const UNSURE = new Set(['certain', 'confident', 'convinced', 'sure'])

/** The subject, or the noun that the adjective stands behind ("officials, worried that …"). */
function thinker(place: StatementPlace): SourcePhrase | undefined {
  const { document, cue } = place
  const subject = childrenBy(document, cue.index, 'nsubj').findLast(
    ({ index }) => index < cue.index,
  )
  if (subject)
    return isNominal(subject) && !/^(it|there|this|that)$/.test(subject.lower)
      ? subjectPhrase(place, subject)
      : undefined
  const noun = headOf(document, cue.index)
  const isBehind = noun && noun.index < cue.index && /^(acl|amod)/.test(cue.deprel)
  return isBehind && isNominal(noun) ? subjectPhrase(place, noun) : undefined
}

/** The clause or the phrase right behind the adjective. */
function contentOf(place: StatementPlace, { needs }: StatementAdjective) {
  const { document, cue } = place
  const first = cue.index + 1
  const clause = childrenBy(document, cue.index, 'ccomp', 'advcl', 'acl').find(
    ({ index }) => index > cue.index,
  )
  if (clause && isTold(place, clause, needs)) {
    const last = wholeRange(document, clause.index).last
    return { first, last: endOfSaying(place, { first, last }, clause) }
  }
  const next = document.tokens[first]
  if (!next || next.upos !== 'ADP' || !needs.has(next.lower)) return undefined
  return { first, last: endOfSaying(place, { first, last: endOfParts(place, first) }) }
}

/** A clause with the right mark, or one without any that follows at once and has a subject and a verb in a tense. */
function isTold(
  { document, cue }: StatementPlace,
  clause: Token,
  needs: ReadonlySet<string>,
): boolean {
  const mark = markOf(document, clause)
  if (wholeRange(document, clause.index).first !== cue.index + 1) return false
  if (mark === 'that') return needs.has('that')
  if (mark !== undefined) return /^(whether|if)$/.test(mark) && needs.has('whether')
  const hasVerb =
    isFinite(clause) || childrenBy(document, clause.index, 'aux', 'cop').some(isFinite)
  return hasVerb && needs.has('that') && childBy(document, clause.index, 'nsubj') !== undefined
}
