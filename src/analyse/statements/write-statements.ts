import { contentKey } from '../../base/hash.ts'
import type { Party, Source, Span, Statement, StatementForm, Time } from '../../records/index.ts'
import { evidenceAt, spansMeet } from '../../records/index.ts'
import {
  childrenBy,
  prepositionOf,
  rangeEvidence,
  rangeSpan,
  tokensIn,
  type Document,
  type Quotation,
  type TokenRange,
} from '../../text/index.ts'
import { interviewTurn, withAnswers } from './interview-turn.ts'
import { wholeRange } from './clause.ts'
import { isNegated } from './no-telling.ts'
import type { Draft } from './draft.ts'
import { findAnonymity } from './anonymity.ts'
import { nameKey, writeSource, type KnownSources, type SourceGround } from './source.ts'
import { openSourceTypes } from './source-type.ts'
import { citedBy, viaOf, viaSource } from './via.ts'
import { withNesting } from './nesting.ts'
import { isFirstPerson, withSpeakers } from './first-person.ts'
import { withWitnesses } from './witness.ts'
import { certaintyOf } from './certainty.ts'
import { topicOf } from './topic.ts'

interface Ground extends SourceGround {
  readonly times: readonly Time[]
  readonly outermost: readonly Quotation[]
  readonly via?: Party | undefined
}

/** The records of all drafts, in order of text; two that say the same of the same words are one. */
export function writeStatements(
  drafts: readonly Draft[],
  given: Omit<SourceGround, 'types'> & Pick<Ground, 'times'>,
): Statement[] {
  const statements = new Map<string, Statement>()
  const { document, mentions, words } = given
  const outermost = document.quotations.filter(({ depth }) => depth === 0)
  const types = openSourceTypes(given)
  const times = timesByStart(given.times)
  const ground = { document, mentions, words, types, times, outermost }
  const known: KnownSources = { named: new Map() }
  for (const draft of drafts) {
    const said = draft.source && writeSource(draft.source, ground, known)
    const cited = said?.kind === 'media' ? citedBy(draft, ground) : undefined
    const source = cited ? writeSource(cited, ground, known) : said
    const via = cited && said ? viaSource(said) : viaOf(draft, ground)
    const statement = write(draft, { via, ...ground }, source)
    remember(known, draft, statement.source)
    if (!statements.has(statement.id)) statements.set(statement.id, statement)
  }
  const nested = withNesting(withAnswers([...statements.values()]))
  return withSpeakers(withWitnesses(nested, ground))
}

/** Keeps a source for the pronouns and bare names after it. */
function remember(
  known: KnownSources,
  { source: phrase }: Draft,
  source: Source | undefined,
): void {
  if (!source || !phrase || isFirstPerson(source)) return
  known.latest = source
  if (/person$/.test(source.kind)) known.person = source
  else if (source.kind !== 'group') known.body = source
  const name = source.actor ?? nameKey(source)
  if (name !== undefined && source.type && !known.named.has(name)) known.named.set(name, source)
}

function write(draft: Draft, ground: Ground, source: Source | undefined): Statement {
  const { document } = ground
  const content = mergeSpans(draft.content).map((span) => evidenceAt(document.text, span))
  const cue = draft.cue && rangeEvidence(document, draft.cue)
  const [start, end] = [content[0]?.start ?? 0, content.at(-1)?.end ?? 0]
  const anonymity = source?.anonymity ?? (draft.cue && anonymityBeside(draft, ground))
  const to = recipient(draft, ground)
  const time = timeOf(draft, ground)
  const stance = stanceOf(draft, ground)
  const said = { content, stance, cue: draft.cue && document.tokens[draft.at] }
  const topic = topicOf(said, ground)
  return {
    id: contentKey(document.report.id, 'statement', start, end, cue?.start ?? -1),
    readBy: `statements/${draft.rule}`,
    ...(source && { source: anonymity && !source.anonymity ? { ...source, anonymity } : source }),
    ...(cue && { cue: { lemma: draft.lemma ?? cue.quote, evidence: [cue] } }),
    content,
    form: draft.rule === interviewTurn.name ? 'direct' : formOf(content, ground),
    stance,
    certainty: certaintyOf(said, ground),
    ...(to && { to }),
    ...(ground.via && { via: ground.via }),
    ...(time && { time }),
    about: [],
    ...(topic && { topic }),
  }
}

