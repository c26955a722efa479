import { rangeOf } from '../../base/calendar.ts'
import type { Actor, Credit, Evidence, Location, Place, Read, Time } from '../../records/index.ts'
import { parseRange } from './count.ts'
import { fail } from './fault.ts'
import { findAll } from './find-words.ts'
import type { Line } from './line.ts'
import type { Block } from './marked-report.ts'
import { allowClauses, openPlain } from './plain-words.ts'
import { literalOf, readOf, referredTo, SAID, type Context } from './read-value.ts'
import type { Sort } from './refs.ts'

/** A record that is opened; it is made once all others are. */
export type Opening<T> = () => T

/** `actor @governor person named "Ilan Morvath", "the governor"`. */
export function openActor({ main, parts }: Block, context: Context): Opening<Actor> {
  allowClauses(main, 'called', 'known')
  const words = openPlain(main)
  const kind = words.need('kind of actor')
  const named = words.flag('named')
  const country = words.allMatching(/^[A-Z]{3,4}$/)
  words.end()
  const evidence = someWords(main, context)
  const id = openRecord('actor', { main, evidence }, context)
  const name = literalOf(main, 'called') ?? evidence[0]?.quote ?? ''
  const known = main.clauses.get('known')?.plain[0]
  return () => {
    const about = actorParts(parts, id, context)
    const mentions = context.refs.mentionsOf(id)
    return {
      id,
      name,
      named,
      kind,
      ...(known && { known }),
      ...(country.length > 0 && { country }),
      ...about,
      mentions,
    }
  }
}

type ActorPart = 'publicRole' | 'description' | 'affiliations' | 'memberOf'
type ActorParts = { -readonly [K in ActorPart]?: NonNullable<Actor[K]> }

function actorParts(lines: readonly Line[], id: string, context: Context): ActorParts {
  const parts: ActorParts = {}
  for (const line of lines)
    context.faults.at(line.number, () => readActorPart(line, id, { parts, context }))
  return parts
}

function readActorPart(
  line: Line,
  id: string,
  { parts, context }: { parts: ActorParts; context: Context },
): void {
  allowClauses(line, 'as', ...SAID)
  openPlain(line).end()
  const evidence = someWords(line, context)
  const read = (sort: string): Read => readOf(line, { owner: id, sort, evidence }, context)
  const value = literalOf(line, 'as') ?? evidence[0]?.quote ?? ''
  const { label } = line
  if (label === 'public role') parts.publicRole = { ...read(label), value }
  else if (label === 'description')
    parts.description = [...(parts.description ?? []), { ...read(label), value }]
  else if (label === 'affiliation')
    parts.affiliations = [...(parts.affiliations ?? []), { ...read(label), value }]
  else if (label === 'member of') {
    const of = line.handles[0] ?? fail('member of whom? an actor by its handle')
    parts.memberOf = { ...read(label), value: context.refs.byHandle(of, 'actor').id }
  } else fail(`an actor has no ${label} (public role, description, affiliation, member of)`)
}

const RANGE = /^\S*\.\.\S*$/

/** `date 2024-03-05 "Tuesday"`; days that a value names need not be written. */
export function openTime({ main, parts }: Block, context: Context): Opening<Time> {
  noParts(parts)
  allowClauses(main, 'from')
  const words = openPlain(main)
  const mod = words.member('mod')
  const isUndated = words.flag('undated')
  const range = words.matching(RANGE)
  const value = words.flag('unresolved') ? undefined : words.matching(/^[A-Z\d]/)
  words.end()
  const type = main.label as Time['type'] // the label that has led here
  const evidence = someWords(main, context)
  const id = openRecord('time', { main, evidence }, context)
  const isDated = type === 'date' || type === 'time'
  const meant =
    range !== undefined
      ? parseRange(range)
      : isDated && !isUndated && value !== undefined
        ? rangeOf(value)
        : {}
  const from = main.clauses.get('from')
  return () => {
    const anchor =
      from?.plain[0] === 'publication' ? 'publication' : referredTo(from, 'event', context)
    if (from && anchor === undefined) fail('from what? publication, or an event by its handle')
    return {
      id,
      evidence,
      type,
      ...(value && { value }),
      ...(mod && { mod }),
      ...(anchor && { anchor }),
      ...meant,
    }
  }
}

/** `place @darun "Darun" x3, "DARUN" dateline`. */
export function openPlace({ main, parts }: Block, context: Context): Opening<Place> {
  noParts(parts)
  allowClauses(main, 'called', 'relation', ...LOCATION)
  const words = openPlain(main)
  const isDateline = words.flag('dateline')
  const location = locationOf(main, words)
  words.end()
  const evidence = someWords(main, context)
  const id = openRecord('place', { main, evidence }, context)
  const name = literalOf(main, 'called') ?? evidence[0]?.quote ?? ''
  const relation = literalOf(main, 'relation')
  return () => ({
    id,
    name,
    evidence,
    ...(isDateline && { role: 'dateline' as const }),
    ...(relation !== undefined && { relation }),
    ...location,
  })
}

/** Clauses that say where on earth a place is. */
export const LOCATION = ['at', 'admin1', 'admin2', 'gazetteer'] as const

/** Where on earth: `AFG town at 34.34 62.20`. */
export function locationOf(line: Line, words: ReturnType<typeof openPlain>): Location {
  const country = words.matching(/^[A-Z]{3,4}$/)
  const exactness = words.member('exactness')
  const [latitude, longitude] = (line.clauses.get('at')?.plain ?? []).map(Number)
  if (line.clauses.has('at') && !(Number.isFinite(latitude) && Number.isFinite(longitude)))
    fail('at two numbers: degrees north, degrees east')
  const [admin1, admin2] = [literalOf(line, 'admin1'), literalOf(line, 'admin2')]
  const gazetteer = line.clauses.get('gazetteer')?.plain[0]
  return {
    ...(country !== undefined && { country }),
    ...(admin1 !== undefined && { admin1 }),
    ...(admin2 !== undefined && { admin2 }),
    ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
    ...(gazetteer !== undefined && { gazetteer }),
    ...(exactness !== undefined && { exactness }),
  }
}

/** `credit "Velka News Agency"`. */
export function readCredit({ main, parts }: Block, context: Context): Credit {
  noParts(parts)
  allowClauses(main, 'as')
  openPlain(main).end()
  const evidence = someWords(main, context)
  return { text: literalOf(main, 'as') ?? evidence[0]?.quote ?? '', evidence }
}

/** Opens the record of a line under the handle that the line gives it. */
export function openRecord(
  sort: Sort,
  { main, evidence }: { main: Line; evidence: readonly Evidence[] },
  { refs }: Context,
): string {
  const [handle] = main.handles
  return refs.open({ sort, evidence, ...(handle !== undefined && { handle }) }, main.number)
}

export function someWords(line: Line, { texts }: Context): Evidence[] {
  const evidence = findAll(line, texts)
  return evidence.length > 0 ? evidence : fail(`${line.label}: the words for it are missing`)
}

function noParts([part]: readonly Line[]): void {
  if (part) fail(`nothing stands below it, but line ${part.number} does`)
}
