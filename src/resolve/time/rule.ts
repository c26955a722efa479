import type { TimeRange, TimeType } from '../../records/index.ts'
import type { Document, Token } from '../../text/index.ts'
import type { TimeWords } from './words.ts'

/** What a rule made of the tokens from its first one: how many it took, and what they mean. */
export interface TimeReading extends TimeRange {
  readonly length: number
  readonly type: TimeType
  /** TIMEX3. */
  readonly value?: string
  /** Counted from the day of publication. */
  readonly fromPublication?: true
}

export interface TimePlace {
  readonly document: Document
  readonly words: TimeWords
  /** The day of publication, where it is known. */
  readonly publishedOn?: string
  /** The token that the rule may start at, and those after it in its sentence. */
  readonly tokens: readonly Token[]
}

/** One way of writing a time. The examples say what the words mean for a report of Wednesday 2024-03-06; `-` for silence. */
export interface TimeRule {
  readonly name: string
  readonly examples: Readonly<Record<string, string>>
  read(place: TimePlace): TimeReading | undefined
}
