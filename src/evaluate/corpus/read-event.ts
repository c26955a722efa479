import type { Event, Evidence, Participant } from '../../records/index.ts'
import { LISTS } from './closed-lists.ts'
import { parseRange } from './count.ts'
import { fail } from './fault.ts'
import { findAll } from './find-words.ts'
import type { Line } from './line.ts'
import type { Block } from './marked-report.ts'
import { allowClauses, openPlain } from './plain-words.ts'
import { openSourced, SOURCED, type SourcedValues } from './read-sourced.ts'
import { openRecord, someWords, type Opening } from './read-names.ts'
import {
  literalOf,
  readOf,
  READ_BY,
  referredTo,
  SAID,
  saidOf,
  wordsOf,
  type Context,
} from './read-value.ts'
import { eventCarrier } from './refs.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] }
type Lists = Mutable<Pick<Event, 'participants' | 'figures' | 'claims'>> & {
  damage: NonNullable<Event['damage']>[number][]
  relations: NonNullable<Event['relations']>[number][]
}

/** What the lines of one event are read into. */
interface Draft {
  readonly id: string
  readonly lists: Lists
  readonly sourced: SourcedValues
  /** Ids of the figures, which others may be part of. */
  readonly figures: ReadonlyMap<Line, string>
  readonly context: Context
}

/** `event @blast bombing "bomb", "blast"`, and its values below. */
export function openEvent({ main, parts }: Block, context: Context): Opening<Event> {
  allowClauses(main, ...SAID)
  const words = openPlain(main)
  const status = words.member('status') ?? 'happened'
  const kind =
    words.matching(/^[a-z]+(?:-[a-z]+)*$/) ?? fail('an event has a kind of the core codebook')
  words.end()
  const mentions = someWords(main, context)
  const id = openRecord('event', { main, evidence: mentions }, context)
  const figures = openFigures(parts, context)
  return () => {
    const lists: Lists = { participants: [], figures: [], claims: [], damage: [], relations: [] }
    const sourced = openSourced(id, context)
    const draft = { id, lists, sourced, figures, context }
    for (const line of parts) context.faults.at(line.number, () => readPart(line, draft))
    const { time, place, site, size, means } = sourced.all()
    const { participants, claims, damage, relations } = lists
    return {
      id,
      readBy: READ_BY,
      ...saidOf(main, eventCarrier({ mentions }, context.refs), context.refs),
      kind,
      status,
      mentions,
      ...(time && { time }),
      ...(place && { place }),
      ...(site && { site }),
      participants,
      means,
      figures: lists.figures,
      ...(damage.length > 0 && { damage }),
      ...(size && { size }),
      claims,
      ...(relations.length > 0 && { relations }),
      codes: {},
    }
  }
}

function openFigures(lines: readonly Line[], { texts, refs, faults }: Context): Map<Line, string> {
  const ids = new Map<Line, string>()
  for (const line of lines.filter(({ label }) => isOf('harm', label)))
    faults.at(line.number, () => {
      const [handle] = line.handles
      const figure = {
        sort: 'figure' as const,
        evidence: findAll(line, texts),
        ...(handle && { handle }),
      }
      ids.set(line, refs.open(figure, line.number))
    })
  return ids
}

function isOf(list: 'harm' | 'role' | 'relation', word: string): boolean {
  return (LISTS[list] as readonly string[]).includes(word)
}

const PARTS = `${[...SOURCED, 'damage', 'claim', 'or'].join(', ')}; a role, a harm or a relation`

function readPart(line: Line, draft: Draft): void {
  const { label } = line
  const { lists } = draft
  if (draft.sourced.read(line)) return
  if (isOf('role', label)) lists.participants.push(participant(line, draft))
  else if (isOf('harm', label)) lists.figures.push(figure(line, draft))
  else if (isOf('relation', label)) lists.relations.push(relation(line, draft))
  else if (label === 'damage') lists.damage.push(damage(line, draft))
  else if (label === 'claim') lists.claims.push(claim(line, draft))
  else fail(`an event has no ${label || 'words alone'} (${PARTS})`)
}

