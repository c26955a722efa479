import type { Actor, SourceKind } from '../../records/index.ts'
import { childrenBy, type Document, type Token } from '../../text/index.ts'
import type { Mention, Mentions } from '../mentions/mention.ts'
import { lookUpNoun } from '../mentions/words.ts'
import type { SourcePhrase } from './rule.ts'
import type { StatementWords } from './statement-words.ts'

interface Ground {
  readonly document: Document
  readonly mentions: Mentions
  readonly words: StatementWords
}

/** What sort of source a noun phrase names: people with or without a name, a body, an outlet, a paper. */
export function kindOf(phrase: SourcePhrase, ground: Ground): SourceKind {
  const { document, words } = ground
  const head = document.tokens[phrase.head]
  const listed = head && (words.sources.get(head.lower) ?? words.sources.get(head.lowerLemma))
  const names = typeWordOf(phrase, ground)?.names
  if (listed?.kind === 'document' || names === 'paper') return 'document'
  if (isOne(head) && holdsName(phrase, ground)) return 'named-person'
  const isBody = names === 'body'
  if (listed?.kind === 'group') return isBody ? 'organisation' : 'group'
  if (head && !isBody && isMany(head, listed?.kind, ground)) return 'group'
  const told = kindByMention(phrase, ground)
  // "authorities": a body in the plural.
  if (told) return told === 'group' && listed?.kind === 'organisation' ? listed.kind : told
  const isName = head?.upos === 'PROPN' && !listed
  return isName ? 'named-person' : (listed?.kind ?? 'unnamed-person')
}

function typeWordOf({ head, range }: SourcePhrase, { document, words }: Ground) {
  return lookUpNoun(words.sourceTypes, document, { first: Math.min(range.first, head), head })
}

/** What a named actor is as a source. */
export function kindOfActor({ kind }: Actor): SourceKind {
  switch (kind) {
    case 'person':
    case 'unknown':
      return 'named-person'
    case 'media':
      return 'media'
    case 'civilians':
    case 'crowd':
      return 'group'
    default:
      return 'organisation'
  }
}

/** The mention that the source's head stands in, unless it reaches out of the source. */
export function mentionOf({ head, range }: SourcePhrase, mentions: Mentions): Mention | undefined {
  const tightest = mentions.byHead(head) ?? mentions.at(head)
  return tightest && tightest.head >= range.first && tightest.head < range.last
    ? tightest
    : undefined
}

function isOne(head: Token | undefined): boolean {
  return head !== undefined && !/^NNP?S$/.test(head.xpos) && !COUNTING.test(head.lower)
}

/** "two fighters", "three of them", "a nurse and a trader": people, where the noun is none for a body ("authorities"). */
function isMany(head: Token, listed: SourceKind | undefined, { document }: Ground): boolean {
  if (head.xpos === 'NNS' && listed === 'unnamed-person') return true
  if (COUNTING.test(head.lower)) return true
  if (head.upos === 'NUM' && !/^(?:one|1)$/.test(head.lower)) return true
  if (listed !== 'unnamed-person' || head.xpos !== 'NN') return false
  return childrenBy(document, head.index, 'conj').some(({ xpos }) => /^NN/.test(xpos))
}

const COUNTING = /^(?:some|many|most|several|few|all|both|others|those|each)$/

/** The kind that the mention's type tells; a place that speaks is its government or council. */
function kindByMention(
  phrase: SourcePhrase,
  { document, mentions }: Ground,
): SourceKind | undefined {
  const mention = mentionOf(phrase, mentions)
  const actor = mentions.actorOf(mention)
  switch (mention?.type) {
    case 'person':
      if (document.tokens[phrase.head]?.xpos === 'NNS') return 'group'
      return actor?.named || mention.form === 'name' ? 'named-person' : 'unnamed-person'
    case 'civilians':
    case 'crowd':
      return 'group'
    case 'media':
      return 'media'
    case 'armed-group':
    case 'state-force':
    case 'government':
    case 'organisation':
    case 'facility':
    case 'place':
      return 'organisation'
    default:
      return undefined
  }
}

/** "the minister, Petra Solm", "one of them, Petra Solm", "director General Petra Solm": a person's name that is no part of another phrase or clause in it. */
function holdsName({ head, range }: SourcePhrase, { document, mentions }: Ground): boolean {
  let [from, behind] = [range.first, false]
  for (let at = range.first; at < Math.min(range.last, range.first + LONGEST); at += 1) {
    const token = document.tokens[at]
    if (!token || /^W/.test(token.xpos)) return false
    if (token.text === ',') [from, behind] = [at + 1, false]
    else if (token.upos === 'ADP') behind = true
    const mention = behind ? undefined : mentions.byHead(at)
    const next = document.tokens[mention?.last ?? 0]
    if (mention?.form !== 'name' || /^['’]s?$/.test(next?.text ?? '')) continue
    // "a fellow rider, Petra Solm": all that stands between the commas.
    const isApart = from > Math.max(range.first, head) && mention.first === from
    const isEnd = mention.last >= range.last || next?.text === ','
    if (mention.type === 'person' || (isApart && isEnd && isNobodyElse(mention))) return true
  }
  return false
}

/** Tokens of one source that are looked at. */
const LONGEST = 40

/** A name that is no body's and no place's. */
function isNobodyElse({ type }: Mention): boolean {
  return type === 'unknown' || type === 'thing'
}
