import { childBy, isPassive, predicateAt, subtree, subtreeRange } from '../../text/index.ts'
import { cueRange, phrase } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementRule } from './rule.ts'

/** What is said stands round a passive: "rebels are believed to have fled". */
export const raisedSubject: StatementRule = {
  name: 'raised-subject',
  starts: 'verb',
  examples: {
    'Rebels are believed to have fled.': '- | are believed | Rebels … to have fled',
    'Rebels were told to leave.': '-',
  },
  read(place) {
    const { document, cue } = place
    const { verb } = place
    if (!verb || !RAISING.has(verb.lemma) || !isPassive(document, cue.index)) return undefined
    const subject = childBy(document, cue.index, 'nsubj:pass', 'nsubj')
    const clause = childBy(document, cue.index, 'xcomp')
    if (!subject || !clause || clause.index < cue.index) return undefined
    const all = subtree(document, clause.index)
    const spans = [
      contentSpan(
        place,
        subtreeRange(document, subject.index, ({ index }) => index === cue.index),
      ),
      contentSpan(place, { first: all[0] ?? clause.index, last: (all.at(-1) ?? clause.index) + 1 }),
    ].flatMap((span) => span ?? [])
    if (spans.length < 2 || subject.index > cue.index) return undefined
    const agent = predicateAt(document, cue.index).agents[0]
    return {
      cue: cueRange(place),
      content: spans,
      stance: verb.stance,
      lemma: verb.lemma,
      ...(agent !== undefined && { source: phrase(place, agent) }),
    }
  },
}

/** Verbs whose passive says what somebody thinks of its subject. */
const RAISING = new Set(
  'believe expect say think report allege suspect know estimate consider fear presume understand claim assume predict'.split(
    ' ',
  ),
)
