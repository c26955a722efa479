import type { Certainty, SourceKind, SourceType, Stance, Topic } from '../../records/index.ts'
import type { Lexicon } from '../../text/index.ts'

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

/** What a noun tells of the source that it names. */
export interface SourceNoun {
  readonly kind?: SourceKind
  readonly type?: SourceType
}

/** Words that tell what is talked about. */
export interface TopicPhrase {
  readonly parts: readonly string[]
  readonly topic: Topic
}

/** The words that statements are read by; keys are lemmas unless it says otherwise. */
export interface StatementWords {
  /** By lemma and by regular form, for where the lemma of a rare form was missed. */
  readonly verbs: ReadonlyMap<string, ReportingVerb>
  readonly nouns: ReadonlyMap<string, Stance>
  /** What may stand behind such a noun besides a clause: "of", "for", "to". */
  readonly nounFrames: ReadonlyMap<string, ReadonlySet<string>>
  /** By form. */
  readonly adjectives: ReadonlyMap<string, StatementAdjective>
  readonly sources: ReadonlyMap<string, SourceNoun>
  /** By phrase in lower case, of up to four words. */
  readonly certainty: ReadonlyMap<string, Certainty>
  /** The first words of those phrases. */
  readonly certaintyOpeners: ReadonlySet<string>
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
  const certainty = column('hedges', 'certainty', CERTAINTIES)
  return {
    verbs: reportingVerbs(lexicon),
    sources: sourceNouns(lexicon),
    nouns: column('statement-nouns', 'stance', STANCES),
    nounFrames: new Map(
      lexicon
        .rows('statement-nouns')
        .flatMap(({ lemma = '', needs }) => (needs ? [[lemma, new Set(needs.split(' '))]] : [])),
    ),
    adjectives: statementAdjectives(lexicon),
    certainty,
    certaintyOpeners: new Set([...certainty.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? '')),
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
  for (const { phrase = '', topic: name } of lexicon.rows('statement-topics')) {
    const topic = memberOf(TOPICS, name)
    const parts = phrase.split(' ')
    const first = parts[0] ?? ''
    if (topic) phrases.set(first, [...(phrases.get(first) ?? []), { parts, topic }])
  }
  return phrases
}

/** The nouns of `person-roles` with their type, and those of `source-nouns`, which go first. */
function sourceNouns(lexicon: Lexicon): Map<string, SourceNoun> {
  const sources = new Map<string, SourceNoun>()
  for (const { noun = '', source } of lexicon.rows('person-roles')) {
    const type = memberOf(TYPES, source)
    sources.set(noun, { kind: 'unnamed-person', ...(type && { type }) })
  }
  for (const { noun = '', kind, type } of lexicon.rows('source-nouns')) {
    const [knownKind, knownType] = [memberOf(KINDS, kind), memberOf(TYPES, type)]
    sources.set(noun, {
      ...(knownKind && { kind: knownKind }),
      ...(knownType && { type: knownType }),
    })
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
const STANCES: readonly Stance[] = [
  'asserts',
  'confirms',
  'claims',
  'denies',
  'suggests',
  'doubts',
  'warns',
  'accuses',
  'demands',
  'promises',
  'hopes',
  'asks',
  'threatens',
  'declines',
]
const KINDS: readonly SourceKind[] = [
  'named-person',
  'unnamed-person',
  'group',
  'organisation',
  'media',
  'document',
]
const TYPES: readonly SourceType[] = [
  'official',
  'military',
  'police',
  'medic',
  'witness',
  'resident',
  'relative',
  'armed-group',
  'analyst',
  'aid-worker',
  'diplomat',
  'journalist',
  'rights-group',
  'other',
]
const CERTAINTIES: readonly Certainty[] = ['certain', 'probable', 'possible', 'unstated']
const TOPICS: readonly Topic[] = [
  'responsibility',
  'motive',
  'toll',
  'perpetrator',
  'assessment',
  'outlook',
  'other',
]
