import type { Evidence, Party, Source, Statement } from '../../records/index.ts'
import { line, quotes, writeOther } from './draft-values.ts'
import type { DraftContext } from './handles.ts'
import { formOf, withScope } from './read-statement.ts'
import { reportingStatement } from './refs.ts'
import { writeWords } from './write-words.ts'

/** What statements are written with. */
export interface StatementContext extends DraftContext {
  readonly lemmaOf: (words: string) => string
}

export function draftStatement(statement: Statement, context: StatementContext): string[] {
  const { id, source, cue, content, form, stance, certainty } = statement
  const near = { ...context, texts: withScope(context.texts, content) }
  const how = line(
    stance !== 'asserts' && stance,
    form !== formOf(content) && form,
    certainty !== 'unstated' && certainty,
  )
  const cueWords = joined(cue?.evidence ?? [])
  const head = line(
    'statement',
    context.handleOf(id),
    source && `by ${quotes(source.evidence, near)}`,
    cue &&
      line('cue', cue.lemma !== context.lemmaOf(cueWords) && cue.lemma, quotes(cue.evidence, near)),
    how && `(${how})`,
  )
  const parts = [
    ...content.map((one) => writeWords([one], context.texts)),
    ...(source ? sourceLines(source, near) : []),
    ...(statement.to ? [partyLine('to', statement.to, near)] : []),
    ...(statement.via ? [partyLine('via', statement.via, near)] : []),
    ...linkLines(statement, context),
  ]
  return [head, ...parts.map((part) => `  ${part}`)]
}

function sourceLines(source: Source, context: StatementContext): string[] {
  const { kind, type, text, evidence, anonymity, actor, actors } = source
  const ids = actors ?? (actor === undefined ? [] : [actor])
  return [
    line(
      'source',
      kind,
      type,
      actorWords(ids, evidence, context),
      writeOther('as', text, joined(evidence)),
    ),
    ...(anonymity ? [unnamedLine(anonymity, context)] : []),
  ]
}

function unnamedLine(
  { reason, evidence }: NonNullable<Source['anonymity']>,
  context: StatementContext,
): string {
  const last = evidence.at(-1)
  const isLast = reason !== undefined && last?.quote === reason
  const rest = isLast ? evidence.slice(0, -1) : evidence
  return line(
    'unnamed',
    rest.length > 0 && quotes(rest, context),
    isLast && last && `because ${quotes([last], context)}`,
    !isLast && reason !== undefined && writeOther('as', reason, undefined),
  )
}

function partyLine(
  label: 'to' | 'via',
  { text, actor, evidence }: Party,
  context: StatementContext,
): string {
  return line(
    label,
    actorWords(actor === undefined ? [] : [actor], evidence, context),
    quotes(evidence, context),
    writeOther('as', text, joined(evidence)),
  )
}

/** The handles of actors, where the words alone would not find them; `nobody` where they would find one that is not meant. */
function actorWords(
  ids: readonly string[],
  evidence: readonly Evidence[],
  context: StatementContext,
): string {
  const found = context.refs.actorsAt(evidence)
  if (ids.length < 2 && found.length < 2 && ids.map(context.refOf).join() === found.join())
    return ''
  if (ids.length === 0) return 'nobody'
  return ids.map(context.handleOf).join(', ')
}

function linkLines(statement: Statement, context: StatementContext): string[] {
  const { time, topic, about, within, answers, content } = statement
  const { refs, refOf, handleOf } = context
  const isFound = about.map(refOf).join() === refs.eventsIn(content).join()
  const outer = reportingStatement({ ...statement, id: refOf(statement.id) }, refs.allSaid())?.id
  const isWithin = outer === (within === undefined ? undefined : refOf(within))
  return [
    ...(time === undefined ? [] : [`said on ${handleOf(time)}`]),
    ...(topic === undefined ? [] : [`topic ${topic}`]),
    ...(isFound ? [] : [`about ${about.map(handleOf).join(', ') || 'nothing'}`]),
    ...(isWithin ? [] : [`within ${within === undefined ? 'nobody' : handleOf(within)}`]),
    ...(answers === undefined ? [] : [`answers ${handleOf(answers)}`]),
  ]
}

function joined(evidence: readonly Evidence[]): string {
  return evidence.map(({ quote }) => quote).join(' ')
}
