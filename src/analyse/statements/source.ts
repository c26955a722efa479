import type { Actor, Source } from '../../records/index.ts'
import {
  childrenBy,
  prepositionOf,
  rangeEvidence,
  rangeSpan,
  subtreeRange,
  type Document,
} from '../../text/index.ts'
import type { Mentions } from '../mentions/mention.ts'
import { findAnonymity } from './anonymity.ts'
import type { SourcePhrase } from './rule.ts'
import { kindOf, kindOfActor, mentionOf } from './source-kind.ts'
import type { SourceTypes } from './source-type.ts'
import type { StatementWords } from './statement-words.ts'

export interface SourceGround {
  readonly document: Document
  readonly mentions: Mentions
  readonly words: StatementWords
  readonly types: SourceTypes
}

/** Sources already read: the latest, the latest person and the latest that is none, and those of a known type by actor or last name. */
export interface KnownSources {
  latest?: Source
  person?: Source
  body?: Source
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
  found: SourcePhrase,
  ground: SourceGround,
  known: KnownSources,
): Source | undefined {
  const { document, mentions } = ground
  const phrase = withWholeName(found, mentions)
  const evidence = rangeEvidence(document, phrase.range)
  const isTooWide = isWide(evidence.quote.length, document.text.length)
  if (!/\p{L}{2}|\bI\b|\d/u.test(evidence.quote) || isTooWide) return undefined
  const meant = meantBy(phrase, document)
  const actor = mentions.actorOf(mentionOf(meant, mentions)) ?? giverOf(meant, ground)
  const base = { text: evidence.quote, evidence: [evidence], ...(actor && { actor: actor.id }) }
  if (document.tokens[meant.head]?.upos === 'PRON')
    return { ...base, ...likeBefore(meant, ground, known) }
  const kind = kindOf(meant, ground)
  const earlier = known.named.get(actor?.id ?? nameKey({ ...base, kind }) ?? '')
  const type = ground.types.typeOf(meant.range, actor) ?? earlier?.type
  const anonymity = findAnonymity(document.text, rangeSpan(document, phrase.range))
  return {
    text: base.text,
    evidence: base.evidence,
    ...(actor && { actor: actor.id }),
    kind,
    ...(type && { type }),
    ...(anonymity && { anonymity }),
  }
}

/** "Committee to Protect Journalists", "Save the Children": a name on a list is named whole, wherever the tree cuts it. */
function withWholeName(phrase: SourcePhrase, mentions: Mentions): SourcePhrase {
  for (
    let head = Math.max(0, phrase.head - LONGEST_NAME);
    head < phrase.head + LONGEST_NAME;
    head += 1
  ) {
    const name = mentions.byHead(head)
    if (name?.known === undefined || name.first > phrase.head || name.last <= phrase.head) continue
    const { first, last } = phrase.range
    if (first <= name.first && name.last <= last) continue
    const range = { first: Math.min(first, name.first), last: Math.max(last, name.last) }
    return { ...phrase, head, range }
  }
  return phrase
}

/** Words of the longest name on the lists. */
const LONGEST_NAME = 8

/** "a statement by the Front", "the group's letter": whose paper it is. */
function giverOf(phrase: SourcePhrase, ground: SourceGround): Actor | undefined {
  const { document, mentions } = ground
  if (kindOf(phrase, ground) !== 'document') return undefined
  const givers = childrenBy(document, phrase.head, 'nmod', 'nmod:poss').filter(
    ({ deprel, index }) =>
      deprel === 'nmod:poss' || /^(?:by|from)$/.test(prepositionOf(document, index)),
  )
  return givers
    .map(({ index }) => mentions.actorOf(mentions.byHead(index)))
    .find((actor) => actor !== undefined)
}

/** "who": the noun that it stands for, without the clause that tells of it. */
function meantBy(phrase: SourcePhrase, document: Document): SourcePhrase {
  const { standsFor: head } = phrase
  if (head === undefined) return phrase
  return { head, range: subtreeRange(document, head, ({ deprel }) => deprel.startsWith('acl')) }
}

type Sort = Pick<Source, 'kind' | 'type' | 'anonymity'>

/** What "he" or "they" is: its actor, else the source before that it may stand for. */
function likeBefore(
  { head, range }: SourcePhrase,
  { document, mentions, types }: SourceGround,
  known: KnownSources,
): Sort {
  const pronoun = document.tokens[head]?.lower ?? ''
  const actor = mentions.actorOf(mentions.byHead(head))
  const own = actor && types.typeOf(range, actor)
  const kind = actor?.named ? kindOfActor(actor) : (ALONE.get(pronoun) ?? 'unnamed-person')
  const plain: Sort = { kind, ...(own && { type: own }) }
  const before = actor ? sourceOfActor(actor, known) : meantBefore(pronoun, known)
  if (!before || (/^(?:they|we)$/.test(pronoun) && before.kind === 'named-person')) return plain
  const { type, anonymity } = before
  return { kind: before.kind, ...(type && { type }), ...(anonymity && { anonymity }) }
}

function sourceOfActor({ id }: Actor, { named, latest }: KnownSources): Source | undefined {
  return named.get(id) ?? (latest?.actor === id ? latest : undefined)
}

/** The source that a pronoun without an actor may stand for; "somebody" is nobody before. */
function meantBefore(pronoun: string, { latest, person, body }: KnownSources): Source | undefined {
  switch (pronoun) {
    case 'he':
    case 'she':
    case 'his':
    case 'her':
      return person
    case 'it':
      return body
    case 'they':
    case 'these':
    case 'who':
      return latest
    default:
      return undefined
  }
}

/** What pronouns are that stand for nobody known. */
const ALONE: ReadonlyMap<string, Source['kind']> = new Map([
  ['it', 'organisation'],
  ['we', 'organisation'],
  ...['they', 'these', 'those', 'some', 'many', 'others', 'both', 'all', 'several'].map(
    (word) => [word, 'group'] as const,
  ),
])
