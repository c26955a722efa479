import type { Statement, Time, Trace } from '../../records/index.ts'
import {
  rangeSpan,
  type Document,
  type PhraseMatch,
  type Sentence,
  type Token,
} from '../../text/index.ts'
import type { Mentions } from '../mentions/mention.ts'
import { accordingTo } from './according-to.ts'
import { adjectiveCue } from './adjective-cue.ts'
import { adverbCue } from './adverb-cue.ts'
import { asSaid } from './as-said.ts'
import { clauseAfterCue } from './clause-after.ts'
import { clearMade } from './clear-made.ts'
import { deadlineGiven } from './deadline-given.ts'
import type { Draft } from './draft.ts'
import { withoutEchoes } from './echo.ts'
import { headingColon } from './heading-colon.ts'
import { inWordsOf } from './in-words-of.ts'
import { infinitiveAfter } from './infinitive-after.ts'
import { interviewTurns } from './interview.ts'
import { interviewTurn } from './interview-turn.ts'
import { joinQuotations } from './join-quotations.ts'
import { lendCues } from './lent-cue.ts'
import { noComment } from './no-comment.ts'
import { nounCue } from './noun-cue.ts'
import { nounPhraseCue } from './noun-phrase-cue.ts'
import { objectAfter } from './object-after.ts'
import { paragraphBehindColon } from './paragraph-behind-colon.ts'
import { passiveCue } from './passive-cue.ts'
import { prepositionAfter } from './preposition-after.ts'
import { quotationAfter } from './quotation-after.ts'
import { indexQuotations } from './quotation-index.ts'
import { relativeSaid } from './relative-said.ts'
import { reportingVerb } from './reporting-verb.ts'
import type { StatementPlace, StatementRule } from './rule.ts'
import { saidOfNoun } from './said-of-noun.ts'
import { saidSo } from './said-so.ts'
import { signature } from './signature.ts'
import type { ReportingVerb, StatementWords } from './statement-words.ts'
import { trailingCue } from './trailing-cue.ts'
import { writeStatements } from './write-statements.ts'

export interface StatementContext {
  readonly words: StatementWords
  /** Phrases that the word lists know; kept for rules that ask what a phrase stands for. */
  readonly phrases: readonly PhraseMatch[]
  readonly times: readonly Time[]
  readonly trace?: Trace
}

/** All statement rules; at each token the first that reads wins. */
export const STATEMENT_RULES: readonly StatementRule[] = [
  accordingTo,
  inWordsOf,
  adverbCue,
  adjectiveCue,
  clearMade,
  deadlineGiven,
  asSaid,
  relativeSaid,
  trailingCue,
  quotationAfter,
  paragraphBehindColon,
  noComment,
  saidOfNoun,
  passiveCue,
  saidSo,
  clauseAfterCue,
  prepositionAfter,
  infinitiveAfter,
  objectAfter,
  nounCue,
  nounPhraseCue,
  interviewTurn,
  signature,
  headingColon,
]

/** Everybody who says something in a report, in order of the cues. Linear in the text; never throws. `about` stays empty until `linkStatements`. */
export function readStatements(
  document: Document,
  mentions: Mentions,
  context: StatementContext,
): Statement[] {
  const { words, trace } = context
  const quotations = indexQuotations(document)
  const claimed = new Set<number>()
  const ground = { document, words, mentions, quotations, claimed }
  const drafts: Draft[] = interviewTurns(ground)
  for (const turn of drafts) for (const quotation of turn.quotations) claimed.add(quotation)
  for (const sentence of document.sentences) {
    if (!isRead(document, sentence)) continue
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const cue = document.tokens[at]
      const draft = readAt(ground, sentence, cue) ?? tellMissed(cue, words, trace)
      if (!draft) continue
      for (const quotation of draft.quotations) claimed.add(quotation)
      drafts.push(draft)
    }
  }
  drafts.sort((a, b) => a.at - b.at)
  const own = withoutEchoes(drafts, document)
  const joined = joinQuotations(lendCues(own, document), ground)
  tellRead(joined, document, trace)
  return writeStatements(joined, { document, mentions, words, times: context.times })
}

