import type { Document, TokenRange } from '../../text/index.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** A name with a dash closes the quotation, in its line or the next: “We are ready.” – Dana Lor, director. */
export const signature: StatementRule = {
  name: 'signature',
  starts: ['-', '–', '—', '―', '--'],
  examples: {
    '“We are ready to help all who fled.” – Dana Lor, director':
      'Dana Lor, director | – | “We are ready to help all who fled.”',
    '“We are ready to help all who fled.”\n\n— Lor, on whether the clinic has beds':
      'Lor | — | “We are ready to help all who fled.”',
    '“We fled.” ― Maro Tel\n“Nobody helped us.” ― Dana Lor': 'Maro Tel | ― | “We fled.”',
    'The town – Maro – was hit.': '-',
  },
  read(place) {
    const { document, quotations, claimed, cue } = place
    const quotation = quotations.of(cue.index - 1)
    if (quotation < 0 || claimed.has(quotation)) return undefined
    if (quotations.range(quotation).last !== cue.index) return undefined
    const name = document.tokens[cue.index + 1]
    const range = { first: cue.index + 1, last: endOfLine(place) }
    const length = range.last - range.first
    if (name?.upos !== 'PROPN' || length > LONGEST || hasVerb(document, range)) return undefined
    const content = contentSpan(place, quotations.range(quotation))
    if (!content) return undefined
    const own = { first: cue.index, last: cue.index + 1 }
    const rest = { stance: 'asserts', lemma: cue.text, quotations: [quotation] } as const
    return { cue: own, source: { head: name.index, range }, content: [content], ...rest }
  },
}

/** Tokens of a name and what its bearer is. */
const LONGEST = 18

/** The line of the dash may end before its paragraph does; neither a full stop nor what it was said of is part of the name. */
function endOfLine({ document, cue }: StatementPlace): number {
  const { tokens, report } = document
  let at = cue.index + 1
  const limit = at + LONGEST + 1
  const isBroken = (): boolean =>
    report.text.slice(tokens[at - 1]?.end, tokens[at]?.start).includes('\n')
  while (at < tokens.length && at <= limit && !isBroken() && !isAside(document, at)) at += 1
  return tokens[at - 1]?.text === '.' ? at - 1 : at
}

/** ", on whether …", ", after the vote". */
function isAside({ tokens }: Document, at: number): boolean {
  const next = tokens[at + 1]
  return (
    tokens[at]?.text === ',' && /^(?:on|about|after|before|when|during)$/.test(next?.lower ?? '')
  )
}

function hasVerb({ tokens }: Document, { first, last }: TokenRange): boolean {
  return tokens.slice(first, last).some(({ upos }) => upos === 'VERB')
}
