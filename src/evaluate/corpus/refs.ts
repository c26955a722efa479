import { contentKey } from '../../base/hash.ts'
import { spanHolds, type Evidence, type Event, type Statement } from '../../records/index.ts'
import { fail } from './fault.ts'

export type Sort = 'actor' | 'event' | 'statement' | 'time' | 'place' | 'figure'

/** A record that a line has opened: others may refer to it by its handle or its words. */
export interface Opened {
  readonly sort: Sort
  readonly id: string
  readonly handle?: string
  readonly evidence: readonly Evidence[]
}

/** What of a statement tells which values it carries. */
export type Said = Pick<Statement, 'id' | 'content' | 'cue' | 'source'>

/** The records of a report as far as they are known: what lines refer to, and who says what. */
export interface Refs {
  /** Opens a record; its id is made of what it names. Throws where its handle is taken. */
  open(record: Omit<Opened, 'id'>, line: number): string
  /** An id for a value of a record. */
  valueId(
    owner: string,
    sort: string,
    value: { evidence: readonly Evidence[]; line: number },
  ): string
  byHandle(handle: string, sort: Sort): Opened
  /** The only record of a sort that has the very words. */
  byWords(evidence: readonly Evidence[], sort: Sort): Opened | undefined
  /** The actors that some words name: the one with the very words, or all whose mentions they touch. */
  actorsAt(evidence: readonly Evidence[]): string[]
  /** The actors of which the very words are a mention. */
  actorsCalled(evidence: readonly Evidence[]): string[]
  /** Adds words to the mentions of an actor, unless they touch one. */
  mention(actor: string, evidence: readonly Evidence[]): void
  mentionsOf(actor: string): readonly Evidence[]
  /** The innermost statement whose content holds all of the words. */
  carrier(evidence: readonly Evidence[]): string | undefined
  say(statement: Said): void
  allSaid(): readonly Said[]
  /** The events with a mention in some content. */
  eventsIn(content: readonly Evidence[]): string[]
  lineOf(id: string): number | undefined
}

/** No records yet. */
export function openRefs(report: string): Refs {
  const records: Opened[] = []
  const said: Said[] = []
  const ids = openIds(report)
  return {
    open(record, line) {
      const { handle, sort, evidence } = record
      if (handle !== undefined && records.some((one) => one.handle === handle))
        fail(`@${handle} twice`)
      const id = ids.make([sort], evidence, line)
      records.push({ ...record, id })
      return id
    },
    valueId: (owner, sort, { evidence, line }) => ids.make([owner, sort], evidence, line),
    lineOf: ids.lineOf,
    byHandle(handle, sort) {
      const found =
        records.find((one) => one.handle === handle) ?? fail(`nothing is called @${handle}`)
      return found.sort === sort ? found : fail(`@${handle} is a ${found.sort}, no ${sort}`)
    },
    byWords(evidence, sort) {
      const found = recordsWith(records, { sort, evidence, test: isSame })
      return found.length === 1 ? found[0] : undefined
    },
    actorsCalled: (evidence) =>
      recordsWith(records, { sort: 'actor', evidence, test: isSame }).map(({ id }) => id),
    actorsAt: (evidence) => actorsAt(records, evidence).map(({ id }) => id),
    ...openMentions((id) => records.find((one) => one.id === id)?.evidence ?? []),
    carrier: (evidence) => innermost(said, evidence)?.id,
    say: (statement) => void said.push(statement),
    allSaid: () => said,
    eventsIn: (content) =>
      records
        .filter(
          ({ sort, evidence }) => sort === 'event' && evidence.some((one) => isHeld(one, content)),
        )
        .map(({ id }) => id),
  }
}

/** Ids made of what they name; a second record at the same words has a number behind them. */
function openIds(report: string) {
  const lines = new Map<string, number>()
  return {
    make(parts: readonly string[], evidence: readonly Evidence[], line: number): string {
      const [first] = evidence
      const at = [...parts, first?.in ?? 'text', first?.start ?? -1, first?.end ?? -1]
      let id = contentKey(report, ...at)
      for (let other = 2; lines.has(id); other += 1) id = contentKey(report, ...at, other)
      lines.set(id, line)
      return id
    },
    lineOf: (id: string) => lines.get(id),
  }
}

/** Stands for the words before it, which are the mention. */
const RELATIVE = /^(?:who|whom|which|that)$/i

/** The mentions of actors: those of their own lines, and the words by which other lines name them. */
function openMentions(
  own: (actor: string) => readonly Evidence[],
): Pick<Refs, 'mention' | 'mentionsOf'> {
  const more = new Map<string, readonly Evidence[]>()
  const mentionsOf = (actor: string): readonly Evidence[] => [
    ...own(actor),
    ...(more.get(actor) ?? []),
  ]
  return {
    mentionsOf,
    mention(actor, evidence) {
      const known = mentionsOf(actor)
      const added = evidence.filter(
        (one) => !RELATIVE.test(one.quote) && !known.some((other) => touches(one, other)),
      )
      more.set(actor, [...(more.get(actor) ?? []), ...added])
    },
  }
}

interface Sought {
  readonly sort: Sort
  readonly evidence: readonly Evidence[]
}

/** The actors that have the very words; else those whose words touch them. */
function actorsAt(records: readonly Opened[], evidence: readonly Evidence[]): readonly Opened[] {
  const sought = { sort: 'actor' as const, evidence }
  const same = recordsWith(records, { ...sought, test: isSame })
  return same.length > 0 ? same : recordsWith(records, { ...sought, test: touches })
}

function recordsWith(
  records: readonly Opened[],
  { sort, evidence, test }: Sought & { test: (a: Evidence, b: Evidence) => boolean },
): readonly Opened[] {
  return records.filter(
    (one) => one.sort === sort && one.evidence.some((a) => evidence.some((b) => test(a, b))),
  )
}

/** The statement with the shortest content that holds all of the words. */
function innermost(said: readonly Said[], evidence: readonly Evidence[]): Said | undefined {
  const length = ({ content }: Said): number =>
    content.reduce((sum, { start, end }) => sum + end - start, 0)
  return said
    .filter(({ content }) => evidence.length > 0 && evidence.every((one) => isHeld(one, content)))
    .reduce<Said | undefined>(
      (best, one) => (best && length(best) <= length(one) ? best : one),
      undefined,
    )
}

/** The statement that reports another: the innermost whose content holds all of it, its source and its cue. */
export function reportingStatement(inner: Said, all: readonly Said[]): Said | undefined {
  const whole = [
    ...inner.content,
    ...(inner.cue?.evidence ?? []),
    ...(inner.source?.evidence ?? []),
  ]
  const wider = all.filter(
    ({ id, content }) => id !== inner.id && !content.every((one) => isHeld(one, inner.content)),
  )
  return innermost(wider, whole)
}

/** The statement that an event as a whole rests on: one, where the report itself never speaks of it. */
export function eventCarrier(
  { mentions }: Pick<Event, 'mentions'>,
  refs: Refs,
): string | undefined {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start)
  const carriers = inOrder.map((mention) => refs.carrier([mention]))
  return carriers.includes(undefined) ? undefined : carriers[0]
}

export function isHeld(one: Evidence, spans: readonly Evidence[]): boolean {
  return spans.some((span) => span.in === one.in && spanHolds(span, one))
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.in === b.in && a.start === b.start && a.end === b.end
}

function touches(a: Evidence, b: Evidence): boolean {
  return a.in === b.in && a.start < b.end && b.start < a.end
}
