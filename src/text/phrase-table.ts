import type { Document } from './document.ts'
import type { PhraseEntry, PhraseMatch, PhraseTable } from './phrases.ts'
import { findTokens, type TokenWords } from './tokens.ts'

/** A phrase of a word list, as it is written. */
export interface Phrase {
  readonly phrase: string
  readonly entry: PhraseEntry
}

/** Joins phrase lists in one token trie. Phrases are cut as text is, and match without case and kind of apostrophe; `exact` ones only as written, and those that are words of English too (`facts.word`) not in a text of capitals. */
export function openPhraseTable(phrases: Iterable<Phrase>, words: TokenWords): PhraseTable {
  const trie = newTrie()
  const waiting = groupByFirstWord(phrases, words)
  const addThoseFrom = (first: string): void => {
    for (const one of waiting.get(first) ?? []) addPhrase(trie, one, words)
    waiting.delete(first)
  }
  return {
    find: (document) => {
      const keys = document.tokens.map(({ text }) => fold(text))
      for (const key of keys) if (waiting.has(key)) addThoseFrom(key)
      return findPhrases(trie, document, keys)
    },
  }
}

/** Phrases by their first word. They enter the trie when a text has that word: most never do, and there are twenty thousand. */
function groupByFirstWord(phrases: Iterable<Phrase>, words: TokenWords): Map<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>()
  for (const one of phrases) {
    const first = firstWordOf(one.phrase, words)
    const group = groups.get(first)
    if (group) group.push(one)
    else groups.set(first, [one])
  }
  return groups
}

const PLAIN_OR_OWNER = /^([A-Za-z]+)(?:'s)?$/

function firstWordOf(phrase: string, words: TokenWords): string {
  const space = phrase.indexOf(' ')
  const head = space < 0 ? phrase : phrase.slice(0, space)
  // "Velka's army": the mark of the owner is a word of its own.
  const plain = PLAIN_OR_OWNER.exec(head)?.[1]
  if (plain !== undefined && !words.splits.has(plain.toLowerCase())) return fold(plain)
  const [first] = findTokens(phrase, { start: 0, end: phrase.length }, words)
  return first ? fold(phrase.slice(first.start, first.end)) : ''
}

/** Longest phrase that is looked for, in tokens. */
const LONGEST = 16

/** Nodes are numbers; edges lie in one open hash table of (node, word) → node. */
interface Trie {
  readonly wordIds: Map<string, number>
  readonly ends: Map<number, Phrase[]>
  size: number
  edges: number
  /** Three numbers a slot: node, word, child; child 0 means a free slot. */
  slots: Int32Array
}

function newTrie(): Trie {
  return { wordIds: new Map(), ends: new Map(), size: 1, edges: 0, slots: new Int32Array(3 * 1024) }
}

function addPhrase(trie: Trie, phrase: Phrase, words: TokenWords): void {
  const text = phrase.phrase
  const tokens = findTokens(text, { start: 0, end: text.length }, words)
  if (tokens.length === 0 || tokens.length > LONGEST) return
  let node = 0
  for (const { start, end } of tokens) {
    const key = fold(text.slice(start, end))
    const word = trie.wordIds.get(key) ?? trie.wordIds.size + 1
    trie.wordIds.set(key, word)
    node = childOf(trie, node, word) || addEdge(trie, node, word)
  }
  const known = trie.ends.get(node)
  if (known) known.push(phrase)
  else trie.ends.set(node, [phrase])
}

function fold(word: string): string {
  const lower = word.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

/** The slot of an edge, or the free one where it would stand. */
function slotOf({ slots }: Trie, node: number, word: number): number {
  const count = slots.length / 3
  let at = (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 0
  for (at %= count; slots[3 * at + 2] !== 0; at = (at + 1) % count) {
    if (slots[3 * at] === node && slots[3 * at + 1] === word) return at
  }
  return at
}

/** The node below, 0 where there is none. */
function childOf(trie: Trie, node: number, word: number): number {
  return trie.slots[3 * slotOf(trie, node, word) + 2] ?? 0
}

function addEdge(trie: Trie, node: number, word: number): number {
  if (trie.edges * 6 > trie.slots.length) grow(trie)
  const child = trie.size
  trie.size += 1
  trie.edges += 1
  trie.slots.set([node, word, child], 3 * slotOf(trie, node, word))
  return child
}

function grow(trie: Trie): void {
  const old = trie.slots
  trie.slots = new Int32Array(old.length * 2)
  for (let at = 0; at < old.length; at += 3) {
    if (old[at + 2] === 0) continue
    trie.slots.set(old.subarray(at, at + 3), 3 * slotOf(trie, old[at] ?? 0, old[at + 1] ?? 0))
  }
}

function findPhrases(trie: Trie, document: Document, keys: readonly string[]): PhraseMatch[] {
  const ids = keys.map((key) => trie.wordIds.get(key) ?? 0)
  const matches: PhraseMatch[] = []
  // For each list the token from which it may match again: matches of one list do not overlap.
  const free = new Map<string, number>()
  for (let first = 0; first < ids.length; first += 1) {
    const word = ids[first] ?? 0
    if (word === 0 || childOf(trie, 0, word) === 0) continue
    for (const [last, entries] of longestAt(trie, document, { ids, first, free }))
      matches.push({ first, last, entries })
  }
  return matches
}

interface Start {
  readonly ids: readonly number[]
  readonly first: number
  readonly free: Map<string, number>
}

/** The longest match of each list that starts at a token, by their end. */
function longestAt(trie: Trie, document: Document, start: Start): Map<number, PhraseEntry[]> {
  const longest = new Map<string, { last: number; entries: PhraseEntry[] }>()
  for (const { last, phrase } of phrasesAt(trie, document, start)) {
    const { list } = phrase.entry
    const best = longest.get(list)
    if (best?.last === last) best.entries.push(phrase.entry)
    else longest.set(list, { last, entries: [phrase.entry] })
  }
  const byEnd = new Map<number, PhraseEntry[]>()
  for (const [list, { last, entries }] of longest) {
    if (start.first < (start.free.get(list) ?? 0)) continue
    start.free.set(list, last)
    byEnd.set(last, [...(byEnd.get(last) ?? []), ...entries])
  }
  return byEnd
}

/** All phrases that start at a token and end in its sentence, shortest first. */
function phrasesAt(
  trie: Trie,
  document: Document,
  { ids, first }: Start,
): { last: number; phrase: Phrase }[] {
  const found: { last: number; phrase: Phrase }[] = []
  const sentence = document.tokens[first]?.sentence
  let node = 0
  for (let at = first; at < ids.length && document.tokens[at]?.sentence === sentence; at += 1) {
    const word = ids[at] ?? 0
    node = word === 0 ? 0 : childOf(trie, node, word)
    if (node === 0) break
    for (const phrase of trie.ends.get(node) ?? [])
      if (counts(document, phrase, { first, last: at + 1 })) found.push({ last: at + 1, phrase })
  }
  return found
}

function counts(
  document: Document,
  { phrase, entry }: Phrase,
  { first, last }: { first: number; last: number },
): boolean {
  if (document.capitals && entry.facts?.['word'] === 'yes') return false
  if (!entry.exact) return true
  const [start, end] = [document.tokens[first]?.start, document.tokens[last - 1]?.end]
  return document.text.slice(start, end).replaceAll('’', "'") === phrase.replaceAll('’', "'")
}
