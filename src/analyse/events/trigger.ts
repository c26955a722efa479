import {
  childBy,
  datelineBefore,
  rangeSpan,
  type Sentence,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { isBody } from '../mentions/draft.ts'
import { isOf, rowsOf, type TriggerPos, type TriggerRow } from './event-words.ts'
import { isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'

/** Words that may tell of an event, before anything around them is looked at. */
export interface Trigger {
  /** The verb or the head noun. */
  readonly token: number
  readonly range: TokenRange
  readonly pos: TriggerPos
  /** Longest first; the first whose needs are met stands. */
  readonly rows: readonly TriggerRow[]
}

/** Triggers of all paragraphs that tell of things, in order of text. */
export function findTriggers(scene: Scene): Trigger[] {
  const { document } = scene
  const inNames = wordsOfNames(scene)
  const found: Trigger[] = []
  for (const paragraph of document.paragraphs) {
    if (paragraph.kind !== 'text' && paragraph.kind !== 'heading') continue
    for (let at = paragraph.firstSentence; at < paragraph.lastSentence; at += 1) {
      const sentence = document.sentences[at]
      if (sentence)
        found.push(...inSentence(scene, sentence).filter(({ token }) => !inNames.has(token)))
    }
  }
  return found
}

/** Tokens of the names of bodies: the "Movement for the Liberation of Velka" need not have freed it. */
function wordsOfNames({ mentions }: Scene): ReadonlySet<number> {
  const words = new Set<number>()
  for (const { first, last, form, type } of mentions.all)
    if (form === 'name' && isBody(type)) for (let at = first; at < last; at += 1) words.add(at)
  return words
}

function inSentence(scene: Scene, sentence: Sentence): Trigger[] {
  const silent = silencedTokens(scene, sentence)
  const found: Trigger[] = []
  for (let at = sentence.first; at < sentence.last; at += 1) {
    // "went on strike": the last word of a phrase tells of nothing besides.
    if (silent.has(at) || found.at(-1)?.range.last === at + 1) continue
    const trigger = triggerAt(scene, at)
    if (trigger) found.push(trigger)
  }
  return found
}

function triggerAt(scene: Scene, at: number): Trigger | undefined {
  const token = tokenAt(scene, at)
  if (!token || inDateline(scene, token)) return undefined
  // "Monday's shooting": what has an owner or an article is a noun.
  if (token.xpos === 'VBG' && childBy(scene.document, at, 'nmod:poss', 'det')) {
    const trigger = nounTrigger(scene, token)
    if (trigger) return trigger
  }
  if (token.upos === 'VERB') return verbTrigger(scene, token)
  if (token.upos === 'ADJ' && token.xpos.startsWith('VB')) return verbTrigger(scene, token)
  // "Gunmen shot dead four soldiers": a noun with an object is a verb.
  if (token.upos === 'NOUN' && isMisreadVerb(scene, at)) {
    const trigger = verbTrigger(scene, token)
    if (trigger) return trigger
  }
  // "Bombing" in a headline is tagged as a name; a compound's words belong to their head.
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return undefined
  return isOfCalendar(scene, token) ? undefined : nounTrigger(scene, token)
}

/** A noun that has an object, or a subject and no "is": "gunmen shot dead a teacher". What an article, an adjective or a preposition leads to is one. */
function isMisreadVerb({ document }: Scene, at: number): boolean {
  if (/^(DET|ADJ|ADP|NUM)$/.test(document.tokens[at - 1]?.upos ?? '')) return false
  if (childBy(document, at, 'obj')) return true
  return childBy(document, at, 'nsubj') !== undefined && !childBy(document, at, 'cop')
}

/** "2 March", "the March elections": a month is no march. */
function isOfCalendar({ words, inTime, document }: Scene, { index, lower, text }: Token): boolean {
  if (inTime(index)) return true
  return (
    words.mentions.is('calendar', lower) && /^\p{Lu}/u.test(text) && !isCapital(document, index)
  )
}

/** In capitals throughout, or at the head of a sentence, a capital says nothing. */
function isCapital({ capitals, sentences, tokens }: Scene['document'], at: number): boolean {
  return capitals || sentences[tokens[at]?.sentence ?? -1]?.first === at
}

function inDateline({ document }: Scene, token: Token): boolean {
  const line = datelineBefore(document, token.end)
  return line !== undefined && token.start >= line.start && token.end <= line.end
}

function verbTrigger(scene: Scene, token: Token): Trigger | undefined {
  // A lemma may have lost its last letter ("massacred").
  const lemma = token.lowerLemma
  const rows = scene.words.verbs.get(lemma) ?? scene.words.verbs.get(`${lemma}e`) ?? []
  const matched: { row: TriggerRow; last: number }[] = []
  for (const row of rows) {
    const last = lastPart(scene, token, row.parts)
    if (last !== undefined) matched.push({ row, last })
  }
  if (matched.length === 0) return undefined
  const asks = ({ row }: { row: TriggerRow }): number => (row.needs === undefined ? 0 : 1)
  matched.sort((a, b) => b.row.parts.length - a.row.parts.length || asks(b) - asks(a))
  const longest = matched[0]
  // A verb that is only part of a longer phrase ("set fire to") may end far from its start: then the verb alone is shown.
  const near = longest && longest.last - token.index < 5 ? longest.last : token.index
  return {
    token: token.index,
    range: { first: token.index, last: near + 1 },
    pos: 'VERB',
    rows: matched.map(({ row }) => row),
  }
}

/** Where the last word of a verb phrase stands: "blow the car up", "set the shop on fire"; at most eight words on. */
function lastPart(scene: Scene, token: Token, parts: readonly string[]): number | undefined {
  let at = token.index
  for (const part of parts.slice(1)) {
    const next = nextPart(scene, { from: at + 1, sentence: token.sentence }, part)
    if (next === undefined) return undefined
    if (next > at + 1 && isOwnPreposition(scene, { at, next, parts })) return undefined
    at = next
  }
  return at
}

/** "called a strike for Monday" does not call for anything: the last word, if a preposition, stands by the one before it. */
function isOwnPreposition(
  { document }: Scene,
  { at, next, parts }: { at: number; next: number; parts: readonly string[] },
): boolean {
  const token = document.tokens[next]
  if (token?.deprel !== 'case' || token.lower !== parts.at(-1)) return false
  return document.tokens.slice(at + 1, next).some(({ upos }) => upos !== 'ADV')
}

function nextPart(
  scene: Scene,
  { from, sentence }: { from: number; sentence: number },
  part: string,
): number | undefined {
  for (let at = from; at < from + 8; at += 1) {
    const token = tokenAt(scene, at)
    if (token?.sentence !== sentence || token.upos === 'PUNCT' || token.upos === 'VERB')
      return token?.lower === part ? at : undefined
    if (token.lower === part || token.lowerLemma === part) return at
    if (part === 'oneself' && isOf(scene.words, token.lower, 'reflexive')) return at
  }
  return undefined
}

function nounTrigger(scene: Scene, token: Token): Trigger | undefined {
  const lemma = token.upos === 'NOUN' ? token.lowerLemma : singular(token.lower)
  const rows = scene.words.nouns.get(lemma) ?? scene.words.nouns.get(token.lower) ?? []
  const matched = rows
    .filter(({ parts }) => hasBefore(scene, token, parts))
    .sort((a, b) => b.parts.length - a.parts.length)
  const longest = matched[0]
  if (!longest || isModifier(scene, token)) return undefined
  const first = firstOfPhrase(scene, token, longest.parts.length)
  return {
    token: token.index,
    range: { first, last: token.index + 1 },
    pos: 'NOUN',
    rows: matched,
  }
}

function singular(lower: string): string {
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower
}

function hasBefore(scene: Scene, { index }: Token, parts: readonly string[]): boolean {
  return parts.slice(0, -1).every((part, i) => {
    const before = index - parts.length + 1 + i
    return lemmaAt(scene, before) === part || tokenAt(scene, before)?.lower === part
  })
}

/** "attack helicopter", "bombing suspect": the word only says what kind of thing the head is; "a shooting incident" is a shooting. */
function isModifier({ document, words }: Scene, token: Token): boolean {
  if (token.deprel !== 'compound' && token.deprel !== 'nmod:poss') return false
  const head = document.tokens[token.head]
  if (isOf(words, head?.lowerLemma, 'incident')) return false
  return head !== undefined && head.index > token.index && token.deprel === 'compound'
}

/** Compounds and the adjectives beside them belong to the trigger: "suicide attack", "car bomb blast". */
function firstOfPhrase(scene: Scene, { index }: Token, least: number): number {
  let first = index - least + 1
  while (first > 0) {
    const before = tokenAt(scene, first - 1)
    if (before?.head !== index || before.deprel !== 'compound') break
    // "an Islamic State attack": whose it is stands by itself.
    if (isPeople(scene.mentions.at(before.index))) break
    first -= 1
  }
  return first
}

/** Tokens of figures of speech, and all of a sentence about sport or fiction. */
function silencedTokens(scene: Scene, sentence: Sentence): ReadonlySet<number> {
  const silent = new Set<number>()
  for (let at = sentence.first; at < sentence.last; at += 1)
    for (const parts of scene.words.figurative.get(lemmaOrForm(scene, at)) ?? NO_PHRASES)
      if (parts.every((part, i) => matchesWord(scene, at + i, part)))
        parts.forEach((_part, i) => silent.add(at + i))
  if (isOfGamesOrTales(scene, sentence))
    for (let at = sentence.first; at < sentence.last; at += 1) silent.add(at)
  for (const at of silent) scene.trace?.(missed(scene, at))
  return silent
}

const NO_PHRASES: readonly (readonly string[])[] = []

function missed(
  { document }: Scene,
  at: number,
): { rule: string; outcome: 'missed'; span: { start: number; end: number }; why: string } {
  const span = rangeSpan(document, { first: at, last: at + 1 })
  return { rule: 'events/trigger', outcome: 'missed', span, why: 'a figure of speech' }
}

function lemmaOrForm(scene: Scene, at: number): string {
  return tokenAt(scene, at)?.lower ?? ''
}

function matchesWord(scene: Scene, at: number, part: string): boolean {
  return tokenAt(scene, at)?.lower === part || lemmaAt(scene, at) === part
}

/** Two words of sport without a word of harm or fighters, or one of fiction that is no mere modifier ("film festival"). */
function isOfGamesOrTales(scene: Scene, { first, last }: Sentence): boolean {
  let [sport, fiction, harm] = [0, 0, 0]
  for (let at = first; at < last; at += 1) {
    const token = tokenAt(scene, at)
    const word = token?.lowerLemma
    if (!token || !word) continue
    if (tellsOfHarm(scene, word, token.upos) || isOf(scene.words, word, 'fighters')) harm += 1
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue
    if (isOf(scene.words, word, 'sport')) sport += 1
    if (isOf(scene.words, word, 'fiction') && token.deprel !== 'compound') fiction += 1
  }
  return fiction >= 1 || isGame(sport, harm) || (sport >= 1 && hasScore(scene, first, last))
}

function isGame(sport: number, harm: number): boolean {
  return sport >= 2 && harm === 0
}

/** "beat them 3-1" */
function hasScore({ document }: Scene, first: number, last: number): boolean {
  const { start } = document.tokens[first] ?? { start: 0 }
  const text = document.text.slice(
    start,
    Math.min(document.tokens[last - 1]?.end ?? start, start + LONGEST),
  )
  return /\s\d{1,2}[-–]\d{1,2}[\s.,;]/.test(text)
}

/** As much of a sentence as is looked at for a score, in UTF-16 units. */
const LONGEST = 1000

function tellsOfHarm({ words }: Scene, word: string, pos: string): boolean {
  return rowsOf(words.harms, word, pos)?.some(({ parts }) => parts.length === 1) === true
}
