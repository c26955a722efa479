import type { Harm } from '../../records/index.ts'
import type { Lexicon } from '../../text/index.ts'
import { openMentionWords, type MentionWords } from '../mentions/words.ts'

export type TriggerPos = 'VERB' | 'NOUN'
export type RoleScheme = 'attack' | 'mutual' | 'directed'
export type CountedWhere = 'patient' | 'subject' | 'self' | 'of' | 'toll' | 'lives'

/** One row of `event-triggers`. */
export interface TriggerRow {
  /** A verb's lemma and the words after it; a noun's words, its lemma last. */
  readonly parts: readonly string[]
  readonly kind: string
  readonly weak: boolean
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
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
  /** By "lemma POS" of the first word. */
  readonly harms: ReadonlyMap<string, readonly HarmRow[]>
  /** By "lemma POS" of the first word. */
  readonly damages: ReadonlyMap<string, readonly DamageRow[]>
  /** Words of people and of number. */
  readonly mentions: MentionWords
}

/** Opens the lists that events and figures are read with; done once for a kit. */
export function openEventWords(lexicon: Lexicon): EventWords {
  const triggers = lexicon.rows('event-triggers')
  const rowsOf = (pos: TriggerPos): TriggerRow[] =>
    triggers
      .filter((row) => row['pos'] === pos)
      .map((row) => ({
        parts: (row['lemma'] ?? '').split(' '),
        kind: row['kind'] ?? '',
        weak: row['strength'] === 'weak',
        ...(row['needs'] !== undefined && { needs: row['needs'] }),
      }))
  return {
    verbs: groupBy(rowsOf('VERB'), ({ parts }) => parts[0] ?? ''),
    nouns: groupBy(rowsOf('NOUN'), ({ parts }) => parts.at(-1) ?? ''),
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
    harms: harmsOf(lexicon),
    damages: damagesOf(lexicon),
    mentions: openMentionWords(lexicon),
  }
}

/** Whether a word belongs to a class of `event-words`. */
export function isOf(words: EventWords, word: string | undefined, ...classes: string[]): boolean {
  if (word === undefined) return false
  return classes.some((name) => words.classes.get(name)?.has(word) === true)
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
    classes.set(name, (classes.get(name) ?? new Set()).add(word))
  return classes
}

function harmsOf(lexicon: Lexicon): Map<string, HarmRow[]> {
  const rows = lexicon.rows('harm-words').map((row) => ({
    key: `${(row['lemma'] ?? '').split(' ')[0] ?? ''} ${row['pos'] ?? ''}`,
    parts: (row['lemma'] ?? '').split(' '),
    // The lists are ours; a test holds every cell against the records.
    harm: row['harm'] as HarmRow['harm'],
    whom: row['whom'] as CountedWhere,
  }))
  return groupBy(rows, ({ key }) => key)
}

function damagesOf(lexicon: Lexicon): Map<string, DamageRow[]> {
  const rows = lexicon.rows('damage-words').map((row) => ({
    key: `${(row['lemma'] ?? '').split(' ')[0] ?? ''} ${row['pos'] ?? ''}`,
    parts: (row['lemma'] ?? '').split(' '),
    // As above: a test holds every cell.
    level: row['level'] as DamageRow['level'],
    how: row['how'] as DamageRow['how'],
    weak: row['strength'] === 'weak',
  }))
  return groupBy(rows, ({ key }) => key)
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
