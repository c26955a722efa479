import type { TokenRange } from '../../text/index.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementReading, StatementRule } from './rule.ts'

/** A sign stands for the cue: in a heading between its source and what is said, on either side; elsewhere between somebody and his words ("A guard by the gate: “Run!”"). */
export const headingColon: StatementRule = {
  name: 'heading-colon',
  starts: [':', '–', '—', '-'],
  examples: {
    'Police: two dead in blast\n\nTwo men died in a blast on Monday, it was reported.':
      'Police | : | two dead in blast',
    'Army has left the town – mayor\n\nThe last lorries were seen at noon.':
      'mayor | – | Army has left the town',
    'The post has fallen. A guard by the gate: “They came at night and took the keys.”':
      'A guard by the gate | : | “They came at night and took the keys.”',
    'Blast: what we know\n\nTwo men died in a blast on Monday.': '-',
    'Talks in Darun – a summary\n\nTwo men met on Monday.': '-',
  },
  read(place) {
    const { document, cue, sentence } = place
    const paragraph = document.paragraphs[sentence.paragraph]
    const isHeading = paragraph?.kind === 'heading' || sentence.index === 0
    const before = { first: sentence.first, last: cue.index }
    const after = { first: cue.index + 1, last: sentence.last }
    if (cue.text === ':')
      return spokenBy(place) ?? (isHeading ? told(place, before, after) : undefined)
    return isHeading && isSetOff(place) ? told(place, withoutStop(place, after), before) : undefined
  },
}

/** The reading where the one side names a source and the other says something. */
function told(
  place: StatementPlace,
  source: TokenRange,
  said: TokenRange,
): StatementReading | undefined {
  const head = sourceHead(place, source)
  if (head === undefined || said.last - said.first < 3) return undefined
  const content = contentSpan(place, said)
  const cue = { first: place.cue.index, last: place.cue.index + 1 }
  const rest = { stance: 'asserts', lemma: place.cue.text } as const
  return content && { cue, source: { head, range: source }, content: [content], ...rest }
}

/** A dash with a space before it, and behind it a word for a source: no hyphen, no score. */
function isSetOff({ document, cue, sentence, words }: StatementPlace): boolean {
  const last = document.tokens[sentence.last - 1]
  const head = last?.text === '.' ? document.tokens[sentence.last - 2] : last
  const isSpaced = (document.tokens[cue.index - 1]?.end ?? 0) < cue.start
  return isSpaced && head !== undefined && words.sources.has(head.lowerLemma)
}

function withoutStop({ document }: StatementPlace, { first, last }: TokenRange): TokenRange {
  return { first, last: document.tokens[last - 1]?.text === '.' ? last - 1 : last }
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
  const type = before.some(({ upos }) => upos === 'ADP') ? undefined : mentions.at(head.index)?.type
  return type && SPEAKERS.has(type) ? head.index : undefined
}

const SPEAKERS = new Set<string>(['person', 'armed-group', 'state-force', 'government', 'media'])

/** Somebody's words behind a colon: a quotation that follows a phrase without a main verb, headed by a word for people. */
function spokenBy(place: StatementPlace): StatementReading | undefined {
  const { document, cue, quotations, claimed, words, mentions } = place
  const quotation = quotations.of(cue.index + 1)
  if (quotation < 0 || claimed.has(quotation) || quotations.of(cue.index) >= 0) return undefined
  const first = segmentFrom(place, afterHour(place))
  const before = document.tokens.slice(first, cue.index)
  if (before.length === 0 || before.length > LONGEST) return undefined
  const head = before.find(({ upos, lower, lowerLemma, index }) => {
    const isKnown = words.sources.has(lower) || words.sources.has(lowerLemma)
    const type = mentions.byHead(index)?.type
    return /^(NOUN|PROPN)$/.test(upos) && (isKnown || (type !== undefined && SPEAKERS.has(type)))
  })
  if (!head || before.some(isMainVerb)) return undefined
  const content = contentSpan(place, quotations.range(quotation))
  const own = { first: cue.index, last: cue.index + 1 }
  const aside = before.find(({ index }) => index > head.index && isAside(place, index))
  const source = { head: head.index, range: { first, last: aside?.index ?? cue.index } }
  const rest = { stance: 'asserts', lemma: ':', quotations: [quotation] } as const
  return content && { cue: own, source, content: [content], ...rest }
}

/** "Navy shells village; ministry: “an error”": the words behind the last break. */
function segmentFrom({ document, cue }: StatementPlace, from: number): number {
  for (let at = cue.index - 1; at > from; at -= 1)
    if (/^(?:[;–—]|--)$/.test(document.tokens[at]?.text ?? '')) return at + 1
  return from
}

/** "…, near the gate", "… to reporters": where and to whom it was said. */
function isAside({ document }: StatementPlace, index: number): boolean {
  const [token, next] = [document.tokens[index], document.tokens[index + 1]]
  return token?.lower === 'to' || (token?.text === ',' && next?.upos === 'ADP')
}

/** Tokens of a phrase that names who speaks. */
const LONGEST = 14

function isMainVerb({
  upos,
  xpos,
  deprel,
}: {
  upos: string
  xpos: string
  deprel: string
}): boolean {
  return /^(VERB|AUX)$/.test(upos) && /^VB[DZP]$/.test(xpos) && !deprel.startsWith('acl')
}

/** "13:20 A guard: …": the hour of a log is no part of who speaks. */
function afterHour({ document, sentence }: StatementPlace): number {
  const { first } = sentence
  return /^\d{1,2}[:.]\d\d$/.test(document.tokens[first]?.text ?? '') ? first + 1 : first
}
