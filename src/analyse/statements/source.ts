import type {
  Actor,
  Anonymity,
  Evidence,
  Source,
  SourceKind,
  SourceType,
  Span,
} from '../../records/index.ts'
import { evidenceAt } from '../../records/index.ts'
import {
  childrenBy,
  rangeEvidence,
  rangeSpan,
  subtreeRange,
  type Document,
  type TokenRange,
} from '../../text/index.ts'
import type { Mention, Mentions } from '../mentions/mention.ts'
import type { SourcePhrase } from './rule.ts'
import type { StatementWords } from './statement-words.ts'

export interface SourceGround {
  readonly document: Document
  readonly mentions: Mentions
  readonly words: StatementWords
}

/** Sources already read: the latest, and those of a known type by actor or last name. */
export interface KnownSources {
  latest?: Source
  readonly named: Map<string, Source>
}

/** The last word of a person's name, where the source's words are a name ("Dana Lor, a nurse" → Lor). */
export function nameKey({ kind, text }: Pick<Source, 'kind' | 'text'>): string | undefined {
  return kind === 'named-person' ? /(\p{Lu}[\p{L}'’-]+)(?=,|$)/u.exec(text)?.[1] : undefined
}

/** Longest source in UTF-16 units: what is longer is a sentence gone astray, and names nobody. */
const WIDEST = 400

/** Half of a text is no phrase for somebody. */
function isWide(units: number, text: number): boolean {
  return units > WIDEST || (text > WIDEST && units > text / 2)
}

/** The record of a source: its words, its actor, what sort of source it is and why it stays unnamed. A pronoun takes after the source before it. */
export function writeSource(
  phrase: SourcePhrase,
  ground: SourceGround,
  known: KnownSources,
): Source | undefined {
  const { document, mentions } = ground
  const evidence = rangeEvidence(document, phrase.range)
  const isTooWide = isWide(evidence.quote.length, document.text.length)
  if (!/\p{L}{2}|\bI\b|\d/u.test(evidence.quote) || isTooWide) return undefined
  const meant = meantBy(phrase, document)
  const actor = mentions.actorOf(mentionOf(meant, mentions))
  const base = { text: evidence.quote, evidence: [evidence], ...(actor && { actor: actor.id }) }
  if (document.tokens[meant.head]?.upos === 'PRON')
    return { ...base, ...likeBefore(meant, ground, known) }
  const own = sortOf(meant, ground)
  const earlier = known.named.get(actor?.id ?? nameKey({ ...base, kind: own.kind }) ?? '')
  const sort = !own.type && earlier?.type ? { ...own, type: earlier.type } : own
  const anonymity = anonymityIn(document, phrase.range)
  return {
    text: base.text,
    evidence: base.evidence,
    ...(actor && { actor: actor.id }),
    ...sort,
    ...(anonymity && { anonymity }),
  }
}

/** "who": the noun that it stands for, without the clause that tells of it. */
function meantBy(phrase: SourcePhrase, document: Document): SourcePhrase {
  const { standsFor: head } = phrase
  if (head === undefined) return phrase
  return { head, range: subtreeRange(document, head, ({ deprel }) => deprel.startsWith('acl')) }
}

type Sort = Pick<Source, 'kind'> & Partial<Pick<Source, 'type' | 'anonymity'>>

/** What "he" or "they" is: the source before, where number allows. */
function likeBefore(
  { head }: SourcePhrase,
  { document, mentions }: SourceGround,
  { latest, named }: KnownSources,
): Sort {
  const isMany = /^(they|we|these|those|some|many|others)$/.test(document.tokens[head]?.lower ?? '')
  const isThing = document.tokens[head]?.lower === 'it'
  const actor = mentions.actorOf(mentions.byHead(head))
  const alone = isThing ? 'organisation' : 'unnamed-person'
  const plain: Sort = { kind: actor?.named ? kindOfActor(actor) : isMany ? 'group' : alone }
  const before = actor
    ? (named.get(actor.id) ?? (latest?.actor === actor.id ? latest : undefined))
    : latest
  if (!before) return plain
  const { kind, type, anonymity } = before
  const isPerson = kind === 'named-person' || kind === 'unnamed-person'
  const fits = isMany ? kind !== 'named-person' : isPerson !== isThing
  if (!fits) return plain
  return { kind, ...(type && { type }), ...(anonymity && { anonymity }) }
}

/** What a named actor is as a source. */
function kindOfActor({ kind }: Actor): SourceKind {
  if (kind === 'person' || kind === 'unknown') return 'named-person'
  return kind === 'media'
    ? 'media'
    : kind === 'civilians' || kind === 'crowd'
      ? 'group'
      : 'organisation'
}

function sortOf(phrase: SourcePhrase, ground: SourceGround): Sort {
  const { document, words } = ground
  const head = document.tokens[phrase.head]
  const own = head && (words.sources.get(head.lower) ?? words.sources.get(head.lowerLemma))
  const isName = head?.upos === 'PROPN' && !own
  const kind =
    kindByMention(phrase, ground) ?? (isName ? 'named-person' : (own?.kind ?? 'unnamed-person'))
  const type =
    own?.type ?? typeOf(phrase, ground) ?? typeOfActor(mentionOf(phrase, ground.mentions))
  const isMany = head?.xpos === 'NNS' && kind === 'unnamed-person'
  return { kind: isMany ? 'group' : kind, ...(type && { type }) }
}

/** What a body is by the name it is known under: "the Brigade" of the rebels. */
function typeOfActor(mention: Mention | undefined): SourceType | undefined {
  switch (mention?.type) {
    case 'armed-group':
      return 'armed-group'
    case 'state-force':
      return 'military'
    case 'government':
      return 'official'
    case 'media':
      return 'journalist'
    default:
      return undefined
  }
}

/** The mention that the source's head stands in, unless it reaches out of the source. */
function mentionOf({ head, range }: SourcePhrase, mentions: Mentions): Mention | undefined {
  const tightest = mentions.byHead(head) ?? mentions.at(head)
  return tightest && tightest.head >= range.first && tightest.head < range.last
    ? tightest
    : undefined
}

/** The kind that the mention's type tells. */
function kindByMention(
  phrase: SourcePhrase,
  { document, mentions }: SourceGround,
): SourceKind | undefined {
  const { head } = phrase
  const mention = mentionOf(phrase, mentions)
  const actor = mentions.actorOf(mention)
  switch (mention?.type) {
    case 'person':
      if (document.tokens[head]?.xpos === 'NNS') return 'group'
      return actor?.named ||
        mention.form === 'name' ||
        hasNameBeside(phrase, { document, mentions })
        ? 'named-person'
        : 'unnamed-person'
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
      return 'organisation'
    default:
      return undefined
  }
}

/** "the minister, Petra Solm": a name in apposition to the source's head. */
function hasNameBeside(
  { head, range }: SourcePhrase,
  { document, mentions }: Pick<SourceGround, 'document' | 'mentions'>,
): boolean {
  return childrenBy(document, head, 'appos', 'flat').some(({ index }) => {
    const mention = mentions.byHead(index)
    return index < range.last && mention?.form === 'name' && mention.type === 'person'
  })
}

/** The first word of the phrase that tells a type: "Dana Lor, a nurse". */
function typeOf(
  { range }: SourcePhrase,
  { document, words }: SourceGround,
): SourceType | undefined {
  for (let at = range.first; at < Math.min(range.last, range.first + 40); at += 1) {
    const token = document.tokens[at]
    const type =
      token && /^(NOUN|PROPN|ADJ)$/.test(token.upos) && words.sources.get(token.lowerLemma)?.type
    if (type) return type
  }
  return undefined
}

const UNNAMED =
  /\b(anonymity|anonymous(ly)?|unnamed|not to be (named|identified)|(asked|wished|declined|refused) not to be (named|identified)|declined to be (named|identified)|not authori[sz]ed to (speak|talk|comment))\b/i
/** "asked not to be named": a verb of saying that says nothing of the matter. */
export function tellsAnonymity(words: string): boolean {
  return /^(?:asked|asking|wished|wishing|declined|declining|refused|requested) (?:not )?to be (?:named|identified)\b/i.test(
    words,
  )
}

const BECAUSE = /\b(?:because(?: of)?|as|since|for fear of|citing|due to) ([^.”"]{3,300})/i

/** "who requested anonymity because …": the words that say so, and the reason they give. */
function anonymityIn(document: Document, range: TokenRange): Anonymity | undefined {
  return findAnonymity(document.text, rangeSpan(document, range))
}

/** Anonymity told anywhere in a span. */
export function findAnonymity(text: string, { start, end }: Span): Anonymity | undefined {
  const words = text.slice(start, Math.min(end, start + 1000))
  const match = UNNAMED.exec(words)
  if (!match) return undefined
  const from = start + match.index
  const evidence: Evidence[] = [evidenceAt(text, { start: from, end: from + match[0].length })]
  const because = BECAUSE.exec(words.slice(match.index))
  const reason = because?.[1]?.replace(/[,;:\s]+$/, '')
  if (!because || !reason) return { evidence }
  const at = from + because.index + because[0].length - (because[1]?.length ?? 0)
  evidence.push(evidenceAt(text, { start: at, end: at + reason.length }))
  return { reason, evidence }
}