/** In order, those that touch joined. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

/** "did not believe" doubts; "did not confirm" declines; "did not rule out" suggests. */
function stanceOf({ at, cue, stance }: Draft, { document }: Ground): Statement['stance'] {
  if (!cue || !isNegated(document, at)) return stance
  if (stance === 'confirms') return 'declines'
  if (stance === 'denies') return 'suggests'
  const lemma = document.tokens[at]?.lemma ?? ''
  return /^(believe|think|expect|suspect)$/.test(lemma) ? 'doubts' : stance
}

/** Direct where all is in quotation marks, mixed where some is. */
function formOf(content: readonly Span[], { document, outermost }: Ground): StatementForm {
  let [inside, outside] = [0, 0]
  for (const span of content) {
    const { first, last } = tokensIn(document, span)
    let next = firstEndingAfter(outermost, span.start)
    for (let at = first; at < last; at += 1) {
      const token = document.tokens[at]
      if (!token || token.upos === 'PUNCT') continue
      while ((outermost[next]?.end ?? Infinity) <= token.start) next += 1
      if ((outermost[next]?.start ?? Infinity) <= token.start) inside += 1
      else outside += 1
    }
  }
  if (inside === 0) return 'indirect'
  return outside === 0 ? 'direct' : 'mixed'
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** "told reporters", "said to the court": whoever it is told to, outside the content. */
function recipient(
  { at, cue, content, source }: Draft,
  { document, mentions }: Ground,
): Party | undefined {
  const verb = document.tokens[at]
  if (!cue || !verb) return undefined
  const told = TELLING.has(verb.lemma)
  const party = childrenBy(document, at, 'iobj', 'obj', 'obl').find(({ index, deprel }) => {
    if (index < at || index === source?.head) return false
    return deprel.startsWith('obl') ? prepositionOf(document, index) === 'to' : told
  })
  const range = party && wholeRange(document, party.index)
  if (!range) return undefined
  const first = document.tokens[range.first]?.upos === 'ADP' ? range.first + 1 : range.first
  const words = { first, last: endBefore(content, range, document) }
  if (words.last - words.first > 25 || words.last <= words.first) return undefined
  const evidence = rangeEvidence(document, words)
  if (content.some((span) => spansMeet(span, evidence)) || evidence.quote === '') return undefined
  const actor = mentions.actorOf(mentions.byHead(party.index))
  return { text: evidence.quote, evidence: [evidence], ...(actor && { actor: actor.id }) }
}

/** Where a phrase ends before the content that the tree hangs on it: "told Radio Orrin | that …". */
function endBefore(
  content: readonly Span[],
  { first, last }: TokenRange,
  { tokens }: Document,
): number {
  const from = tokens[first]?.start ?? 0
  const next = content.find(({ start }) => start > from)?.start ?? Infinity
  let end = last
  while (end > first && (tokens[end - 1]?.start ?? 0) >= next) end -= 1
  return end
}

const TELLING = new Set(['tell', 'inform', 'assure', 'remind', 'brief', 'warn', 'ask', 'urge'])

/** Anonymity in the cue's sentence, outside the content: "on condition of anonymity" behind the cue, "asking not to be named" between source and cue. */
function anonymityBeside({ at, cue, source, content }: Draft, { document }: Ground) {
  const sentence = document.sentences[document.tokens[at]?.sentence ?? -1]
  const from = document.tokens[at]
  if (!sentence || !from || !cue) return undefined
  const next = content.find(({ start }) => start > from.end)?.start ?? sentence.end
  const behind = findAnonymity(document.text, {
    start: from.end,
    end: Math.min(next, sentence.end),
  })
  if (behind || !source || source.range.last >= cue.first) return behind
  return findAnonymity(
    document.text,
    rangeSpan(document, { first: source.range.last, last: cue.first }),
  )
}

function timesByStart(times: readonly Time[]): Time[] {
  return [...times].sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
}

/** A time that hangs on the cue, outside content and source. */
function timeOf(
  { at, cue, content, source }: Draft,
  { document, times }: Ground,
): string | undefined {
  if (!cue) return undefined
  const held = source && rangeSpan(document, source.range)
  for (const { index } of childrenBy(document, at, 'obl', 'advmod', 'nmod', 'obj')) {
    const span = rangeSpan(document, { first: index, last: index + 1 })
    if (content.some((one) => spansMeet(one, span)) || (held && spansMeet(held, span))) continue
    const time = timeAt(times, span)
    if (time) return time.id
  }
  return undefined
}

function timeAt(times: readonly Time[], span: Span): Time | undefined {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle]?.evidence[0]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  const time = times[low]
  const words = time?.evidence[0]
  return words && spansMeet(words, span) ? time : undefined
}
