import type { Reading } from '../../records/index.ts'
import { openRefs, type Refs, type Sort } from './refs.ts'
import type { Texts } from './find-words.ts'

/** What a reading's lines are written with: the same look-ups as they are read with, so that only what these would not find is written out. */
export interface DraftContext {
  readonly texts: Texts
  readonly refs: Refs
  /** `@blast`. */
  handleOf(id: string): string
  /** The id in `refs` of a record of the reading. */
  refOf(id: string): string
}

/** Opens all records of a reading as its lines will, each with a handle. */
export function openDraft(reading: Reading): DraftContext {
  const { report, actors, events, statements, times, places } = reading
  const refs = openRefs(report.id)
  const [handles, ids] = [new Map<string, string>(), new Map<string, string>()]
  const taken = new Set<string>()
  const open = (
    sort: Sort,
    id: string,
    { evidence, name }: { evidence: Reading['times'][number]['evidence']; name: string },
  ): void => {
    const handle = freeHandle(name, taken)
    handles.set(id, `@${handle}`)
    ids.set(id, refs.open({ sort, handle, evidence }, 0))
  }
  for (const { id, name, mentions } of actors)
    open('actor', id, { evidence: mentions, name: name.split(/\s+/).at(-1) ?? '' })
  for (const { id, evidence, type } of times)
    open('time', id, { evidence, name: evidence[0]?.quote ?? type })
  for (const { id, evidence, name } of places) open('place', id, { evidence, name })
  for (const { id, mentions, kind, figures } of events) {
    open('event', id, { evidence: mentions, name: kind })
    for (const figure of figures)
      open('figure', figure.id, { evidence: figure.evidence, name: figure.harm })
  }
  for (const [i, { id, content }] of statements.entries())
    open('statement', id, { evidence: content, name: `s${i + 1}` })
  const refOf = (id: string): string => ids.get(id) ?? id
  for (const statement of statements) refs.say({ ...statement, id: refOf(statement.id) })
  const { text, title } = report
  return {
    texts: { text, ...(title !== undefined && { title }) },
    refs,
    refOf,
    handleOf: (id) => handles.get(id) ?? `@${id}`,
  }
}

function freeHandle(name: string, taken: Set<string>): string {
  const plain =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'it'
  let handle = plain
  for (let other = 2; taken.has(handle); other += 1) handle = `${plain}-${other}`
  taken.add(handle)
  return handle
}
