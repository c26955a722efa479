import type { Reading, Source, Statement } from '../../records/index.ts'
import { indented, inOrder, quoted, words } from './show-words.ts'

/** What is shown of a statement besides its source's words, cue, content and what it is told within. */
export type StatementPart = 'stance' | 'source' | 'topic' | 'about'

/** The statements of a reading in order of text, a line for each value. */
export function showStatements(reading: Reading, parts: ReadonlySet<StatementPart>): string[] {
  return inOrder(reading.statements, ({ content, cue }) => [
    ...content,
    ...(cue?.evidence ?? []),
  ]).flatMap((one) => showStatement(reading, one, parts))
}

function showStatement(
  reading: Reading,
  statement: Statement,
  parts: ReadonlySet<StatementPart>,
): string[] {
  const { source, content, stance, certainty, form, topic, within, answers } = statement
  const [outer, question] = [within, answers].map((id) =>
    reading.statements.find((one) => one.id === id),
  )
  const how = [stance, form, certainty !== 'unstated' && certainty].filter(Boolean).join(' ')
  return [
    `statement ${head(statement)}${parts.has('stance') ? ` (${how})` : ''}`,
    ...content.flatMap((one) => indented(words([one]))),
    ...indented(outer && `within ${head(outer)}`, question && `answers ${head(question)}`),
    ...indented(...(parts.has('source') ? sourceLines(reading, statement, source) : [])),
    ...indented(parts.has('topic') && topic && `topic ${topic}`),
    ...indented(...(parts.has('about') ? aboutLines(reading, statement) : [])),
  ]
}

/** `by "the governor" cue "said"`. */
function head({ source, cue }: Statement): string {
  const by = source ? `by ${quoted(source.text)}` : 'by nobody'
  return cue ? `${by} cue ${words(cue.evidence)}` : by
}

function sourceLines(
  { actors, times }: Reading,
  { to, via, time }: Statement,
  source: Source | undefined,
): string[] {
  const names = (source?.actors ?? (source?.actor === undefined ? [] : [source.actor])).map(
    (id) => actors.find((one) => one.id === id)?.name ?? id,
  )
  const { anonymity } = source ?? {}
  const said = times.find(({ id }) => id === time)
  return [
    source ? `source ${[source.kind, source.type].filter(Boolean).join(' ')}` : '',
    names.length > 0 && names.join() !== source?.text ? `actor ${names.join(' + ')}` : '',
    anonymity ? `unnamed ${anonymity.reason ?? ''} ${words(anonymity.evidence)}` : '',
    to ? `to ${words(to.evidence)}` : '',
    via ? `via ${words(via.evidence)}` : '',
    said ? `said on ${words(said.evidence)}` : '',
  ]
}

function aboutLines({ events }: Reading, { about }: Statement): string[] {
  return about.map((id) => {
    const event = events.find((one) => one.id === id)
    return event ? `about ${event.kind} ${words(event.mentions.slice(0, 1))}` : `about ${id}`
  })
}
