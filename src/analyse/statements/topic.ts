import type { Span, Stance, Topic } from '../../records/index.ts'
import { childrenBy, tokensIn, type Document, type Token } from '../../text/index.ts'
import type { StatementWords, TopicPhrase } from './statement-words.ts'

export interface TopicGround {
  readonly document: Document
  readonly words: StatementWords
}

interface Said {
  readonly content: readonly Span[]
  readonly stance: Stance
  readonly cue: Token | undefined
}

/** What a statement is about by its own words and its cue; figures and doers of its events are weighed by `linkStatements`. What somebody wants, asks or will not say has none. */
export function topicOf(said: Said, ground: TopicGround): Topic | undefined {
  if (NO_TOPIC.has(said.stance)) return undefined
  const content = readContent(said.content, ground.document)
  if (isOwnDeed(said, content, ground)) return 'responsibility'
  const found = phrasesIn(content, ground)
  for (const { topic, where } of ground.words.topics.get(said.cue?.lowerLemma ?? '') ?? [])
    if (where === 'cue' && (topic !== 'toll' || content.tokens.some(isNumber))) found.add(topic)
  const told = TOPICS.find((topic) => found.has(topic))
  if (told) return told
  return said.stance === 'warns' && !isAdvice(content, ground) ? 'outlook' : undefined
}

/** Stances of what is no report of anything. */
export const NO_TOPIC: ReadonlySet<Stance> = new Set<Stance>(['demands', 'declines', 'asks'])

/** What says why or who goes before what says how many, and that before the vaguer ones. */
const TOPICS: readonly Topic[] = [
  'responsibility',
  'motive',
  'perpetrator',
  'toll',
  'outlook',
  'assessment',
]

/** The tokens of what is said, and which of them head it. */
interface Content {
  readonly tokens: readonly Token[]
  readonly heads: ReadonlySet<number>
}

/** Tokens of one span that are looked at. */
const LONGEST = 150

function readContent(spans: readonly Span[], document: Document): Content {
  const tokens = spans.flatMap((span) => {
    const { first, last } = tokensIn(document, span)
    return document.tokens.slice(first, Math.min(last, first + LONGEST))
  })
  const held = new Set(tokens.map(({ index }) => index))
  const heads = tokens.filter(({ head, upos }) => upos !== 'PUNCT' && !held.has(head))
  return { tokens, heads: new Set(heads.map(({ index }) => index)) }
}

/** "denied having fired it", "admitted that its fighters laid the mine", "said it was not involved": the speaker's own act. */
function isOwnDeed(
  { stance, cue }: Said,
  { tokens, heads }: Content,
  { document, words }: TopicGround,
): boolean {
  const isOwn = tokens.some((token) => isSelf(token, heads, document))
  const head = tokens.find(({ index }) => heads.has(index))
  if (isOwn && tokens.some(({ index, lemma }) => heads.has(index) && INVOLVED.test(lemma)))
    return true
  const isAdmitted = cue !== undefined && ADMITTING.test(cue.lowerLemma)
  if (stance !== 'denies' && stance !== 'claims' && !isAdmitted) return false
  const isNoun = head?.upos === 'NOUN' || head?.upos === 'PROPN'
  if (isOwn || (stance === 'claims' ? isNoun : head && isGerund(head, document))) return true
  return tokens
    .slice(0, 6)
    .some(({ lowerLemma }) => (words.topics.get(lowerLemma) ?? []).some(isPart))
}

/** "holding them", "having held them". */
function isGerund({ index, xpos }: Token, document: Document): boolean {
  return xpos === 'VBG' || childrenBy(document, index, 'aux').some((aux) => aux.xpos === 'VBG')
}

const INVOLVED = /^(?:involve|involved|responsible)$/
const ADMITTING = /^(?:admit|confess|acknowledge)$/
const SELF = /^(?:he|she|it|they|we|i|his|her|its|their|our|my)$/

/** "he", "its fighters", "one of its drones": the subject of what is said is the speaker, or one of his. */
function isSelf(
  { index, head, lower, deprel }: Token,
  heads: ReadonlySet<number>,
  document: Document,
): boolean {
  if (!deprel.startsWith('nsubj') || !heads.has(head)) return false
  const owned = [index, ...childrenBy(document, index, 'nmod').map((noun) => noun.index)]
  const owners = owned.flatMap((noun) => childrenBy(document, noun, 'nmod:poss'))
  return SELF.test(lower) || owners.some((owner) => SELF.test(owner.lower))
}

/** "warned *to keep away*", "warned *against any adventure*". */
function isAdvice({ heads }: Content, { document }: TopicGround): boolean {
  return [...heads].some((index) => {
    const head = document.tokens[index]
    const isInfinitive = childrenBy(document, index, 'mark').some(({ lower }) => lower === 'to')
    return isInfinitive || head?.upos === 'NOUN' || head?.upos === 'PROPN'
  })
}

function phrasesIn(content: Content, ground: TopicGround): Set<Topic> {
  const { document, words } = ground
  const found = new Set<Topic>()
  const isCounted = content.tokens.some(isNumber) && isShortOrOfPeople(content)
  for (const token of content.tokens)
    for (const phrase of words.topics.get(token.lowerLemma) ?? []) {
      const isHere = phrase.parts.every((part, i) => isWord(document.tokens[token.index + i], part))
      if (isHere && counts(phrase, token, { content, isCounted, document })) found.add(phrase.topic)
    }
  return found
}

function isNumber({ upos, lower }: Token): boolean {
  return upos === 'NUM' || /^(?:no|several|dozens)$/.test(lower)
}

/** Most tokens of what is said of numbers alone: "four dead". */
const SHORT = 10

function isShortOrOfPeople({ tokens }: Content): boolean {
  return tokens.length < SHORT || tokens.some(({ lowerLemma }) => COUNTED.test(lowerLemma))
}

const COUNTED = /^(?:people|person|civilian|body|number|toll)$/

/** Whether a phrase stands where it counts: anywhere, beside a number, or as the verb that heads what is said or its auxiliary. */
function counts(
  { where }: TopicPhrase,
  token: Token,
  { content, isCounted, document }: { content: Content; isCounted: boolean; document: Document },
): boolean {
  switch (where) {
    case 'number':
      return isCounted
    case 'head':
      return isAtHead(token, content) && !isUnreal(token, document)
    case 'any':
      return true
    default:
      return false
  }
}

function isAtHead({ index, head }: Token, { heads }: Content): boolean {
  return heads.has(head) || heads.has(index)
}

/** "would have lynched him". */
function isUnreal({ head }: Token, document: Document): boolean {
  return childrenBy(document, head, 'aux').some(({ lower }) => lower === 'have')
}

function isPart({ where }: TopicPhrase): boolean {
  return where === 'part'
}

function isWord(token: Token | undefined, part: string): boolean {
  return token?.lower === part || token?.lowerLemma === part
}