function tellRead(drafts: readonly Draft[], document: Document, trace: Trace | undefined): void {
  if (!trace) return
  for (const { rule, stance, at } of drafts) {
    const span = rangeSpan(document, { first: at, last: at + 1 })
    trace({ rule: `statements/${rule}`, outcome: 'read', span, why: stance })
  }
}

/** A word that may report, where no rule reads a statement. */
function tellMissed(
  cue: Token | undefined,
  words: StatementWords,
  trace: Trace | undefined,
): undefined {
  if (!trace || !cue || !isCueWord(cue, words)) return undefined
  const { start, end } = cue
  const why = 'may report, but nothing that is said, or nobody who says it, stands beside it'
  trace({ rule: 'statements/cue', outcome: 'missed', span: { start, end }, why })
  return undefined
}

/** Whether a token is a verb or noun of the lists of cues. */
function isCueWord(cue: Token, words: StatementWords): boolean {
  const isVerb = cue.upos === 'VERB' && (words.verbs.has(cue.lemma) || words.verbs.has(cue.lower))
  return isVerb || (cue.upos === 'NOUN' && words.nouns.has(cue.lemma))
}

/** What a token may be a cue as. */
interface Starts {
  readonly verb: ReportingVerb | undefined
  readonly noun: boolean
  readonly adjective: boolean
  readonly word: boolean
}

/** Words at which some rule starts. */
const STARTING_WORDS: ReadonlySet<string> = new Set(
  STATEMENT_RULES.flatMap(({ starts }) => (typeof starts === 'string' ? [] : starts)),
)

/** Undefined for the most of tokens, at which no rule starts. */
function startsOf(
  cue: Token,
  ground: Pick<StatementPlace, 'document' | 'words'>,
): Starts | undefined {
  const verb = reportingVerb(cue, ground)
  // "a news conference"
  const isWhole = cue.deprel !== 'compound'
  const noun = isWhole && cue.upos === 'NOUN' && ground.words.nouns.has(cue.lemma)
  const adjective = ground.words.adjectives.has(cue.lower)
  const word =
    STARTING_WORDS.has(cue.lower) || (cue.lemma !== cue.lower && STARTING_WORDS.has(cue.lemma))
  return verb || noun || adjective || word ? { verb, noun, adjective, word } : undefined
}

function startsHere({ starts }: StatementRule, cue: Token, found: Starts): boolean {
  if (starts === 'verb') return found.verb !== undefined
  if (starts === 'noun') return found.noun
  if (starts === 'adjective') return found.adjective
  return found.word && (starts.includes(cue.lower) || starts.includes(cue.lemma))
}

/** What the first rule makes of a token. */
function readAt(
  ground: Omit<StatementPlace, 'sentence' | 'cue' | 'verb'>,
  sentence: Sentence,
  cue: Token | undefined,
): Draft | undefined {
  const starts = cue && startsOf(cue, ground)
  if (!starts) return undefined
  const place = { sentence, cue, verb: starts.verb, ...ground }
  for (const rule of STATEMENT_RULES) {
    if (!startsHere(rule, cue, starts)) continue
    const reading = rule.read(place)
    if (!reading || reading.content.length === 0) continue
    const { content, quotations = [], ...rest } = reading
    return {
      rule: rule.name,
      at: place.cue.index,
      content: [...content],
      quotations: [...quotations],
      ...rest,
    }
  }
  return undefined
}

const UNREAD = new Set<string>(['dateline', 'byline', 'caption', 'boilerplate'])

function isRead({ paragraphs }: Document, { paragraph }: Sentence): boolean {
  return !UNREAD.has(paragraphs[paragraph]?.kind ?? 'text')
}
