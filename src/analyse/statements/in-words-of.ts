import { childBy, childrenBy, prepositionOf, type TokenRange } from '../../text/index.ts'
import { phrase, relativeClauseRound, reportOf, wholeRange } from './clause.ts'
import { trim } from './trim.ts'
import { contentAround } from './content.ts'
import type { SourcePhrase, StatementPlace, StatementRule } from './rule.ts'

/** "in the words of their captain", "in his view", "by the count of the bishops": the sentence around it is what they say. */
export const inWordsOf: StatementRule = {
  name: 'in-words-of',
  starts: ['view', 'opinion', 'words', 'eyes', 'count', 'tally', 'account', 'reckoning', 'telling'],
  examples: {
    'In the view of the mayor, the road is safe.': 'the mayor | In the view of | the road is safe',
    'Nine died, by the count of the bishops.': 'the bishops | by the count of | Nine died',
    'In his view, the road is safe.': 'his | view | the road is safe',
    'In view of the rain, the road was shut.': '-',
    'She looked him in the eyes.': '-',
    'The mayor has a view of the road.': '-',
  },
  read(place) {
    const { document, cue } = place
    const whole = trim(document, wholeRange(document, cue.index))
    const link = document.tokens[whole.first]
    if (!link || !/^(in|by)$/.test(link.lower) || prepositionOf(document, cue.index) !== link.lower)
      return undefined
    if (!isSetOff(place, whole)) return undefined
    const found = sourceIn(place, whole)
    if (!found) return undefined
    const around = relativeClauseRound(place, whole.first) ?? reportOf(place)
    // "a family, in the words of their captain, “that nobody would choose”": the words are what follows.
    const isQuoting = cue.lemma === 'word' && whole.first > around.first
    const range = isQuoting ? { first: whole.last, last: around.last } : around
    const last = Math.max(found.source.range.last, found.cue.last)
    const content = contentAround(place, range, { ...whole, last })
    if (content.length === 0) return undefined
    return { ...found, content, stance: 'asserts', lemma: cue.lemma }
  },
}

/** At the head of the sentence, or behind a comma. */
function isSetOff({ document, sentence }: StatementPlace, { first, last }: TokenRange): boolean {
  const opens = first === sentence.first || /^[,;—–]$/.test(document.tokens[first - 1]?.text ?? '')
  const hasComma = document.tokens.slice(first, last + 1).some(({ text }) => /^[,;.—–]$/.test(text))
  return opens && (hasComma || last >= sentence.last)
}

/** Whose words they are: "of their captain", "his". */
function sourceIn(
  place: StatementPlace,
  { first, last }: TokenRange,
): { source: SourcePhrase; cue: TokenRange } | undefined {
  const { document, cue } = place
  const owner = childBy(document, cue.index, 'nmod:poss')
  const alone = { first: cue.index, last: cue.index + 1 }
  // "in his own words": of whoever the sentence tells of anyway.
  if (owner && cue.lemma === 'word') return undefined
  if (owner) {
    const { head, range } = phrase(place, owner.index)
    const isMarked = document.tokens[range.last - 1]?.xpos === 'POS'
    return {
      source: { head, range: isMarked ? { ...range, last: range.last - 1 } : range },
      cue: alone,
    }
  }
  const of = childrenBy(document, cue.index, 'nmod').find(
    ({ index }) => prepositionOf(document, index) === 'of',
  )
  const isNamed = of && childBy(document, cue.index, 'det')?.lower === 'the'
  if (!isNamed || document.tokens[cue.index + 1]?.lower !== 'of') return undefined
  const comma = document.tokens.slice(of.index, last).find(({ text }) => text === ',')
  const source = { head: of.index, range: { first: cue.index + 2, last: comma?.index ?? last } }
  return { source, cue: { first, last: cue.index + 2 } }
}
