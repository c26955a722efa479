import type { Document, Token, TokenRange } from '../../text/index.ts'
import type { SourcePhrase, StatementPlace } from './rule.ts'

/** Most tokens before the cue that its subject is sought in. */
const REACH = 60

/**
 * The noun phrase that opens the cue's clause, where it is told from the cue by commas or a clause of its own: "; the owner, a company in Selin, | says", "A man who answered | said".
 * For where the tree loses it; undefined where the words before the cue are anything else.
 */
export function clauseSubject(
  { document, sentence }: Pick<StatementPlace, 'document' | 'sentence'>,
  end: number,
): SourcePhrase | undefined {
  const { tokens } = document
  const opening = openingOf(document, { first: Math.max(sentence.first, end - REACH), last: end })
  const first = skipOccasion(document, { first: opening, last: end })
  const noun = nounOf(document, { first, last: end })
  if (!noun) return undefined
  // "Dana Lor (Orrin)", "Political observers in Selin"
  if (noun.last === end)
    return noun.isJoined ? { head: noun.head, range: { first, last: end } } : undefined
  const isApart = tokens[noun.last]?.text === ',' && tokens[end - 1]?.text === ','
  const aside = { first: noun.last + (isApart ? 1 : 0), last: isApart ? end - 1 : end }
  if (aside.last <= aside.first || !isAside(document, aside, isApart)) return undefined
  return { head: noun.head, range: { first, last: aside.last } }
}

/** Where the cue's clause opens: behind a semicolon, a colon, a quotation mark, or a conjunction behind a comma. */
function openingOf({ tokens }: Document, { first, last }: TokenRange): number {
  for (let at = last - 1; at > first; at -= 1) {
    const [token, before] = [tokens[at], tokens[at - 1]]
    if (/^[;:“”"–—]$/.test(token?.text ?? '')) return at + 1
    if (token?.upos === 'CCONJ' && /^[,;]$/.test(before?.text ?? '')) return at + 1
  }
  return first
}

/** "on Wednesday *its commander*", "In public *the biggest*", "Two days after the blast *a group*". */
function skipOccasion({ tokens }: Document, { first, last }: TokenRange): number {
  const isCounted = tokens[first]?.upos === 'NUM' && SPAN.test(tokens[first + 1]?.lower ?? '')
  const from = isCounted ? first + 2 : first
  if (tokens[from]?.upos !== 'ADP') return first
  for (let at = from + 1; at < Math.min(last, from + 5); at += 1) {
    const isOpened = tokens[at]?.upos === 'DET' || tokens[at]?.xpos === 'PRP$'
    if (isOpened && (!isCounted || at > from + 1)) return at
    if (!isOpened && !/^(?:NOUN|PROPN|NUM|ADJ)$/.test(tokens[at]?.upos ?? '')) return first
  }
  return first
}

/** What is counted from a day. */
const SPAN = /^(?:minute|hour|day|week|month|year)s?$/

/** A noun phrase from the first token on: its head, and where its plain words end. */
function nounOf(
  { tokens }: Document,
  { first, last }: TokenRange,
): { head: number; last: number; isJoined: boolean } | undefined {
  let head: number | undefined
  let at = first
  let isBehind = false
  let isJoined = false
  for (; at < last; at += 1) {
    const token = tokens[at]
    const isLink = head !== undefined && isLinked(tokens, at)
    if (!isPlain(token) && !isLink) break
    if (isLink) isJoined = true
    if (token?.upos === 'ADP' || isLink) isBehind ||= token?.text !== '-'
    if (!isBehind && (/^(?:NOUN|PROPN)$/.test(token?.upos ?? '') || token?.lower === 'one'))
      head = at
  }
  return head === undefined ? undefined : { head, last: at, isJoined }
}

/** "Political observers *in* Velka *and* around it", "Jean*-*Marc", "Dana Lor *(*Orrin*)*": what joins the words of one noun phrase. */
function isLinked(tokens: Document['tokens'], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.text === '-') return before?.upos === 'PROPN' && next?.upos === 'PROPN'
  return /^(?:in|at|from|for|and|around|across|[()])$/.test(token?.lower ?? '')
}

function isPlain(token: Token | undefined): boolean {
  if (!token || /^W/.test(token.xpos)) return false
  return /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(token.upos) || /^(?:of|['’]s?)$/.test(token.lower)
}

/** Between commas a clause with "who", a participle, or words without a verb; without commas one with "who". */
function isAside(document: Document, { first, last }: TokenRange, isApart: boolean): boolean {
  const words = document.tokens.slice(first, last)
  const [opener, second] = words
  const isRelative = [opener, second].some((word) => /^W[PD]/.test(word?.xpos ?? ''))
  const comma = words.findIndex(({ text }) => text === ',')
  const verbs = words.filter(({ xpos }) => /^VB[DZP]$|^MD$/.test(xpos))
  // "Two nurses, evacuated the same day, | said": a participle may be tagged as a past.
  const isParticiple = opener?.xpos === 'VBD' && opener.lower.endsWith('ed') && verbs.length === 1
  if (!isRelative) return isApart && (verbs.length === 0 || isParticiple)
  if (words.at(-1)?.upos === 'CCONJ' || opener?.text === ',') return false
  const isOneClause = verbs.every(({ index }) => comma < 0 || index < first + comma)
  return isOneClause && (isApart || verbs.length < 2)
}
