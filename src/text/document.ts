import type { Evidence, Report, Span } from '../records/index.ts'
import { evidenceAt } from '../records/index.ts'

/** One token; every offset is of `report.text`. Tags are Universal Dependencies' (`upos`, `deprel`) and the Penn Treebank's (`xpos`). */
export interface Token extends Span {
  readonly index: number
  /** The word as it stands. */
  readonly text: string
  /** The word in lower case. */
  readonly lower: string
  readonly lemma: string
  /** The lemma in lower case; names keep their letters' case in the lemma itself. */
  readonly lowerLemma: string
  readonly upos: string
  readonly xpos: string
  /** Index of the head token in the document, -1 for the root of a sentence. */
  readonly head: number
  /** With its subtype: `nsubj:pass`, `obl:agent`. */
  readonly deprel: string
  /** Without its subtype: `nsubj`, `obl`. */
  readonly relation: string
  /** Index of the sentence. */
  readonly sentence: number
  /** Tokens that hang on this one, in order of text. */
  readonly children: readonly number[]
}

/** A run of tokens `[first, last)`. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/** A sentence, with its tokens. */
export interface Sentence extends Span, TokenRange {
  readonly index: number
  readonly paragraph: number
  /** The token whose head is -1 (the first one, where a broken text has several). */
  readonly root: number
}

/** What a paragraph is for; only `text`, `heading` and `dialogue` are read for events and statements. */
export type ParagraphKind = 'text' | 'heading' | 'dateline' | 'byline' | 'caption' | 'boilerplate'

/** A paragraph or heading, with its sentences. */
export interface Paragraph extends Span {
  readonly index: number
  readonly kind: ParagraphKind
  /** Sentences `[firstSentence, lastSentence)`. */
  readonly firstSentence: number
  readonly lastSentence: number
}

/** Words in quotation marks; `start`/`end` hold the marks, `inner` does not. */
export interface Quotation extends Span {
  readonly inner: Span
  /** 0 for the outermost. */
  readonly depth: number
  /** False where the closing mark is missing and the paragraph ended it. */
  readonly closed: boolean
  /** Index of the quotation that it carries on, where one speech runs over several paragraphs. */
  readonly continues?: number
}

/** A dateline at the head of a text or paragraph ("KABUL, Sept 5 (Reuters) -"): no event is read from it. */
export interface Dateline extends Span {
  readonly place?: Span
  readonly date?: Span
  readonly agency?: Span
}

/** A report with its linguistic analysis: owns all offsets; everything else points into it. */
export interface Document {
  readonly report: Report
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly paragraphs: readonly Paragraph[]
  readonly quotations: readonly Quotation[]
  readonly datelines: readonly Dateline[]
  /** Whether the text is in capitals throughout. */
  readonly capitals: boolean
}

/** The span of a run of tokens. */
export function rangeSpan(document: Document, { first, last }: TokenRange): Span {
  const start = document.tokens[first]?.start ?? 0
  const end = document.tokens[last - 1]?.end ?? start
  return { start, end }
}

/** The words of a run of tokens as evidence. */
export function rangeEvidence(document: Document, range: TokenRange): Evidence {
  return evidenceAt(document.text, rangeSpan(document, range))
}

/** The tokens that lie whole within a span, found by binary search. */
export function tokensIn(document: Document, span: Span): TokenRange {
  const first = firstTokenFrom(document, span.start)
  let last = firstTokenFrom(document, span.end)
  const before = document.tokens[last - 1]
  if (before && before.end > span.end) last -= 1
  return { first, last: Math.max(first, last) }
}

/** Index of the first token that starts at or after an offset. */
export function firstTokenFrom({ tokens }: Document, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The last dateline that begins before an offset, found by binary search. */
export function datelineBefore({ datelines }: Document, offset: number): Dateline | undefined {
  let low = 0
  let high = datelines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((datelines[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return datelines[low - 1]
}
