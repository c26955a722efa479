import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** A name with a dash closes the quotation: “We are ready.” – Dana Lor, director. */
export const signature: StatementRule = {
  name: 'signature',
  starts: ['-', '–', '—', '―', '--'],
  examples: {
    '“We are ready to help all who fled.” – Dana Lor, director':
      'Dana Lor, director | – | “We are ready to help all who fled.”',
    'The town – Maro – was hit.': '-',
  },
  read(place) {
    const { document, quotations, claimed, cue, sentence } = place
    const quotation = quotations.of(cue.index - 1)
    if (quotation < 0 || claimed.has(quotation)) return undefined
    if (quotations.range(quotation).last !== cue.index) return undefined
    const name = document.tokens[cue.index + 1]
    const paragraph = document.paragraphs[sentence.paragraph]
    const isLast = paragraph !== undefined && sentence.index === paragraph.lastSentence - 1
    const range = { first: cue.index + 1, last: sentence.last }
    const length = range.last - range.first
    if (name?.upos !== 'PROPN' || !isLast || length > 18 || hasVerb(place)) return undefined
    const content = contentSpan(place, quotations.range(quotation))
    if (!content) return undefined
    const own = { first: cue.index, last: cue.index + 1 }
    const rest = { stance: 'asserts', lemma: cue.text, quotations: [quotation] } as const
    return { cue: own, source: { head: name.index, range }, content: [content], ...rest }
  },
}

function hasVerb({ document, cue, sentence }: StatementPlace): boolean {
  return document.tokens.slice(cue.index, sentence.last).some(({ upos }) => upos === 'VERB')
}
