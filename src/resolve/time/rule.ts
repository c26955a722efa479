import type { TimeRange, TimeType, TimeMod } from '../../records/index.ts'
import type { Document, Token } from '../../text/index.ts'
import type { TimeFocus } from './focus.ts'
import type { TimeWordKind, TimeWords } from './words.ts'

/** What a rule made of the tokens from its first one: how many it took, and what they mean. */
export interface TimeReading extends TimeRange {
  readonly length: number
  readonly type: TimeType
  /** TIMEX3. */
  readonly value?: string
  readonly mod?: TimeMod
  /** Counted from the day of publication. */
  readonly fromPublication?: true
  /** A "the" before it belongs to it. */
  readonly article?: true
  /** Counted from a time that the text does not say: "two days after the attack". */
  readonly offset?: TimeOffset
}

/** How far from an event: `amount` of a TIMEX3 unit, before or after it. */
export interface TimeOffset {
  readonly amount: number | 'X'
  readonly unit: string
  readonly direction: 'before' | 'after'
}

export interface TimePlace {
  readonly document: Document
  readonly words: TimeWords
  /** The day of publication, where it is known. */
  readonly publishedOn?: string
  readonly focus: TimeFocus
  /** Index of the token that the rule starts at. */
  readonly at: number
  /** End of its sentence. */
  readonly last: number
  /** What the rules read from so many tokens further. */
  readonly inner: (offset: number) => TimeReading | undefined
}

/** One way of writing a time; it is tried only where a word of one of `starts` stands. The examples say what the words mean for a report of Wednesday 2024-03-06; `-` for silence. */
export interface TimeRule {
  readonly name: string
  readonly starts: readonly TimeWordKind[]
  readonly examples: Readonly<Record<string, string>>
  readonly read: (place: TimePlace) => TimeReading | undefined
}

/** A reading whose "the" belongs to what stands before it. */
export function withoutArticle(reading: TimeReading): TimeReading {
  const copy = { ...reading }
  delete (copy as { article?: true }).article
  return copy
}

/** The token so many further (or back), within the sentence. */
export function tokenAt({ document, at, last }: TimePlace, offset: number): Token | undefined {
  const index = at + offset
  if (index >= last) return undefined
  const token = document.tokens[index]
  return token && token.sentence === document.tokens[at]?.sentence ? token : undefined
}

/** Its word in lower case; empty where there is none. */
export function lowerAt(place: TimePlace, offset: number): string {
  return tokenAt(place, offset)?.lower ?? ''
}

/** The value of its word as one of a kind. */
export function valueAt(place: TimePlace, kind: TimeWordKind, offset: number): string | undefined {
  return place.words.valueOf(kind, lowerAt(place, offset))
}

/** Whether a hyphen or dash stands there, with no space on its left. */
export function isHyphen(place: TimePlace, offset: number): boolean {
  const token = tokenAt(place, offset)
  return token !== undefined && /^[-–—‐‑]$/.test(token.text) && isJoined(place, offset)
}

/** Whether a token touches the one before it. */
export function isJoined(place: TimePlace, offset: number): boolean {
  const [before, token] = [tokenAt(place, offset - 1), tokenAt(place, offset)]
  return before !== undefined && token !== undefined && before.end === token.start
}

/** "the", "a", "this" and the like may stand there: 1 or 0. */
export function skip(place: TimePlace, offset: number, words: RegExp): number {
  return words.test(lowerAt(place, offset)) ? 1 : 0
}
