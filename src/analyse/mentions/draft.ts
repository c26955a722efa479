import type { ActorKind } from '../../records/index.ts'
import { rangeSpan, type Document } from '../../text/index.ts'
import type { NounPhrase } from './noun-phrases.ts'
import type { Typed } from './mention-type.ts'

/** A typed noun phrase that is yet to be joined to its actor. */
export interface Draft extends NounPhrase, Typed {
  readonly index: number
}

/** What the report says of one actor, while it is being read. */
export interface Cluster {
  readonly index: number
  readonly mentions: Draft[]
  kind: ActorKind
  known?: string
  /** Whether a name is among its mentions. */
  named: boolean
  /** What its singular pronouns were. */
  gender?: 'he' | 'she' | 'it'
  plural: boolean
  /** How much it is in focus, as of its last sentence. */
  salience: number
  /** What was left of that when its last sentence began. */
  before: number
  sentence: number
}

/** Kinds that stand for bodies of people. */
const BODIES: ReadonlySet<string> = new Set([
  'armed-group',
  'state-force',
  'government',
  'organisation',
  'media',
])

export function isBody(kind: string): boolean {
  return BODIES.has(kind)
}

/** Whether two kinds may be the same actor's. */
export function agree(a: string, b: string): boolean {
  return a === b || a === 'unknown' || b === 'unknown' || (isBody(a) && isBody(b))
}

/** A name as it is compared: small letters and digits only, without "the". */
export function nameKey(document: Document, range: { first: number; last: number }): string {
  const { start, end } = rangeSpan(document, range)
  return document.text
    .slice(start, end)
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** "sdf" for "Syrian Democratic Forces", with and without small words. */
export function initialsOf(
  { tokens }: Document,
  { first, last }: { first: number; last: number },
): string[] {
  if (last - first < 2) return []
  const words = tokens.slice(first, last).filter(({ text }) => /^\p{L}/u.test(text))
  const large = words.filter(({ text }) => /^\p{Lu}/u.test(text))
  const made = [large, words].map((parts) => parts.map(({ lower }) => lower.charAt(0)).join(''))
  return [...new Set(made)].filter((word) => word.length > 1)
}
