import type { Span } from '../../records/index.ts'
import {
  childBy,
  childrenBy,
  predicateAt,
  prepositionOf,
  subtreeRange,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { cueRange, isOfSaying, phrase, wholeRange } from './clause.ts'
import { contentSpan } from './content.ts'
import { isPassiveCue } from './passive.ts'
import type { StatementPlace, StatementRule } from './rule.ts'
import type { Frame, ReportingVerb } from './statement-words.ts'

/** What is said stands round a passive: "rebels are believed to have fled", "was blamed for the crash", "men suspected of theft". */
export const passiveCue: StatementRule = {
  name: 'passive-cue',
  starts: 'verb',
  examples: {
    'Rebels are believed to have fled.': '- | are believed | Rebels … to have fled',
    'The driver was blamed for the crash.': '- | was blamed | The driver … for the crash',
    'Two soldiers were reported killed.': '- | were reported | Two soldiers … killed',
    'The rebels are suspected.': '- | are suspected | The rebels',
    'Rebels were told to leave.': '- | were told | to leave',
    'Police arrested two men suspected of theft.': '- | suspected | of theft',
    'The blast was claimed by the group.': 'the group | was claimed | The blast',
    'The attack was attributed to the group.': '- | was attributed | The attack … to the group',
    'The driver was praised.': '-',
    'The driver is known to the police.': '-',
  },
  read(place) {
    const { document, cue, verb } = place
    if (!verb || !isPassiveCue(document, cue) || clauseOf(place)) return undefined
    const rest = restOf(place, verb)
    const subject = subjectOf(place)
    const agent = predicateAt(document, cue.index).agents.find(
      (head) => prepositionOf(document, head) === 'by',
    )
    if (!isRead(verb, { rest, isBare: !subject, isSigned: agent !== undefined })) return undefined
    const isTold = rest !== undefined && isAddressed(place, verb)
    const content = [isTold ? undefined : subject, rest].flatMap((range): Span[] => {
      const span = range && contentSpan(place, range)
      return span ? [span] : []
    })
    if (content.length === 0) return undefined
    const stance =
      (isTold ? verb.needs.get('to') : undefined) ?? verb.needs.get('raise') ?? verb.stance
    const source = agent === undefined ? undefined : phrase(place, agent)
    return { cue: cueRange(place), content, stance, lemma: verb.lemma, ...(source && { source }) }
  },
}

/** "It is feared that …" is another rule's. */
function clauseOf({ document, cue }: StatementPlace): boolean {
  return childrenBy(document, cue.index, 'ccomp', 'csubj').some(({ index }) => index > cue.index)
}

/** Whether the verb's passive says something: of its subject where the verb does so alone ("was blamed"), else with the words that follow it, or with whoever does it. */
function isRead(
  { needs }: ReportingVerb,
  { rest, isBare, isSigned }: { rest: TokenRange | undefined; isBare: boolean; isSigned: boolean },
): boolean {
  const isRaised = RAISING.some((frame) => needs.has(frame))
  if (rest) return isRaised || needs.has('to')
  if (isBare) return false
  return (
    needs.has('of') ||
    (needs.has('np') && needs.has('raise')) ||
    (isSigned && (needs.has('np') || needs.has('deed') || needs.has('word')))
  )
}

/** Frames whose passive tells something of its subject. */
const RAISING: readonly Frame[] = ['raise', 'of', 'as', 'due']

/** "was told to leave": the subject is whom it is said to. */
function isAddressed({ document, cue }: StatementPlace, { needs }: ReportingVerb): boolean {
  return (
    needs.has('to') &&
    childrenBy(document, cue.index, 'xcomp', 'advcl', 'ccomp').some(
      ({ index }) => index > cue.index && childBy(document, index, 'mark')?.lower === 'to',
    )
  )
}

/** The passive's own subject in front of it, a relative pronoun as it stands. */
function subjectOf({ document, cue }: StatementPlace): TokenRange | undefined {
  const subject = childrenBy(document, cue.index, 'nsubj').findLast(
    ({ index }) => index < cue.index,
  )
  if (!subject || subject.lower === 'it') return undefined
  return subtreeRange(document, subject.index, ({ index }) => index === cue.index)
}

/** The words behind the cue that go with it: an infinitive, or a phrase with "of", "as", "for", "on". */
function restOf(
  { document, cue }: StatementPlace,
  { needs }: ReportingVerb,
): TokenRange | undefined {
  const isRest = (child: Token): boolean => {
    if (child.index < cue.index || isOfSaying(document, child)) return false
    const link = linkOf(document, child)
    // "known to the police"
    const isNoun = link === 'to' && childBy(document, child.index, 'mark') === undefined
    if (isNoun) return needs.has('due') || (needs.has('raise') && cue.lemma !== 'know')
    if (link === 'to') return needs.has('raise') || needs.has('to')
    // "were reported killed", "is believed dead"
    if (child.deprel.startsWith('xcomp') && link === '')
      return needs.has('raise') && /^(?:VBN|VBD|JJ)$/.test(child.xpos)
    return (needs.has('of') && LINKS.has(link)) || (needs.has('as') && link === 'as')
  }
  const parts = childrenBy(document, cue.index, 'xcomp', 'advcl', 'obl', 'acl').filter(isRest)
  const [opening, closing] = [parts[0], parts.at(-1)]
  if (!opening || !closing) return undefined
  const { first } = wholeRange(document, opening.index)
  return first <= cue.index ? undefined : { first, last: wholeRange(document, closing.index).last }
}

/** The word that joins a phrase to the cue. */
function linkOf(document: Document, { index }: Token): string {
  const joined = childrenBy(document, index, 'case', 'mark', 'advmod')
  return (
    joined.find(({ lower, deprel }) => !deprel.startsWith('advmod') || lower === 'as')?.lower ?? ''
  )
}

const LINKS = new Set(['of', 'for', 'on', 'over'])
