import type { NamedRule, Span } from '../../records/index.ts'
import { rangeSpan, type Document, type Token, type TokenRange } from '../../text/index.ts'
import { isFinite } from './clause.ts'
import type { Draft } from './draft.ts'

/** A second source and what he says, with the cue of the clause before left out: "The army counted nine dead, the elders 14". */
export const lentCue: NamedRule = {
  name: 'lent-cue',
  examples: {
    'The army counted nine dead, the elders 14.': '14',
    'The group says that two died; the ministry, that nobody did.': 'that nobody did',
    'The gangs blamed the police, the police the gangs.': 'the gangs',
    'The army blames rebels; the union, the guards.': 'the guards',
    'The army counted nine dead; the elders left.': '-',
    'The army blamed the rebels, the police and the guards.': '-',
    'The army said two had died; the mayor, Dana Lor, left.': '-',
  },
}

/** The statements whose cue the one before lends them; what that one says ends before them. */
export function lendCues(drafts: readonly Draft[], document: Document): Draft[] {
  return drafts.flatMap((draft) => {
    const found = draft.quotations.length > 0 ? undefined : gapBehind(draft, document)
    if (!found || !draft.cue) return [draft]
    const end = document.tokens[found.sign]?.start ?? 0
    const content = draft.content.flatMap((span): Span[] =>
      span.start >= end ? [] : [{ start: span.start, end: Math.min(span.end, end) }],
    )
    const { cue, lemma, stance, at } = draft
    const said = [rangeSpan(document, found.said)]
    const source = { head: headIn(document, found.source), range: found.source }
    const lent = { at, cue, stance, source, content: said, quotations: [] }
    return [
      { ...draft, content },
      { rule: lentCue.name, ...lent, ...(lemma !== undefined && { lemma }) },
    ]
  })
}

/** The last noun before "of". */
function headIn({ tokens }: Document, { first, last }: TokenRange): number {
  const of = tokens.slice(first, last).findIndex(({ lower }) => lower === 'of')
  return of < 0 ? last - 1 : first + of - 1
}

interface Gap {
  /** The comma or semicolon before it. */
  readonly sign: number
  readonly source: TokenRange
  readonly said: TokenRange
}

/** Tokens behind a cue in which a gap is sought. */
const REACH = 60

function gapBehind({ at, cue, source, content }: Draft, document: Document): Gap | undefined {
  const { tokens } = document
  const sentence = document.sentences[tokens[at]?.sentence ?? -1]
  const first = content[0]
  if (!sentence || !cue || !source || !first || source.range.first >= cue.last) return undefined
  if (first.start < (tokens[at]?.end ?? 0)) return undefined
  const last = Math.min(sentence.last, at + REACH)
  for (let sign = cue.last + 1; sign < last; sign += 1) {
    const text = tokens[sign]?.text
    if (text !== ',' && text !== ';') continue
    const gap = gapAt(document, sign, sentence.last)
    if (gap && fits(document, gap, { first: cue.last, last: sign })) return gap
  }
  return undefined
}

/** A noun phrase and the rest of the clause behind a sign: told apart by a comma, by a number, or by the article of the rest. */
function gapAt({ tokens }: Document, sign: number, end: number): Gap | undefined {
  const first = sign + 1
  let last = first
  while (last < end && last < first + LONGEST && isNounWord(tokens[last], last > first)) last += 1
  const isApart = tokens[last]?.text === ',' && tokens[sign]?.text === ';'
  const said = { first: isApart ? last + 1 : last, last: endOfPart(tokens, last + 1, end) }
  const isNoun = /^(?:NOUN|PROPN)$/.test(tokens[last - 1]?.upos ?? '')
  if (!isNoun || tokens[first]?.upos === 'NUM' || said.last <= said.first) return undefined
  return { sign, source: { first, last }, said }
}

/** Tokens of a source that lends its cue from elsewhere. */
const LONGEST = 8

/** An article opens the next phrase. */
function isNounWord(token: Token | undefined, isInside: boolean): boolean {
  if (!token) return false
  if (token.upos === 'DET' || token.xpos === 'PRP$') return !isInside
  return /^(?:ADJ|NOUN|PROPN)$/.test(token.upos) || /^(?:of|['’]s?)$/.test(token.lower)
}

/** The next semicolon or the end, without its stop. */
function endOfPart(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from; at < end; at += 1) if (tokens[at]?.text === ';') return at
  return tokens[end - 1]?.text === '.' ? end - 1 : end
}

/** Whether the rest is like what the cue tells: a clause with "that" like one, a number like a number, a noun like a noun; no verb of its own, no list. */
function fits({ tokens }: Document, { sign, said }: Gap, before: TokenRange): boolean {
  const [rest, told] = [said, before].map(({ first, last }) => tokens.slice(first, last))
  const opener = rest?.[0]
  if (!rest || !told || !opener) return false
  if (opener.lower === 'that')
    return told.some(({ lower }) => lower === 'that') && tokens[sign]?.text === ';'
  if (rest.some((token) => isFinite(token) || token.text === ',' || token.upos === 'CCONJ'))
    return false
  if (opener.upos === 'NUM' || opener.upos === 'ADP')
    return (
      told.some(({ upos }) => upos === 'NUM') &&
      rest.some(({ upos }) => upos === 'NUM') &&
      rest.length < 8
    )
  return opener.upos === 'DET' && rest.length < 6 && !told.some((token) => isFinite(token))
}
