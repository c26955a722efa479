import type { Statement } from '../records/index.ts'
import type { Entry, Names, Row } from './outline.ts'

/** A statement: who says it how, and what. */
export function statementEntry(statement: Statement, depth: number, names: Names): Entry {
  const { id, source, content } = statement
  return {
    number: names.number(id),
    id,
    title: titleOf(statement, names),
    state: stateOf(statement),
    kind: 'source',
    titled: source?.evidence ?? [],
    evidence: content,
    said: [],
    rows: rowsOf(statement, names),
    depth,
  }
}

/** The source in the report's words, and whom they stand for. */
function titleOf({ source }: Statement, names: Names): string {
  if (!source) return 'nobody named'
  const name = source.actor === undefined ? undefined : names.actor(source.actor)
  const known = name === undefined || source.text.includes(name) || name.includes(source.text)
  return known ? source.text : `${source.text} (${name})`
}

function stateOf({ source, stance, certainty, form, topic }: Statement): string {
  const parts = [
    source?.type ?? source?.kind,
    stance,
    certainty !== 'unstated' && certainty,
    form === 'direct' && 'word for word',
    topic && topic !== 'other' && `on ${topic}`,
  ]
  return parts
    .filter((part) => typeof part === 'string')
    .join(', ')
    .replaceAll('-', ' ')
}

function rowsOf(statement: Statement, names: Names): Row[] {
  const { source, cue, to, via, time, about, answers } = statement
  const pointing = (label: string, ids: readonly string[]): Row => {
    const numbers = ids.map((id) => names.number(id))
    return { label, value: numbers.join(', '), evidence: [], to: numbers }
  }
  const rows: (Row | false | undefined)[] = [
    cue && { label: 'cue', value: '', kind: 'cue', evidence: cue.evidence },
    source?.anonymity && {
      label: 'unnamed',
      value: source.anonymity.reason ?? 'without a reason',
      evidence: source.anonymity.evidence,
    },
    to && { label: 'told to', value: to.text, evidence: to.evidence },
    via && { label: 'through', value: via.text, evidence: via.evidence },
    time !== undefined && { label: 'when', value: names.time(time), evidence: [] },
    about.length > 0 && pointing('about', about),
    answers !== undefined && pointing('answers', [answers]),
  ]
  return rows.filter((row): row is Row => Boolean(row))
}
