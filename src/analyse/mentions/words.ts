import type { ActorKind } from '../../records/index.ts'
import type { Document, Lexicon, LexiconRow, TokenRange } from '../../text/index.ts'

/** What a person is called by trade or part ("analyst", "gunman"). */
export interface RoleWord {
  readonly kind: ActorKind
  readonly category?: string
  /** The type of source that such a person is. */
  readonly source?: string
}

export type MentionWordKind =
  | 'pronoun'
  | 'particle'
  | 'joiner'
  | 'speech'
  | 'quantity'
  | 'generic-group'
  | 'past'
  | 'people'
  | 'calendar'
  | 'affiliation'
  | 'member'
  | 'none'
  | 'definite'
  | 'body'
  | 'one'
  | 'collective'
  | 'age-unit'
  | 'age-before'
  | 'age-after'
  | 'side'
  | 'state-unit'
  | 'state-act'
  | 'state-spoken-to'
  | 'state-dealing'
  | 'state-strike'
  | 'of-sides'
  | 'done-to-people'
  | 'done-by-people'
  | 'dying'
  | 'harmed'

/** What a phrase of `quantities` does: stands for a number itself, or bends the number beside it. */
export type QuantityKind = 'vague' | 'atleast' | 'atmost' | 'approx-up' | 'approx-down' | 'approx'

/** What the words of a quantity mean. */
export interface QuantityWord {
  readonly kind: QuantityKind
  readonly min?: number
  readonly max?: number
}

/** What a list says of nouns and phrases that end in one; in lower case. */
export interface NounList<T> {
  readonly phrases: ReadonlyMap<string, T>
  /** All words that phrases end in, and all their longer ends: a noun that is none of them stands in no phrase. */
  readonly ends: ReadonlySet<string>
}

/** The words by which noun phrases are typed and counted; phrases are in lower case. */
export interface MentionWords {
  readonly roles: NounList<RoleWord>
  readonly organisations: NounList<ActorKind>
  readonly targets: NounList<ActorKind>
  readonly weapons: NounList<string>
  readonly titles: ReadonlySet<string>
  /** The nouns that short titles stand for: "gen." → general. */
  readonly titleNouns: ReadonlyMap<string, string>
  readonly firstNames: ReadonlySet<string>
  /** Verbs of what is done to people alone ("kill", "arrest"). */
  readonly deeds: ReadonlySet<string>
  /** Vehicles and buildings: what may be hit, and is nobody. */
  readonly structures: ReadonlySet<string>
  /** All that is nobody: those, devices, beasts and ideas. */
  readonly things: ReadonlySet<string>
  is(kind: MentionWordKind, word: string): boolean
  /** The value of a word of a kind: what a pronoun agrees with, what kind of people. */
  valueOf(kind: MentionWordKind, word: string): string | undefined
  /** The number that a word stands for ("twelve", "hundred", "dozen"). */
  readonly numbers: ReadonlyMap<string, number>
  /** What a phrase that stands for a number means ("dozens of"). */
  readonly vague: ReadonlyMap<string, QuantityWord>
  /** The first words of those phrases. */
  readonly vagueStarts: ReadonlySet<string>
  /** What a phrase does to the number beside it ("at least"). */
  readonly bounds: ReadonlyMap<string, QuantityKind>
}

/** Opens the lists `person-roles`, `org-nouns`, `targets`, `weapons`, `titles`, `first-names`, `mention-words`, `cardinals` and `quantities`, and the words of age of `count-words`. */
export function openMentionWords(lexicon: Lexicon): MentionWords {
  const ages = lexicon.rows('count-words').filter(({ kind }) => kind?.startsWith('age-'))
  const mention = valuesByWord([...lexicon.rows('mention-words'), ...ages])
  const quantities = lexicon.rows('quantities').map(readQuantity)
  const vague = new Map(quantities.filter(([, { kind }]) => kind === 'vague'))
  return {
    roles: readRoles(lexicon.rows('person-roles')),
    organisations: readKinds(lexicon.rows('org-nouns'), { key: 'noun', other: 'organisation' }),
    targets: readKinds(lexicon.rows('targets'), { key: 'phrase', other: 'facility' }),
    weapons: nounList(
      lexicon.rows('weapons').map((row) => [lower(row['phrase']), row['value'] ?? '']),
    ),
    titles: lexicon.words('titles'),
    titleNouns: new Map(
      lexicon.rows('titles').flatMap(({ title, noun }) => (noun ? [[lower(title), noun]] : [])),
    ),
    firstNames: lexicon.words('first-names'),
    deeds: readDeeds(lexicon),
    structures: ofClasses(lexicon, ['vehicle', 'structure'], ['settlement']),
    things: ofClasses(lexicon, [...THINGS, 'vehicle', 'structure']),
    is: (kind, word) => mention.get(word)?.has(kind) === true,
    valueOf: (kind, word) => mention.get(word)?.get(kind),
    numbers: new Map(
      lexicon.rows('cardinals').map(({ word, value }) => [lower(word), Number(value)]),
    ),
    vague,
    vagueStarts: new Set([...vague.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? '')),
    bounds: new Map(
      quantities.flatMap(([phrase, { kind }]) => (kind === 'vague' ? [] : [[phrase, kind]])),
    ),
  }
}

