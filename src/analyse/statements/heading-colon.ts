import type { TokenRange } from '../../text/index.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** A heading names its source before a colon: "Police: Two dead in blast". */
export const headingColon: StatementRule = {
  name: 'heading-colon',
  starts: [':'],
  examples: {
    'Police: two dead in blast\n\nTwo men died in a blast on Monday, it was reported.':
      'Police | : | two dead in blast',
    'Blast: what we know\n\nTwo men died in a blast on Monday.': '-',
  },
  read(place) {
    const { document, cue, sentence } = place
    const paragraph = document.paragraphs[sentence.paragraph]
    const isHeading = paragraph?.kind === 'heading' || sentence.index === 0
    if (!isHeading) return undefined
    const range = { first: sentence.first, last: cue.index }
    const head = sourceHead(place, range)
    if (head === undefined) return undefined
    const content = contentSpan(place, { first: cue.index + 1, last: sentence.last })
    if (!content || sentence.last - cue.index < 4) return undefined
    const cueWord = { first: cue.index, last: cue.index + 1 }
    return {
      cue: cueWord,
      source: { head, range },
      content: [content],
      stance: 'asserts',
      lemma: ':',
    }
  },
}

/** The last word of up to five, where it is a word for a source or the name of one. */
function sourceHead(
  { document, words, mentions }: StatementPlace,
  range: TokenRange,
): number | undefined {
  const { first, last } = range
  if (last <= first || last - first > 5) return undefined
  const head = document.tokens[last - 1]
  const before = document.tokens.slice(first, last)
  if (!head || before.some(({ upos }) => upos === 'VERB')) return undefined
  if (words.sources.has(head.lower) || words.sources.has(head.lowerLemma)) return head.index
  const type = mentions.at(head.index)?.type
  return type && SPEAKERS.has(type) ? head.index : undefined
}

const SPEAKERS = new Set<string>(['person', 'armed-group', 'state-force', 'government', 'media'])
