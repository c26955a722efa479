import type { Place, Span, Statement, Time, Trace } from '../../records/index.ts'
import {
  childrenBy,
  firstTokenFrom,
  tokensIn,
  type Document,
  type PhraseMatch,
  type Token,
} from '../../text/index.ts'
import { openDates, type Dates } from '../mentions/dates.ts'
import type { Mention, Mentions } from '../mentions/mention.ts'
import { indexContent } from './content-index.ts'
import { isOf, type EventWords } from './event-words.ts'

/** What events are read with besides the document and its mentions. */
export interface EventContext {
  readonly words: EventWords
  readonly phrases: readonly PhraseMatch[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  readonly statements: readonly Statement[]
  readonly trace?: Trace
}

/** All that the rules for events look at. */
export interface Scene extends EventContext {
  readonly document: Document
  readonly mentions: Mentions
  readonly dates: Dates
  /** Pairs of triggers that the text tells apart ("to avenge the killing"). */
  readonly apart?: ReadonlyMap<number, ReadonlySet<number>>
  /** The first sentence below each headline that tells of something, with the sentence of the headline. */
  readonly leads?: ReadonlyMap<number, number>
  /** The statements whose content holds a span, the widest first. */
  readonly holding: (span: Span) => Statement[]
  /** Whether a token lies in a time expression. */
  readonly inTime: (token: number) => boolean
}

/** Opens what the rules look at; what they ask again and again is laid out once. */
export function openScene(document: Document, mentions: Mentions, context: EventContext): Scene {
  return {
    document,
    mentions,
    dates: openDates(document, context.times),
    holding: indexContent(context.statements),
    inTime: indexTimes(document, context.times),
    ...context,
  }
}

function indexTimes(document: Document, times: readonly Time[]): (token: number) => boolean {
  const inside = new Set<number>()
  for (const { evidence } of times)
    for (const span of evidence) {
      const { first, last } = tokensIn(document, span)
      for (let at = first; at < last; at += 1) inside.add(at)
    }
  return (token) => inside.has(token)
}

export function tokenAt({ document }: Scene, index: number): Token | undefined {
  return document.tokens[index]
}

/** The lemma of a token in lower case. */
export function lemmaAt({ document }: Scene, index: number): string {
  return document.tokens[index]?.lowerLemma ?? ''
}

/** The statements whose content holds a span, the widest first. */
export function statementsHolding(scene: Scene, span: Span): Statement[] {
  return scene.holding(span)
}

const PEOPLE: ReadonlySet<string> = new Set([
  'person',
  'armed-group',
  'state-force',
  'government',
  'organisation',
  'media',
  'civilians',
  'crowd',
  'unknown',
])

/** Whether a phrase stands for people rather than things and places. */
export function isPeople(mention: Mention | undefined): boolean {
  return mention !== undefined && PEOPLE.has(mention.type)
}

/** A noun for an attack, whatever else it may mean. */
export function isAttackNoun({ document, words }: Scene, head: number): boolean {
  const token = document.tokens[head]
  if (token?.upos !== 'NOUN') return false
  const rows = words.nouns.get(token.lowerLemma) ?? []
  return rows.some(
    ({ kind, parts }) => parts.length === 1 && words.kinds.get(kind)?.roles === 'attack',
  )
}

/** The head of the phrase for whoever says it. */
export function sourceHead(
  { document, mentions }: Scene,
  { source }: Statement,
): number | undefined {
  const words = source?.evidence.find((span) => span.in === undefined)
  if (!source || !words) return undefined
  const { first, last } = tokensIn(document, words)
  for (let at = first; at < last; at += 1) {
    const actor = mentions.actorOf(mentions.byHead(at))
    if (actor && actor.id === source.actor) return at
  }
  return undefined
}

/** The first word of its cue. */
export function cueOf({ document }: Scene, { cue }: Statement): Token | undefined {
  const words = cue?.evidence.find((span) => span.in === undefined)
  return words && document.tokens[firstTokenFrom(document, words.start)]
}

/** The statement whose content alone holds a span. */
export function saidAt(scene: Scene, span: Span): { statement?: string } {
  const deepest = statementsHolding(scene, span).at(-1)
  return deepest ? { statement: deepest.id } : {}
}

/** Whether a word stands under "not", "never" and the like, by the relations that they may hang on it with. */
export function isNegated(
  { document, words }: Scene,
  at: number,
  relations: readonly string[] = ['advmod'],
): boolean {
  return childrenBy(document, at, ...relations).some(({ lower }) =>
    isOf(words, lower.replace('’', "'"), 'negation'),
  )
}
