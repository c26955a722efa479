import type {
  Event,
  Evidence,
  Reading,
  ReviewDecision,
  ReviewField,
  ReviewValue,
  Statement,
} from '../records/index.ts'

/** One thing that a reviewer decides on. */
export interface ReviewPart {
  /** As decisions name it. */
  readonly id: string
  readonly field: ReviewField
  /** The event or statement that it is of; absent for these themselves. */
  readonly of?: string
  /** The words that say it; none where the report's reading lacks it. */
  readonly evidence: readonly Evidence[]
  /** What was read, as the reading has it; absent where it lacks it. */
  readonly read?: unknown
  /** What a reviewer added, or put in its place. */
  readonly value?: ReviewValue
}

/** All that there is to decide on in a reading, in its order: each event and statement, followed by its parts. */
export function partsOf({
  events,
  statements,
}: Pick<Reading, 'events' | 'statements'>): ReviewPart[] {
  return [...events.flatMap(eventParts), ...statements.flatMap(statementParts)]
}

/** How a part without an id of its own is named. */
export function partId(of: string, field: ReviewField): string {
  return `${of}/${field}`
}

/** A value with its words, and what it may have beside it. */
interface Valued {
  readonly id: string
  readonly evidence: readonly Evidence[]
  readonly also?: readonly Valued[]
}

function eventParts(event: Event): ReviewPart[] {
  const { id: of, mentions: evidence } = event
  const own = (field: ReviewField, read: unknown): ReviewPart => ({
    ...{ id: partId(of, field), field, of, evidence, read },
  })
  const valued = (field: ReviewField, values: readonly (Valued | undefined)[]): ReviewPart[] =>
    values
      .flatMap((value) => (value ? withAlso(value) : []))
      .map((value) => ({
        ...{ id: value.id, field, of, evidence: value.evidence, read: value },
      }))
  return [
    { id: of, field: 'event', evidence, read: event },
    own('kind', event.kind),
    own('status', event.status),
    ...(event.time ? valued('time', [event.time]) : [lacking(of, 'time')]),
    ...(event.place ? valued('place', [event.place]) : [lacking(of, 'place')]),
    ...valued('site', [event.site]),
    ...valued('participant', event.participants),
    ...valued('figure', event.figures),
    ...valued('means', event.means),
    ...valued('damage', event.damage ?? []),
    ...valued('size', [event.size]),
    ...valued('claim', event.claims),
  ]
}

function statementParts(statement: Statement): ReviewPart[] {
  const { id: of, source, cue, content } = statement
  const own = (field: ReviewField, evidence: readonly Evidence[], read: unknown): ReviewPart => ({
    ...{ id: partId(of, field), field, of, evidence, read },
  })
  return [
    { id: of, field: 'statement', evidence: content, read: statement },
    source ? own('source', source.evidence, source) : lacking(of, 'source'),
    ...(cue ? [own('cue', cue.evidence, cue)] : []),
    own('content', content, content),
    own('stance', cue?.evidence ?? content, statement.stance),
  ]
}

/** What an event or a statement should have, and the reading has not. */
function lacking(of: string, field: ReviewField): ReviewPart {
  return { id: partId(of, field), field, of, evidence: [] }
}

function withAlso(value: Valued): Valued[] {
  return [value, ...(value.also ?? []).flatMap(withAlso)]
}

/** The parts with what reviewers added and put in their place: those of an event or statement stay together, what was added stands last. */
export function withDecided(
  parts: readonly ReviewPart[],
  decisions: readonly ReviewDecision[],
): ReviewPart[] {
  const added: ReviewPart[] = []
  const edited = new Map<string, Pick<ReviewPart, 'value' | 'evidence'>>()
  for (const { record, verdict, value, evidence = [], of, undone } of decisions) {
    if (undone !== undefined || !value) continue
    if (verdict === 'add')
      added.push({
        id: record,
        field: value.field,
        evidence,
        value,
        ...(of !== undefined && { of }),
      })
    if (verdict === 'edit') edited.set(record, { value, evidence })
  }
  const groups = new Map<string, ReviewPart[]>()
  for (const part of [...parts, ...added]) {
    const whole = part.of ?? part.id
    const group = groups.get(whole) ?? []
    group.push({ ...part, ...edited.get(part.id) })
    groups.set(whole, group)
  }
  return [...groups.values()].flat()
}
