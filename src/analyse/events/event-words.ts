import type { Harm } from '../../records/index.ts'
import type { Lexicon, LexiconRow } from '../../text/index.ts'
import { openMentionWords, type MentionWords } from '../mentions/words.ts'

export type TriggerPos = 'VERB' | 'NOUN'
export type RoleScheme = 'attack' | 'mutual' | 'directed'
export type CountedWhere = 'patient' | 'subject' | 'self' | 'of' | 'toll' | 'lives' | 'loss'

/** One row of `event-triggers`. */
export interface TriggerRow {
  /** A verb's lemma and the words after it; a noun's words, its lemma last. */
  readonly parts: readonly string[]
  readonly kind: string
  readonly weak: boolean
  /** Speaks only of what was told before ("the operation"). */
  readonly retells: boolean
  readonly needs?: string
}

/** One kind of event; `rank` 0 is the most telling. */
export interface KindFacts {
  readonly rank: number
  readonly group: string
  readonly family: string
  readonly roles: RoleScheme
}

/** One row of `harm-words`; 'casualties' are killed or injured. */
export interface HarmRow {
  readonly parts: readonly string[]
  readonly harm: Harm | 'casualties'
  readonly whom: CountedWhere
}

/** One row of `damage-words`: where the thing stands that a word tells of. */
export interface DamageRow {
  readonly parts: readonly string[]
  readonly level: 'destroyed' | 'damaged'
  readonly how: 'object' | 'subject' | 'of' | 'state'
  readonly weak: boolean
}

/** Rows of phrases by the lemma of their first word and its part of speech, the longest phrase first; by the word first, as most words have none. */
export type WordRows<T> = ReadonlyMap<string, ReadonlyMap<string, readonly T[]>>

/** The rows of a word as a part of speech, the longest phrase first. */
export function rowsOf<T>(rows: WordRows<T>, word: string, pos: string): readonly T[] | undefined {
  return rows.get(word)?.get(pos)
}

/** The word lists that events and figures are read with. */
export interface EventWords {
  /** By the lemma of the verb. */
  readonly verbs: ReadonlyMap<string, readonly TriggerRow[]>
  /** By the last lemma of the noun. */
  readonly nouns: ReadonlyMap<string, readonly TriggerRow[]>
  readonly kinds: ReadonlyMap<string, KindFacts>
  /** Phrases that tell what was used, by their last word. */
  readonly means: ReadonlyMap<string, readonly { parts: readonly string[]; kind: string }[]>
  /** Phrases that tell of no event, by their first word. */
  readonly figurative: ReadonlyMap<string, readonly (readonly string[])[]>
  /** The classes of each word of `event-words`. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
  readonly harms: WordRows<HarmRow>
  /** Verbs of harm by their lemma without its last e, which a lemma may have lost. */
  readonly harmsWithoutE: ReadonlyMap<string, readonly HarmRow[]>
  readonly damages: WordRows<DamageRow>
  /** Words of people and of number. */
  readonly mentions: MentionWords
}

/** Opens the lists that events and figures are read with; done once for a kit. */
export function openEventWords(
  lexicon: Lexicon,
  mentions: MentionWords = openMentionWords(lexicon),
): EventWords {
  const triggers = lexicon.rows('event-triggers')
  const ofPos = (pos: TriggerPos): TriggerRow[] =>
    triggers
      .filter((row) => row['pos'] === pos)
      .map((row) => ({
        parts: (row['lemma'] ?? '').split(' '),
        kind: row['kind'] ?? '',
        weak: row['strength'] === 'weak',
        retells: row['strength'] === 'again',
        ...(row['needs'] !== undefined && { needs: row['needs'] }),
      }))
  const harms = harmsOf(lexicon)
  return {
    verbs: groupBy(ofPos('VERB'), ({ parts }) => parts[0] ?? ''),
    nouns: groupBy(ofPos('NOUN'), ({ parts }) => parts.at(-1) ?? ''),
    kinds: kindsOf(lexicon),
    means: groupBy(
      lexicon
        .rows('event-means')
        .map((row) => ({ parts: (row['phrase'] ?? '').split(' '), kind: row['kind'] ?? '' })),
      ({ parts }) => parts.at(-1) ?? '',
    ),
    figurative: groupBy(
      lexicon.rows('event-figures-of-speech').map((row) => (row['phrase'] ?? '').split(' ')),
      (parts) => parts[0] ?? '',
    ),
    classes: classesOf(lexicon),
    harms,
    harmsWithoutE: withoutE(harms),
    damages: damagesOf(lexicon),
    mentions,
  }
}

/** Whether a word belongs to a class of `event-words`. */
export function isOf(words: EventWords, word: string | undefined, ...classes: string[]): boolean {
  const own = word === undefined ? undefined : words.classes.get(word)
  if (own === undefined) return false
  for (const name of classes) if (own.has(name)) return true
  return false
}

function kindsOf(lexicon: Lexicon): Map<string, KindFacts> {
  const kinds = new Map<string, KindFacts>()
  lexicon.rows('event-kinds').forEach((row, rank) => {
    const roles = row['roles'] === 'attack' || row['roles'] === 'mutual' ? row['roles'] : 'directed'
    kinds.set(row['kind'] ?? '', {
      rank,
      group: row['class'] ?? '',
      family: row['family'] ?? '',
      roles,
    })
  })
  return kinds
}

function classesOf(lexicon: Lexicon): Map<string, Set<string>> {
  const classes = new Map<string, Set<string>>()
  for (const { word = '', class: name = '' } of lexicon.rows('event-words'))
    classes.set(word, (classes.get(word) ?? new Set()).add(name))
  return classes
}

function harmsOf(lexicon: Lexicon): WordRows<HarmRow> {
  return byWord(lexicon.rows('harm-words'), (row, parts) => ({
    parts,
    // The lists are ours; a test holds every cell against the records.
    harm: row['harm'] as HarmRow['harm'],
    whom: row['whom'] as CountedWhere,
  }))
}

function withoutE(harms: WordRows<HarmRow>): Map<string, readonly HarmRow[]> {
  return new Map(
    [...harms].flatMap(([word, byPos]) => {
      const verbs = byPos.get('VERB')
      return verbs && word.endsWith('e') ? [[word.slice(0, -1), verbs] as const] : []
    }),
  )
}

function damagesOf(lexicon: Lexicon): WordRows<DamageRow> {
  return byWord(lexicon.rows('damage-words'), (row, parts) => ({
    parts,
    // As above: a test holds every cell.
    level: row['level'] as DamageRow['level'],
    how: row['how'] as DamageRow['how'],
    weak: row['strength'] === 'weak',
  }))
}

function byWord<T extends { readonly parts: readonly string[] }>(
  rows: readonly LexiconRow[],
  make: (row: LexiconRow, parts: readonly string[]) => T,
): WordRows<T> {
  const sorted = rows
    .map((row) => ({ pos: row['pos'] ?? '', made: make(row, (row['lemma'] ?? '').split(' ')) }))
    .sort((a, b) => b.made.parts.length - a.made.parts.length)
  return new Map(
    [...groupBy(sorted, ({ made }) => made.parts[0] ?? '')].map(([word, rows]) => {
      const groups = [...groupBy(rows, ({ pos }) => pos)]
      return [word, new Map(groups.map(([pos, list]) => [pos, list.map(({ made }) => made)]))]
    }),
  )
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
