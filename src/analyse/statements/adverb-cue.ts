import { childrenBy, headOf, subtreeRange, type Token } from '../../text/index.ts'
import { wholeRange } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** "allegedly", "reportedly" before a verb: somebody says so, and the report does not say who. */
export const adverbCue: StatementRule = {
  name: 'adverb-cue',
  starts: ['allegedly', 'reportedly', 'purportedly', 'supposedly'],
  examples: {
    'Three guards reportedly fled to Selin.': '- | reportedly | Three guards … fled to Selin',
    'The porter, who allegedly took the key, is free.': '- | allegedly | who … took the key',
    'The allegedly stolen boat sank.': '-',
  },
  read(place) {
    const { document, cue } = place
    const verb = headOf(document, cue.index)
    if (!verb || !/^(VERB|AUX)$/.test(verb.upos) || verb.deprel.startsWith('amod')) return undefined
    const before = clauseBefore(place, verb)
    const { last } = wholeRange(document, verb.index)
    const content = [before, { first: cue.index + 1, last }].flatMap((range) =>
      range && range.last > range.first ? (contentSpan(place, range) ?? []) : [],
    )
    const range = { first: cue.index, last: cue.index + 1 }
    return { cue: range, content, stance: 'claims', lemma: cue.lower }
  },
}

/** The subject up to the adverb, with the helpers between. */
function clauseBefore({ document, cue }: StatementPlace, verb: Token) {
  const subject = childrenBy(document, verb.index, 'nsubj').findLast(
    ({ index }) => index < cue.index,
  )
  if (!subject) return undefined
  const { first } = subtreeRange(document, subject.index)
  return { first, last: cue.index }
}
