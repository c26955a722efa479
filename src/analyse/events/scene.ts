import type { Place, Span, Statement, Time, Trace } from '../../records/index.ts'
import type { Document, PhraseMatch, Token } from '../../text/index.ts'
import type { Dates } from '../mentions/dates.ts'
import type { Mention, Mentions } from '../mentions/mention.ts'
import type { EventWords } from './event-words.ts'

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
}

export function tokenAt({ document }: Scene, index: number): Token | undefined {
  return document.tokens[index]
}

/** The lemma of a token in lower case. */
export function lemmaAt({ document }: Scene, index: number): string {
  return document.tokens[index]?.lemma.toLowerCase() ?? ''
}

/** The statements whose content holds a span, the widest first. */
export function statementsHolding({ statements }: Scene, { start, end }: Span): Statement[] {
  return statements
    .filter(({ content }) =>
      content.some((span) => span.in === undefined && span.start <= start && end <= span.end),
    )
    .sort((a, b) => widthOf(b) - widthOf(a))
}

function widthOf({ content }: Statement): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0)
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
  const rows = words.nouns.get(token.lemma.toLowerCase()) ?? []
  return rows.some(
    ({ kind, parts }) => parts.length === 1 && words.kinds.get(kind)?.roles === 'attack',
  )
}

/** The statement whose content alone holds a span. */
export function saidAt(scene: Scene, span: Span): { statement?: string } {
  const deepest = statementsHolding(scene, span).at(-1)
  return deepest ? { statement: deepest.id } : {}
}