/** `perpetrator claimed "Front for a Free Velka"`: an actor by words or handle, or a new one by its kind. */
function participant(line: Line, { id, context }: Draft): Participant {
  allowClauses(line, ...SAID)
  const words = openPlain(line)
  const confidence = words.member('confidence')
  const count = words.count()
  const kind = words.member('kind of actor')
  words.end()
  if (kind) fail(`${kind}: who it is stands in a line “actor ${kind} …”`)
  const role = line.label as Participant['role'] // the label that has led here
  const evidence = wordsOf(line, 'actor', context)
  const actor = participantActor(line, evidence, context)
  context.refs.mention(actor, evidence)
  const read = readOf(line, { owner: id, sort: role, evidence }, context)
  return { ...read, role, actor, ...(confidence && { confidence }), ...(count && { count }) }
}

/** By its handle, or by words that are a mention of one actor, no more and no less. */
function participantActor(line: Line, evidence: readonly Evidence[], { refs }: Context): string {
  const [handle] = line.handles
  if (handle !== undefined) return refs.byHandle(handle, 'actor').id
  const [actor, other] = refs.actorsCalled(evidence)
  if (actor === undefined)
    fail(
      'these words are no mention of an actor: write those of a mention, or name the actor by its handle',
    )
  return other === undefined
    ? actor
    : fail('these words are those of several actors: name one by its handle')
}

/** `killed 2 police "Two police officers" part of "at least seven people"`. */
function figure(line: Line, { id, figures, context }: Draft): Lists['figures'][number] {
  allowClauses(line, 'of', 'part of', 'as of', ...SAID)
  const words = openPlain(line)
  const count = words.count() ?? fail('how many? 4, 7.., ..9, 24.. vague')
  const category = words.member('category')
  const total = words.flag('total')
  const series = words.member('series')
  words.end()
  const evidence = someWords(line, context)
  const of = line.clauses.get('of')
  const whole = line.clauses.get('part of')
  const partOf = referredTo(whole, 'figure', context)
  if (whole && partOf === undefined) fail('part of which figure? its handle or its very words')
  const asOf = line.clauses.get('as of')?.plain[0]
  const people = {
    text: literalOf(line, 'of') ?? evidence.map(({ quote }) => quote).join(' '),
    category: category ?? ('unknown' as const),
    ...(of?.handles[0] !== undefined && {
      actor: context.refs.byHandle(of.handles[0], 'actor').id,
    }),
  }
  const own = figures.get(line)
  return {
    ...readOf(
      line,
      { owner: id, sort: line.label, evidence, ...(own !== undefined && { id: own }) },
      context,
    ),
    harm: line.label as Lists['figures'][number]['harm'], // the label that has led here
    ...count,
    ...((category || of) && { of: people }),
    ...(total && { total }),
    ...(partOf !== undefined && { partOf }),
    ...(series && { series }),
    ...(asOf !== undefined && { asOf: parseRange(asOf) }),
  }
}

function damage(line: Line, { id, context }: Draft): Lists['damage'][number] {
  allowClauses(line, 'as', ...SAID)
  const words = openPlain(line)
  const level = words.need('level')
  const count = words.count()
  words.end()
  const evidence = someWords(line, context)
  const text = literalOf(line, 'as') ?? evidence[0]?.quote ?? ''
  return {
    ...readOf(line, { owner: id, sort: 'damage', evidence }, context),
    text,
    level,
    ...(count && { count }),
  }
}

/** `claim claims by @front through @radio "claimed responsibility"`. */
function claim(line: Line, { id, context }: Draft): Lists['claims'][number] {
  allowClauses(line, 'by', 'through', ...SAID)
  const words = openPlain(line)
  const stance = words.need('stance of a claim')
  words.end()
  const evidence = someWords(line, context)
  const [claimant, outlet] = ['by', 'through'].map((name) => {
    const clause = line.clauses.get(name)
    return (
      clause &&
      (referredTo(clause, 'actor', context) ?? fail(`${name} whom? an actor by its handle`))
    )
  })
  return {
    ...readOf(line, { owner: id, sort: 'claim', evidence }, context),
    stance,
    ...(claimant !== undefined && { claimant }),
    ...(outlet !== undefined && { outlet }),
  }
}

function relation(line: Line, { context }: Draft): Lists['relations'][number] {
  allowClauses(line)
  const event = referredTo(line, 'event', context) ?? fail('to which event? its handle or words')
  return { kind: line.label as Lists['relations'][number]['kind'], event }
}
