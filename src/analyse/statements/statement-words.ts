import {
  statementSchema,
  type Certainty,
  type SourceKind,
  type Stance,
  type Topic,
} from '../../records/index.ts'
import type { Lexicon } from '../../text/index.ts'
import type { NounList } from '../mentions/words.ts'
import {
  openSourceWords,
  openSourceWork,
  type SourceWord,
  type SourceWork,
} from './source-words.ts'

/** What must stand beside a verb for it to report something; told in the list's head. */
export type Frame = (typeof FRAMES)[number]

export interface ReportingVerb {
  readonly lemma: string
  /** Of its first row. */
  readonly stance: Stance
  /** With the stance that the verb has in each. */
  readonly needs: ReadonlyMap<Frame, Stance>
  /** Prepositions behind which what is said stands ("spoke of nine dead"), with the stance that goes with each. */
  readonly prepositions: ReadonlyMap<string, Stance>
}

/** An adjective for what somebody thinks, with what may stand behind it. */
export interface StatementAdjective {
  readonly stance: Stance
  readonly needs: ReadonlySet<string>
}

/** Words that tell what is talked about, and where they must stand; told in the list's head. */
export interface TopicPhrase {
  readonly parts: readonly string[]
  readonly topic: Topic
  readonly where: (typeof WHERE)[number]
}

export type Hedge = Readonly<Partial<Record<(typeof HEDGES)[number], Certainty>>>

/** The words that statements are read by; keys are lemmas unless it says otherwise. */
export interface StatementWords {
  /** By lemma and by regular form, for where the lemma of a rare form was missed. */
  readonly verbs: ReadonlyMap<string, ReportingVerb>
  readonly nouns: ReadonlyMap<string, Stance>
  /** What may stand behind such a noun besides a clause: "of", "for", "to". */
  readonly nounFrames: ReadonlyMap<string, ReadonlySet<string>>
  /** By form. */
  readonly adjectives: ReadonlyMap<string, StatementAdjective>
  /** Nouns for sources, with what these are. */
  readonly sources: ReadonlyMap<string, { readonly kind?: SourceKind }>
  readonly sourceTypes: NounList<SourceWord>
  /** Nouns of what carries words to people: television, website. */
  readonly media: ReadonlySet<string>
  /** Verbs of work: "who studies militias". */
  readonly work: ReadonlyMap<string, SourceWork>
  /** What a verb tells of a witness: what he saw, did or suffered. */
  readonly witness: ReadonlyMap<string, ReadonlySet<string>>
  /** What a word tells of how sure somebody is, by its use: as a cue, a modal verb, another word. */
  readonly hedges: ReadonlyMap<string, Hedge>
  /** Phrases by their first word. */
  readonly topics: ReadonlyMap<string, readonly TopicPhrase[]>
  /** Lemmas of verbs that put something out: publish, release, air. */
  readonly publishing: ReadonlySet<string>
  /** Nouns of events: attack, bombing. */
  readonly deeds: ReadonlySet<string>
}

/** The word lists of statements; a cell that is no member of its closed list is left out. */
export function openStatementWords(lexicon: Lexicon): StatementWords {
  const column = <T extends string>(list: string, key: string, members: readonly T[]) =>
    new Map(
      lexicon.rows(list).flatMap((row) => {
        const value = memberOf(members, row[key])
        return value ? [[(row['lemma'] ?? row['phrase'] ?? '').toLowerCase(), value] as const] : []
      }),
    )
  return {
    verbs: reportingVerbs(lexicon),
    sources: sourceNouns(lexicon),
    sourceTypes: openSourceWords(lexicon),
    work: openSourceWork(lexicon),
    media: lexicon.words('media-nouns'),
    witness: witnessVerbs(lexicon),
    nouns: column('statement-nouns', 'stance', STANCES),
    nounFrames: new Map(
      lexicon
        .rows('statement-nouns')
        .flatMap(({ lemma = '', needs }) => (needs ? [[lemma, new Set(needs.split(' '))]] : [])),
    ),
    adjectives: statementAdjectives(lexicon),
    hedges: hedges(lexicon),
    topics: topicPhrases(lexicon),
    deeds: new Set(
      lexicon
        .rows('event-triggers')
        .flatMap(({ lemma, pos }) => (lemma && pos === 'NOUN' ? [lemma.replace(/^.* /, '')] : [])),
    ),
    publishing: new Set(
      lexicon
        .rows('event-words')
        .flatMap((row) => (row['class'] === 'publish' ? [row['word'] ?? ''] : [])),
    ),
  }
}

