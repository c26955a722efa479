import type { Actor, Evidence, Reading, Statement } from '../records/index.ts'
import { actorEntry } from './actor-entry.ts'
import { eventEntry } from './event-entry.ts'
import { statementEntry } from './statement-entry.ts'

/** What the words of a mark tell. */
export type MarkKind = 'event' | 'actor' | 'figure' | 'means' | 'time' | 'place' | 'source' | 'cue'

/** One value of a record, in words for people. */
export interface Row {
  readonly label: string
  readonly value: string
  readonly kind?: MarkKind
  readonly evidence: readonly Evidence[]
  /** Who gives the value: "says the governor"; `number` is that of the statement. */
  readonly said?: readonly Said[]
  /** Numbers of records that the value names. */
  readonly to?: readonly number[]
}

export interface Said {
  readonly words: string
  readonly number: number
}

/** One record, in words for people. */
export interface Entry {
  readonly number: number
  readonly id: string
  readonly title: string
  /** What is to be known at once: status, stance. */
  readonly state: string
  readonly kind: MarkKind
  /** The words of the title, to be marked in the text. */
  readonly titled: readonly Evidence[]
  /** The words that show it: an event's triggers, what somebody said. */
  readonly evidence: readonly Evidence[]
  readonly said: readonly Said[]
  readonly rows: readonly Row[]
  /** How many records it lies within. */
  readonly depth: number
}

/** A reading as people look at it. */
export interface Outline {
  readonly events: readonly Entry[]
  readonly statements: readonly Entry[]
  readonly actors: readonly Entry[]
}

/** How records call each other. */
export interface Names {
  /** The number of an event or a statement. */
  number(id: string): number
  actor(id: string): string
  statement(id: string): Statement | undefined
  /** Who says, confirms and denies a value. */
  said(value: Carried): Said[]
  /** The words of a time, by its id. */
  time(id: string): string
}

interface Carried {
  readonly statement?: string
  readonly confirmedBy?: readonly string[]
  readonly deniedBy?: readonly string[]
}

/** Events, statements (each below the one that holds it) and the actors who matter, numbered in this order. */
export function outlineOf(reading: Reading): Outline {
  const nested = inNesting(reading.statements)
  const names = namesOf(reading, [
    ...reading.events.map(({ id }) => id),
    ...nested.map(({ statement }) => statement.id),
  ])
  return {
    events: reading.events.map((event) => eventEntry(event, names)),
    statements: nested.map(({ statement, depth }) => statementEntry(statement, depth, names)),
    actors: whoMatter(reading).map((actor, i) =>
      actorEntry(actor, reading.events.length + nested.length + i + 1, names),
    ),
  }
}

function namesOf(reading: Reading, order: readonly string[]): Names {
  const numbers = new Map(order.map((id, i) => [id, i + 1]))
  const actors = new Map(reading.actors.map(({ id, name }) => [id, name]))
  const statements = new Map(reading.statements.map((one) => [one.id, one]))
  const times = new Map(reading.times.map(({ id, evidence }) => [id, evidence[0]?.quote ?? '']))
  const number = (id: string): number => numbers.get(id) ?? 0
  const says = (verb: string, id: string): Said => ({
    words: `${verb} ${statements.get(id)?.source?.text ?? 'somebody unnamed'}`,
    number: number(id),
  })
  return {
    number,
    actor: (id) => actors.get(id) ?? id,
    statement: (id) => statements.get(id),
    time: (id) => times.get(id) ?? id,
    said: ({ statement, confirmedBy = [], deniedBy = [] }) => [
      ...(statement === undefined ? [] : [says('says', statement)]),
      ...confirmedBy.map((id) => says('confirmed by', id)),
      ...deniedBy.map((id) => says('denied by', id)),
    ],
  }
}

interface Nested {
  readonly statement: Statement
  readonly depth: number
}

/** Statements in order of text, each directly below the one that reports it. */
function inNesting(statements: readonly Statement[]): Nested[] {
  const known = new Set(statements.map(({ id }) => id))
  const inside = new Map<string, Statement[]>()
  for (const statement of statements) {
    const { within } = statement
    const holder = within !== undefined && known.has(within) ? within : ''
    inside.set(holder, [...(inside.get(holder) ?? []), statement])
  }
  const out: Nested[] = []
  const add = (holder: string, depth: number): void => {
    for (const statement of inside.get(holder) ?? []) {
      out.push({ statement, depth })
      add(statement.id, depth + 1)
    }
  }
  add('', 0)
  return out
}

/** Actors who take part in an event, claim one, or speak. */
function whoMatter({ actors, events, statements }: Reading): Actor[] {
  const ids = new Set<string | undefined>([
    ...events.flatMap(({ participants, claims }) => [
      ...participants.map(({ actor }) => actor),
      ...claims.flatMap(({ claimant, outlet }) => [claimant, outlet]),
    ]),
    ...statements.flatMap(({ source }) => [source?.actor, ...(source?.actors ?? [])]),
  ])
  return actors.filter(({ id, named, known }) => ids.has(id) && (named || known !== undefined))
}
