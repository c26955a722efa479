import type { Evidence, Party, Source, Span, Statement } from '../../records/index.ts'
import { fail } from './fault.ts'
import { findAll, type Texts } from './find-words.ts'
import type { Line } from './line.ts'
import type { Block } from './marked-report.ts'
import { allowClauses, openPlain } from './plain-words.ts'
import { openRecord, type Opening } from './read-names.ts'
import { literalOf, READ_BY, referredTo, type Context } from './read-value.ts'
import type { Refs } from './refs.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Head = Pick<Statement, 'id' | 'readBy' | 'content' | 'form' | 'stance' | 'certainty' | 'cue'>

/** `statement @toll by "the governor" cue "said" (asserts)`, and what is said and by whom below. */
export function openStatement({ main, parts }: Block, context: Context): Opening<Statement> {
  allowClauses(main, 'by', 'cue')
  const content = parts
    .filter(({ label }) => label === '')
    .flatMap((line) => contentOf(line, context))
  if (content.length === 0) fail('what is said is missing: a line of quotes below')
  const id = openRecord('statement', { main, evidence: content }, context)
  const near = { ...context, texts: withScope(context.texts, content) }
  const words = openPlain(main)
  const head: Head = {
    id,
    readBy: READ_BY,
    content,
    form: words.member('form') ?? formOf(content),
    stance: words.member('stance') ?? 'asserts',
    certainty: words.member('certainty') ?? 'unstated',
    ...cueOf(main, near),
  }
  words.end()
  const source = sourceOf(main, parts, near)
  context.refs.say({ ...head, ...(source && { source }) })
  return () => {
    const rest: Mutable<Partial<Statement>> = {}
    for (const line of parts) context.faults.at(line.number, () => readPart(line, rest, near))
    const made = source && withActors(source, parts, near)
    return {
      ...head,
      ...(made && { source: made }),
      about: context.refs.eventsIn(content),
      ...rest,
    }
  }
}

function contentOf(line: Line, { texts }: Context): Evidence[] {
  allowClauses(line)
  openPlain(line).end()
  return findAll(line, texts)
}

/** Source, cue and the like stand in the paragraphs of what is said, and not within it. */
export function withScope(texts: Texts, content: readonly Evidence[]): Texts {
  const inText = content.filter((one) => one.in === undefined)
  const { text } = texts
  const [first, last] = [inText[0], inText.at(-1)]
  if (!first || !last) return texts
  const whole = { start: first.start, end: last.end }
  const within = [LINE_END, SENTENCE_END].map((ends) => around(text, whole, ends))
  return { ...texts, scope: { within, outside: inText } }
}

