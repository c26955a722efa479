import type { Span } from '../../records/index.ts'
import { cueRange, isFinite, sourceOf } from './clause.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** A paragraph ends with a cue and a colon: the next one, set without marks, is what is said. */
export const paragraphBehindColon: StatementRule = {
  name: 'paragraph-behind-colon',
  starts: 'verb',
  examples: {
    'The mayor added:\n\nNobody will have to leave. The bridge is safe.\n\nThe army left on Monday.':
      'The mayor | added | Nobody will have to leave. The bridge is safe',
    'We, the Front, declare to the people of Darun:\n\nThe bridge was ours.':
      'We, the Front | declare | The bridge was ours',
    'The mayor published these rules:\n\nNobody may leave.': '-',
    'The mayor added:\n\n- a bridge\n- a road': '-',
  },
  read(place) {
    const { verb, cue, document, sentence } = place
    if (!verb?.needs.has('quote') || !verb.needs.has('clause') || /^VB[GN]$/.test(cue.xpos))
      return undefined
    const own = cueRange(place)
    const last = document.tokens[sentence.last - 1]
    if (last?.text !== ':' || !isBare(place, own.last, sentence.last - 1)) return undefined
    const content = paragraphBehind(place)
    const source = content && sourceOf(place)
    if (!source) return undefined
    const { stance, lemma } = verb
    return { cue: own, source, content: [content], stance, lemma }
  },
}

/** Nothing but whom, when and where it was said stands between cue and colon. */
function isBare({ document, quotations }: StatementPlace, first: number, last: number): boolean {
  const between = document.tokens.slice(first, last)
  if (between.length > FARTHEST || quotations.of(last - 1) >= 0) return false
  return between.every((token) => !isFinite(token) && token.upos !== 'SCONJ' && token.text !== '“')
}

/** Tokens between cue and colon. */
const FARTHEST = 15

/** The text paragraph after the one that the cue's sentence closes, without the stop at its end. */
function paragraphBehind({ document, sentence }: StatementPlace): Span | undefined {
  const { paragraphs, text } = document
  const [own, next] = [paragraphs[sentence.paragraph], paragraphs[sentence.paragraph + 1]]
  const isLast = own?.lastSentence === sentence.index + 1
  if (!isLast || next?.kind !== 'text') return undefined
  const words = text.slice(next.start, next.end).trimEnd()
  if (!/^\p{L}/u.test(words) || /:$/.test(words)) return undefined
  return { start: next.start, end: next.start + words.replace(/\.$/, '').length }
}