/** What a list says of the noun at `head`, with the longest run of words before it (four at most) that the list knows. */
export function lookUpNoun<T>(
  { phrases, ends }: NounList<T>,
  document: Document,
  { first, head }: { first: number; head: number },
): T | undefined {
  const noun = document.tokens[head]
  if (!noun) return undefined
  const lemma = noun.lowerLemma
  if (!ends.has(lemma) && (noun.lower === lemma || !ends.has(noun.lower))) return undefined
  for (let from = Math.max(first, head - 3); from <= head; from += 1) {
    const start = document.tokens[from]?.start ?? noun.start
    // "think-tank" is no tank: what a hyphen joins is looked up whole.
    if (noun.start - start > 80 || isHyphened(document.text, start)) continue
    const before = document.text.slice(start, noun.start).toLowerCase()
    const found =
      phrases.get(before + lemma) ??
      (noun.lower === lemma ? undefined : phrases.get(before + noun.lower)) ??
      (before.includes('-') ? phrases.get(before.replaceAll('-', ' ') + lemma) : undefined)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a hyphen joins what begins here to a word before it. */
function isHyphened(text: string, start: number): boolean {
  return text[start - 1] === '-' && /[\p{L}\p{N}]-$/u.test(text.slice(start - 2, start))
}

/** Whether a list knows a run of words as it stands. */
export function hasPhrase<T>(
  { phrases }: NounList<T>,
  document: Document,
  { first, last }: TokenRange,
): T | undefined {
  const start = document.tokens[first]?.start ?? 0
  const end = document.tokens[last - 1]?.end ?? start
  return end - start > 80 ? undefined : phrases.get(document.text.slice(start, end).toLowerCase())
}

/** Classes of `event-words` that are nobody, besides vehicles and buildings. */
const THINGS = ['property', 'beast', 'device', 'abstract']

function readDeeds(lexicon: Lexicon): Set<string> {
  const harms = lexicon
    .rows('harm-words')
    .filter(({ pos, whom }) => pos === 'VERB' && whom === 'patient')
  const others = lexicon.rows('mention-words').filter(({ kind }) => kind === 'done-to-people')
  return new Set([
    ...harms.map(({ lemma }) => lemma ?? ''),
    ...others.map(({ word }) => word ?? ''),
  ])
}

function ofClasses(lexicon: Lexicon, some: readonly string[], but: readonly string[] = []) {
  const wordsOf = (classes: readonly string[]): string[] =>
    lexicon
      .rows('event-words')
      .flatMap((row) => (classes.includes(row['class'] ?? '') ? [row['word'] ?? ''] : []))
  const left = new Set(wordsOf(but))
  return new Set(wordsOf(some).filter((word) => !left.has(word)))
}

/** "a facilitator", "an extremist": words for people by their ending. */
export function isDoerNoun(word: string): boolean {
  return word.length > 6 && /(?:[^dpw]er|tor|ist|ian|man|men|woman)s?$/.test(word)
}

const KINDS: ReadonlySet<string> = new Set<ActorKind>([
  'person',
  'armed-group',
  'state-force',
  'government',
  'organisation',
  'media',
  'civilians',
  'crowd',
  'facility',
  'unknown',
])

/** Whether a word is a kind of actor. */
export function isActorKind(word: string | undefined): word is ActorKind {
  return word !== undefined && KINDS.has(word)
}

/** A list of nouns and phrases, ready to be looked up; of two entries of one phrase the later. */
export function nounList<T>(entries: readonly (readonly [string, T])[]): NounList<T> {
  const phrases = new Map(entries)
  const ends = new Set<string>()
  for (const phrase of phrases.keys()) {
    ends.add(phrase)
    for (const { index } of phrase.matchAll(/[^\p{L}\p{N}]/gu)) ends.add(phrase.slice(index + 1))
  }
  return { phrases, ends }
}

function readRoles(rows: readonly LexiconRow[]): NounList<RoleWord> {
  return nounList(
    rows.map(({ noun, kind, category, source }) => [
      lower(noun),
      {
        kind: isActorKind(kind) ? kind : 'person',
        ...(category && { category }),
        ...(source && { source }),
      },
    ]),
  )
}

function readKinds(
  rows: readonly LexiconRow[],
  { key, other }: { key: string; other: ActorKind },
): NounList<ActorKind> {
  return nounList(
    rows.map((row) => [lower(row[key]), isActorKind(row['kind']) ? row['kind'] : other]),
  )
}

function readQuantity({ phrase, min, max, type }: LexiconRow): [string, QuantityWord] {
  const word = { ...(min && { min: Number(min) }), ...(max && { max: Number(max) }) }
  return [lower(phrase).replaceAll('-', ' - '), { kind: type as QuantityKind, ...word }]
}

/** What each word is, by kind, and its value as that. */
function valuesByWord(rows: readonly LexiconRow[]): Map<string, Map<string, string>> {
  const words = new Map<string, Map<string, string>>()
  for (const { word = '', kind = '', value = '' } of rows)
    words.set(word, (words.get(word) ?? new Map<string, string>()).set(kind, value))
  return words
}

function lower(cell: string | undefined): string {
  return (cell ?? '').toLowerCase()
}
