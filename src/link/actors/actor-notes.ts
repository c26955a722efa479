import type { Evidence, Reading, Role, Stance, TimeRange } from '../../records/index.ts'
import { actorKeyOf } from '../claims/actor-name.ts'

/** What one report says of an actor, or has them say. */
export interface ActorNote {
  readonly report: string
  readonly version?: number
  readonly outlet?: string
  readonly publishedAt?: string
  /** Said by the actor, or of them. */
  readonly side: 'by' | 'of'
  /** Of them: the kind of the event and what part they had in it. */
  readonly kind?: string
  readonly role?: Role
  readonly event?: string
  readonly time?: TimeRange
  /** By them: how they stand to what they say. Of them: how whoever says it does. */
  readonly stance?: Stance
  /** Who says so of them; nobody where the report itself does. */
  readonly source?: string
  readonly evidence: readonly Evidence[]
}

/** What a report says of an actor (by the key across reports), and has them say. */
export function actorNotes(reading: Reading, key: string): ActorNote[] {
  const { report, actors, events, statements } = reading
  const own = new Set(actors.filter((actor) => actorKeyOf(actor) === key).map(({ id }) => id))
  if (own.size === 0) return []
  const { id, outlet, publishedAt, version } = report
  const told = {
    report: id,
    ...(version !== undefined && { version }),
    ...(outlet !== undefined && { outlet }),
    ...(publishedAt !== undefined && { publishedAt }),
  }
  const sayers = new Map(statements.map((statement) => [statement.id, statement]))
  const of = events.flatMap((event) =>
    event.participants
      .filter(({ actor }) => own.has(actor))
      .map(({ role, statement, evidence }): ActorNote => {
        const said = sayers.get(statement ?? event.statement ?? '')
        return {
          ...told,
          side: 'of',
          kind: event.kind,
          role,
          event: event.id,
          ...(event.time && { time: event.time.value }),
          ...(said && { stance: said.stance }),
          ...(said?.source && { source: said.source.text }),
          evidence: [...event.mentions.slice(0, 1), ...evidence],
        }
      }),
  )
  const by = statements
    .filter(
      ({ source }) => own.has(source?.actor ?? '') || source?.actors?.some((one) => own.has(one)),
    )
    .map(({ stance, content }): ActorNote => ({ ...told, side: 'by', stance, evidence: content }))
  return [...of, ...by]
}
