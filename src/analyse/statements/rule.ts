import type { Span, Stance } from '../../records/index.ts'
import type { Document, Sentence, Token, TokenRange } from '../../text/index.ts'
import type { Mentions } from '../mentions/mention.ts'
import type { QuotationIndex } from './quotation-index.ts'
import type { ReportingVerb, StatementWords } from './statement-words.ts'

/** A source in the text: the token that heads it and the words that name it. */
export interface SourcePhrase {
  readonly head: number
  readonly range: TokenRange
  /** The head of the noun that a relative pronoun ("who") stands for. */
  readonly standsFor?: number
}

/** What a rule made of a cue. */
export interface StatementReading {
  readonly cue?: TokenRange
  readonly lemma?: string
  readonly source?: SourcePhrase
  /** In order of text. */
  readonly content: readonly Span[]
  readonly stance: Stance
  /** Outermost quotations that are content as a whole. */
  readonly quotations?: readonly number[]
}

/** The token that a rule may take for a cue, and all that it may look at. */
export interface StatementPlace {
  readonly document: Document
  readonly words: StatementWords
  readonly mentions: Mentions
  readonly quotations: QuotationIndex
  /** Outermost quotations that are content of a statement already. */
  readonly claimed: ReadonlySet<number>
  readonly sentence: Sentence
  readonly cue: Token
  /** The reporting verb that the token is, where it is used as a verb. */
  readonly verb: ReportingVerb | undefined
}

/** One way of saying that somebody says something. Examples: text → `source | cue | content` (parts of the content joined by ` … `), `-` for silence. */
export interface StatementRule {
  readonly name: string
  /** Where the rule is tried: at reporting verbs, at nouns for what is said, at adjectives for what is thought, or at these words (form or lemma) and signs. */
  readonly starts: 'verb' | 'noun' | 'adjective' | readonly string[]
  readonly examples: Readonly<Record<string, string>>
  read(place: StatementPlace): StatementReading | undefined
}

/** No rule looks farther than this many tokens from its cue: the time taken stays linear in any text. */
export const WINDOW = 200
