import type { Span } from '../../records/index.ts'
import { rangeSpan, type Document, type Paragraph, type TokenRange } from '../../text/index.ts'
import type { Draft } from './draft.ts'
import { interviewee, interviewTurn, turnAt } from './interview-turn.ts'
import type { StatementPlace } from './rule.ts'

type Ground = Pick<StatementPlace, 'document' | 'mentions' | 'quotations'>

/** A paragraph by what it may be in an interview. */
interface Part extends TokenRange {
  readonly index: number
  /** Ends with a question mark outside all quotations. */
  readonly asks: boolean
  /** The quotation that it is, whole. */
  readonly quotation: number | undefined
}

/** A question and the paragraphs that answer it. */
interface Exchange {
  readonly question: Part
  readonly answer: readonly Part[]
}

/** The turns of an interview without labels: paragraphs that ask, and those behind them, in the first person or in quotation marks. */
export function interviewTurns(ground: Ground): Draft[] {
  const parts = ground.document.paragraphs.map((paragraph) => partOf(paragraph, ground))
  const exchanges = exchangesOf(parts, ground)
  if (exchanges.length === 0) return []
  const source = interviewee(ground, exchanges[0]?.question.first ?? 0)
  return exchanges.flatMap(({ question, answer }) => [
    { ...turn([question], ground), stance: 'asks' },
    { ...turn(answer, ground), stance: 'asserts', ...(source && { source }) },
  ])
}

function turn(parts: readonly Part[], { document }: Ground): Omit<Draft, 'stance'> {
  const content: Span[] = parts.map((part) => rangeSpan(document, withoutStop(part, document)))
  const quotations = parts.flatMap(({ quotation }) => quotation ?? [])
  return { rule: interviewTurn.name, at: parts[0]?.first ?? 0, content, quotations }
}

function withoutStop({ first, last }: Part, { tokens }: Document): TokenRange {
  return { first, last: tokens[last - 1]?.text === '.' && last - first > 1 ? last - 1 : last }
}

function partOf(paragraph: Paragraph, { document, quotations }: Ground): Part {
  const { sentences, tokens } = document
  const first = sentences[paragraph.firstSentence]?.first ?? 0
  const last = sentences[paragraph.lastSentence - 1]?.last ?? first
  const own = quotations.of(first)
  const isWhole =
    own >= 0 && quotations.range(own).first === first && quotations.of(last - 1) === own
  const isLong = last - first > LONGEST
  const asks = !isLong && tokens[last - 1]?.text === '?' && quotations.of(last - 1) < 0
  return { index: paragraph.index, first, last, asks, quotation: isWhole ? own : undefined }
}

/** Tokens of a question. */
const LONGEST = 90

function exchangesOf(parts: readonly Part[], { document }: Ground): Exchange[] {
  if (parts.filter(({ asks }) => asks).length < 2 || isLabelled(document)) return []
  const quoted = quotedExchanges(parts)
  if (quoted.filter(({ question }) => question.asks).length >= 2) return quoted
  const plain = plainExchanges(parts)
  return plain.length >= 3 && isTalk(plain, document) ? plain : []
}

function isLabelled(document: Document): boolean {
  return document.paragraphs.filter(({ index }) => turnAt(document, index)).length > 2
}

/** Answers in quotation marks: what stands before one asks, with or without its sign where it stands between two. */
function quotedExchanges(parts: readonly Part[]): Exchange[] {
  return parts.flatMap((answer, at): Exchange[] => {
    const question = parts[at - 1]
    if (answer.quotation === undefined || !question || question.quotation !== undefined) return []
    const isBetween = parts[at - 2]?.quotation !== undefined && question.last - question.first < 40
    return question.asks || isBetween ? [{ question, answer: [answer] }] : []
  })
}

/** Each paragraph that asks, with all up to the next one that does; with one behind the last. */
function plainExchanges(parts: readonly Part[]): Exchange[] {
  const asking = parts.filter(({ asks }) => asks)
  return asking.flatMap((question, at): Exchange[] => {
    const end = asking[at + 1]?.index ?? question.index + 2
    const answer = parts.slice(question.index + 1, end)
    return answer.length > 0 ? [{ question, answer }] : []
  })
}

/** "Do you …?" – "I …": somebody is spoken to in a third of the questions, and half of the answers tell of themselves. */
function isTalk(exchanges: readonly Exchange[], document: Document): boolean {
  const has = (parts: readonly Part[], words: RegExp): boolean =>
    parts.some(({ first, last }) => words.test(wordsOf(document, { first, last })))
  const asked = exchanges.filter(({ question }) => has([question], /\byou(?:rs?)?\b/i))
  const told = exchanges.filter(({ answer }) => has(answer, /\b(?:I|we|my|our|me|us)\b/i))
  return asked.length * 3 >= exchanges.length && told.length * 2 >= exchanges.length
}

function wordsOf(document: Document, range: TokenRange): string {
  const { start, end } = rangeSpan(document, range)
  return document.text.slice(start, end)
}
