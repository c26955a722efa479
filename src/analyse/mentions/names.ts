import { childBy, type Document, type Token, type TokenRange } from '../../text/index.ts'
import type { MentionContext } from './context.ts'
import { lookUpNoun } from './words.ts'

interface Place {
  readonly head: Token
  readonly tight: TokenRange
  readonly context: MentionContext
}

/** The name in a noun phrase, without titles and roles before it: "Abdi Warsame" in "Foreign Minister Abdi Warsame". */
export function nameWithin(document: Document, place: Place): TokenRange | undefined {
  const { head, tight, context } = place
  const start = isNameWord(document, head.index) ? head.index : firstNameBehind(document, place)
  if (start === undefined) return undefined
  let first = start
  while (first > tight.first && continuesName(document, first - 1, context)) first -= 1
  let last = start + 1
  while (last < tight.last && continuesName(document, last, context)) last += 1
  while (first < start && !isNameWord(document, first) && !/^\d/.test(wordAt(document, first)))
    first += 1
  while (last > start + 1 && !isNameWord(document, last - 1)) last -= 1
  if (isRoleOnly(document, { first, last }, place)) return undefined
  const range = withoutTitles(document, { first, last }, context)
  return extended(document, { range, head, context })
}

/** Whether a token is written as (a part of) a name. */
export function isNameWord({ tokens, capitals }: Document, at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  const isCapital = /^\p{Lu}/u.test(token.text)
  if (token.upos === 'PROPN') return isCapital || capitals || /^\p{N}/u.test(token.text)
  if (!isCapital || capitals) return false
  // "Islamic Emirate": an adjective in a name is tagged NNP; "K" of "Daesh-K" is tagged as it comes.
  return (
    token.xpos.startsWith('NNP') ||
    (token.end - token.start > 1 &&
      token.text === token.text.toUpperCase() &&
      token.upos !== 'PRON')
  )
}

function continuesName(document: Document, at: number, { words }: MentionContext): boolean {
  const token = document.tokens[at]
  if (!token) return false
  if (isNameWord(document, at)) return true
  if (token.text === '-' || token.text === '–')
    return (
      document.tokens[at - 1]?.end === token.start && document.tokens[at + 1]?.start === token.end
    )
  if (/^(?:\p{Lu}\.?|\d{1,4}(?:st|nd|rd|th))$/u.test(token.text)) return true
  return words.is('particle', token.lower) || isAdjectiveOfName(token)
}

/** "Syrian Democratic Forces": capitalised adjectives between names. */
function isAdjectiveOfName({ upos, text, deprel }: Token): boolean {
  return (upos === 'ADJ' || upos === 'NOUN') && /^\p{Lu}/u.test(text) && deprel !== 'root'
}

/** "news agency Amaq", "spokesman Omar Daud": the name hangs on the noun before it. */
function firstNameBehind(document: Document, { head, tight }: Place): number | undefined {
  for (let at = head.index + 1; at < tight.last; at += 1) if (isNameWord(document, at)) return at
  return undefined
}

/** "Foreign Minister", "the President": a role in capitals names nobody; a single bare word may be a family name. */
function isRoleOnly(
  document: Document,
  { first, last }: TokenRange,
  { head, context }: Place,
): boolean {
  const isBare = last - first === 1 && !childBy(document, head.index, 'det')
  if (isBare && head.deprel !== 'nmod:desc') return false
  for (let at = first; at < last; at += 1)
    if (context.words.firstNames.has(wordAt(document, at))) return false
  return lookUpNoun(context.words.roles, document, { first, head: last - 1 }) !== undefined
}

function wordAt({ tokens }: Document, at: number): string {
  return tokens[at]?.lower ?? ''
}

/** Leaves out titles and roles at the head of a name, unless nothing or a body's name would be left. */
function withoutTitles(
  document: Document,
  range: TokenRange,
  { words }: MentionContext,
): TokenRange {
  const last = document.tokens[range.last - 1]
  const isBody =
    last && lookUpNoun(words.organisations, document, { first: range.last - 1, head: last.index })
  if (isBody) return range
  let first = range.first
  for (let at = range.first; at < range.last - 1; at += 1) {
    const token = document.tokens[at]
    if (!token) break
    const isRole = lookUpNoun(words.roles, document, { first: range.first, head: at }) !== undefined
    // "Abdi Sheikh Nur": behind a name's first word a title is part of the name.
    const isTitle = at === first && isTitleAt(document, at, words.titles)
    const isGiven = words.firstNames.has(token.lower)
    const isInName = at > first && words.firstNames.has(wordAt(document, at - 1))
    if ((isRole || isTitle) && !isGiven && !isInName) first = at + 1
    // "Deputy Secretary of State Omar Daud": behind "of" the name begins with the given name.
    if (isGiven && at > first && isAfterOf(document, first)) first = at
  }
  return { first, last: range.last }
}

function isAfterOf(document: Document, first: number): boolean {
  return /^(?:of|to|for)$/.test(wordAt(document, first - 1))
}

function isTitleAt({ tokens }: Document, at: number, titles: ReadonlySet<string>): boolean {
  const token = tokens[at]
  if (!token) return false
  return titles.has(token.lower) || titles.has(`${token.lower}.`)
}

/** "Ministry of Defence", "Islamic State of Iraq and the Levant": the name of a body goes on behind "of". */
function extended(
  document: Document,
  { range, head, context }: { range: TokenRange; head: Token; context: MentionContext },
): TokenRange {
  const { words } = context
  const isBody = lookUpNoun(words.organisations, document, { first: range.first, head: head.index })
  if (!isBody || range.last !== head.index + 1) return range
  let last = range.last
  for (let at = range.last; at < range.last + 10; at += 1) {
    const token = document.tokens[at]
    if (!token || token.sentence !== head.sentence) break
    if (isNameWord(document, at) || isNameAdjective(document, at)) last = at + 1
    else if (!(at === range.last ? /^(?:of|for)$/ : JOINERS).test(token.lower)) break
  }
  const name = document.tokens[range.last + 1]
  const isJoined = childBy(document, name?.index ?? -1, 'case')?.lower !== 'in'
  return isJoined ? { first: range.first, last } : range
}

/** "Front for a Free Velka": an adjective in capitals before a name. */
function isNameAdjective(document: Document, at: number): boolean {
  const token = document.tokens[at]
  return token !== undefined && isAdjectiveOfName(token) && isNameWord(document, at + 1)
}

const JOINERS = /^(?:of|the|an?|and|for|[-–])$/