const LINE_END = /\n/g
/** Near enough: where it errs, words stand no time or twice, and that is a fault. */
const SENTENCE_END = /\n|[.!?][”"’')\]]*\s(?=[\p{Lu}“"‘([])/gu

/** From the last such end before a span to the first behind it. */
function around(text: string, { start, end }: Span, ends: RegExp): Span {
  const all = [...text.matchAll(ends)].map(({ index, 0: sign }) => index + sign.length)
  return {
    start: all.findLast((at) => at <= start) ?? 0,
    end: all.find((at) => at >= end) ?? text.length,
  }
}

const OPENS = /^["“„«‘'`]/
const CLOSES = /["”“»’'`]$/
const MARK = /["“”„«»]/

/** Direct where every span stands in quotation marks, mixed where marks stand within. */
export function formOf(content: readonly Evidence[]): Statement['form'] {
  if (content.every(({ quote }) => isQuoted(quote))) return 'direct'
  return content.some(({ quote }) => MARK.test(quote)) ? 'mixed' : 'indirect'
}

/** In marks from end to end; a paragraph of a longer speech has no mark at its end. */
function isQuoted(quote: string): boolean {
  return OPENS.test(quote) && (CLOSES.test(quote) || !MARK.test(quote.slice(1)))
}

function cueOf({ clauses }: Line, { texts, lemmaOf }: Context): Pick<Head, 'cue'> {
  const clause = clauses.get('cue')
  if (!clause) return {}
  const evidence = findAll(clause, texts)
  if (evidence.length === 0) fail('cue: its words are missing')
  const words = evidence.map(({ quote }) => quote).join(' ')
  return { cue: { lemma: clause.plain[0] ?? lemmaOf(words), evidence } }
}

/** The source of `by` and of the lines `source` and `unnamed`; its actors come later. */
function sourceOf(
  { clauses, number }: Line,
  parts: readonly Line[],
  { texts, faults }: Context,
): Source | undefined {
  const by = clauses.get('by')
  const line = parts.find(({ label }) => label === 'source')
  if (!by || by.quotes.length === 0)
    return line && faults.at(line.number, () => fail('a source has words: by "…" above'))
  const evidence = findAll(by, texts)
  if (!line) fail('a source has a kind: a line “source named-person official” below')
  return faults.at(line.number ?? number, () => {
    allowClauses(line, 'as')
    const words = openPlain(line)
    const kind = words.need('kind of source')
    const type = words.member('type of source')
    words.flag('nobody')
    words.end()
    const anonymity = anonymityOf(
      parts.find(({ label }) => label === 'unnamed'),
      texts,
    )
    const text = literalOf(line, 'as') ?? joined(evidence)
    return { text, evidence, kind, ...(type && { type }), ...(anonymity && { anonymity }) }
  })
}

/** `unnamed "asked not to be named" because "he feared for his family"`. */
function anonymityOf(line: Line | undefined, texts: Texts): Source['anonymity'] {
  if (!line) return undefined
  allowClauses(line, 'because', 'as')
  const because = line.clauses.get('because')
  const reason = because ? findAll(because, texts) : []
  const evidence = [...findAll(line, texts), ...reason]
  if (evidence.length === 0) fail('unnamed: the words that say so are missing')
  const why = literalOf(line, 'as') ?? (reason.length > 0 ? joined(reason) : undefined)
  return { ...(why !== undefined && { reason: why }), evidence }
}

/** Actors by their handles, or the only one that the source's words name; they become a mention of it. */
function withActors(source: Source, parts: readonly Line[], { refs }: Context): Source {
  const line = parts.find(({ label }) => label === 'source')
  const [actor, ...others] = line ? actorsOf(line, source.evidence, refs) : []
  if (actor === undefined) return source
  if (others.length > 0) return { ...source, actors: [actor, ...others] }
  refs.mention(actor, source.evidence)
  return { ...source, actor }
}

function actorsOf(line: Line, evidence: readonly Evidence[], refs: Refs): string[] {
  const named = line.handles.map((handle) => refs.byHandle(handle, 'actor').id)
  if (named.length > 0 || line.plain.includes('nobody')) return named
  const found = refs.actorsAt(evidence)
  return found.length < 2
    ? found
    : fail('its words hold several actors: name one by its handle, or nobody')
}

const KNOWN = new Set(['to', 'via', 'said on', 'topic', 'about', 'within', 'answers'])

function readPart(line: Line, rest: Mutable<Partial<Statement>>, context: Context): void {
  const { label } = line
  if (label === '' || label === 'source' || label === 'unnamed') return
  if (!KNOWN.has(label))
    fail(`a statement has no ${label} (source, unnamed, ${[...KNOWN].join(', ')})`)
  allowClauses(line, 'as')
  const words = openPlain(line)
  if (label === 'topic') rest.topic = words.need('topic')
  else if (label === 'to' || label === 'via') {
    words.flag('nobody')
    rest[label] = party(line, context)
  } else if (label === 'said on')
    rest.time = referredTo(line, 'time', context) ?? fail('not the very words of one Time')
  else if (label === 'about') rest.about = words.flag('nothing') ? [] : eventsOf(line, context)
  else if (label === 'answers' || !words.flag('nobody')) link(label, line, { rest, context })
  words.end()
}

function party(line: Line, { texts, refs }: Context): Party {
  const evidence = findAll(line, texts)
  if (evidence.length === 0) fail(`${line.label}: its words are missing`)
  const [actor] = actorsOf(line, evidence, refs)
  if (actor !== undefined) refs.mention(actor, evidence)
  const text = literalOf(line, 'as') ?? joined(evidence)
  return { text, ...(actor !== undefined && { actor }), evidence }
}

function joined(evidence: readonly Evidence[]): string {
  return evidence.map(({ quote }) => quote).join(' ')
}

function eventsOf(line: Line, context: Context): string[] {
  const named = line.handles.map((handle) => context.refs.byHandle(handle, 'event').id)
  const quoted = line.quotes.map(
    (quote) =>
      referredTo({ plain: [], handles: [], quotes: [quote] }, 'event', context) ??
      fail('about which event? its handle, or the very words of a mention'),
  )
  return [...named, ...quoted]
}

function link(
  label: string,
  { handles }: Line,
  { rest, context }: { rest: Mutable<Partial<Statement>>; context: Context },
): void {
  const [handle = fail(`${label} what? a statement by its handle`)] = handles
  rest[label === 'within' ? 'within' : 'answers'] = context.refs.byHandle(handle, 'statement').id
}