/** A verb may have several rows: each frame has the stance of its own row. */
function reportingVerbs(lexicon: Lexicon): Map<string, ReportingVerb> {
  const byLemma = new Map<string, ReportingVerb>()
  for (const { lemma = '', stance: name, needs = '' } of lexicon.rows('reporting-verbs')) {
    const stance = memberOf(STANCES, name)
    if (stance) byLemma.set(lemma, withRow(byLemma.get(lemma), { lemma, stance, needs }))
  }
  const verbs = new Map<string, ReportingVerb>()
  for (const verb of byLemma.values())
    for (const form of formsOf(verb.lemma)) if (!verbs.has(form)) verbs.set(form, verb)
  for (const verb of byLemma.values()) verbs.set(verb.lemma, verb)
  return verbs
}

function withRow(
  before: ReportingVerb | undefined,
  { lemma, stance, needs }: { lemma: string; stance: Stance; needs: string },
): ReportingVerb {
  const [frames, prepositions] = [new Map(before?.needs), new Map(before?.prepositions)]
  for (const need of needs.split(' ')) {
    const frame = memberOf(FRAMES, need)
    if (frame && !frames.has(frame)) frames.set(frame, stance)
    if (need.startsWith('+')) prepositions.set(need.slice(1), stance)
  }
  return { lemma, stance: before?.stance ?? stance, needs: frames, prepositions }
}

function statementAdjectives(lexicon: Lexicon): Map<string, StatementAdjective> {
  return new Map(
    lexicon.rows('statement-adjectives').flatMap(({ word = '', stance: name, needs = '' }) => {
      const stance = memberOf(STANCES, name)
      return stance ? [[word, { stance, needs: new Set(needs.split(' ')) }]] : []
    }),
  )
}

function topicPhrases(lexicon: Lexicon): Map<string, TopicPhrase[]> {
  const phrases = new Map<string, TopicPhrase[]>()
  for (const { phrase = '', topic: name, where: place } of lexicon.rows('statement-topics')) {
    const [topic, where] = [memberOf(TOPICS, name), memberOf(WHERE, place)]
    const parts = phrase.split(' ')
    const first = parts[0] ?? ''
    if (topic && where) phrases.set(first, [...(phrases.get(first) ?? []), { parts, topic, where }])
  }
  return phrases
}

function hedges(lexicon: Lexicon): Map<string, Hedge> {
  const byWord = new Map<string, Hedge>()
  for (const { word = '', certainty: name, use: told } of lexicon.rows('hedges')) {
    const [certainty, use] = [memberOf(CERTAINTIES, name), memberOf(HEDGES, told)]
    if (certainty && use) byWord.set(word, { ...byWord.get(word), [use]: certainty })
  }
  return byWord
}

function witnessVerbs(lexicon: Lexicon): Map<string, Set<string>> {
  const verbs = new Map<string, Set<string>>()
  for (const { verb = '', use = '' } of lexicon.rows('witness-words'))
    verbs.set(verb, (verbs.get(verb) ?? new Set()).add(use))
  return verbs
}

/** The nouns of `person-roles`, and those of `source-nouns`, which go first. */
function sourceNouns(lexicon: Lexicon): Map<string, { kind?: SourceKind }> {
  const sources = new Map<string, { kind?: SourceKind }>()
  for (const { noun = '' } of lexicon.rows('person-roles'))
    sources.set(noun, { kind: 'unnamed-person' })
  for (const { noun = '', kind } of lexicon.rows('source-nouns')) {
    const known = memberOf(KINDS, kind)
    sources.set(noun, { ...(known && { kind: known }) })
  }
  return sources
}

/** The regular past and participle of a verb. */
function formsOf(lemma: string): string[] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma
  // "labelled"
  const doubled = lemma.endsWith('el') ? [`${lemma}led`, `${lemma}ling`] : []
  return [`${stem}ed`, lemma.endsWith('ee') ? `${lemma}ing` : `${stem}ing`, ...doubled]
}

function memberOf<T extends string>(members: readonly T[], value: string | undefined) {
  return members.find((member) => member === value)
}

const FRAMES = [
  'clause',
  'that',
  'quote',
  'trail',
  'inf',
  'to',
  'ing',
  'np',
  'doc',
  'word',
  'deed',
  'of',
  'as',
  'at',
  'due',
  'raise',
  'responsibility',
  'responsible',
] as const
const WHERE = ['any', 'number', 'head', 'part', 'cue'] as const
const HEDGES = ['cue', 'own', 'modal', 'word'] as const

const { stance, certainty, topic, source } = statementSchema.shape
const [STANCES, CERTAINTIES, TOPICS, KINDS] = [
  stance.options,
  certainty.options,
  topic.unwrap().options,
  source.unwrap().shape.kind.options,
]
