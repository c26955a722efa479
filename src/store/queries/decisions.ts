import type { EventKey, LinkDecision } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** Two events that somebody decided on. */
export type DecidedPair = Pick<LinkDecision, 'a' | 'b'>

/** Writes what an entry of the log decided on pairs of events. */
export async function insertDecision(
  db: Db,
  pairs: readonly DecidedPair[],
  { operation, verdict }: { operation: number; verdict: LinkDecision['verdict'] },
): Promise<void> {
  await db.query(
    `
    insert into decision (operation, a_report, a_event, b_report, b_event, verdict)
    select $5, * , $6 from unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
    [
      pairs.map(({ a }) => a.report),
      pairs.map(({ a }) => a.event),
      pairs.map(({ b }) => b.report),
      pairs.map(({ b }) => b.event),
      operation,
      verdict,
    ],
  )
}

/** What an entry of the log decided on, by whom, and the entry that undid it. */
interface Decided {
  readonly by: string
  readonly undone?: number
  readonly events: readonly EventKey[]
}

/** The events that an entry of the log decided on, and the entry that undid it; nothing where it decided nothing. */
export async function loadDecided(db: Db, operation: number): Promise<Decided | undefined> {
  const rows = await db.query<EventKey & { undone: number | null; by: string }>(
    `
    select a_report as report, a_event as event, undone::int as undone, by
    from decision join operation on seq = decision.operation where decision.operation = $1
    union select b_report, b_event, undone::int, by
    from decision join operation on seq = decision.operation where decision.operation = $1`,
    [operation],
  )
  const [first] = rows
  if (!first) return undefined
  const events = rows.map(({ report, event }) => ({ report, event }))
  return { events, by: first.by, ...(first.undone !== null && { undone: first.undone }) }
}

/** Keeps that a decision was undone, and by which entry of the log. */
export async function markUndone(db: Db, operation: number, undone: number): Promise<void> {
  await db.query('update decision set undone = $2 where operation = $1', [operation, undone])
}

/** A decision as it is listed. */
export interface ListedDecision {
  /** The entry of the log that holds it. */
  readonly entry: number
  readonly at: string
  readonly by: string
  readonly verdict: LinkDecision['verdict']
  /** Why, in the words of whoever decided. */
  readonly reason?: string
  /** The entry that undid it. */
  readonly undone?: number
  /** The incidents that its events are of now. */
  readonly incidents: readonly string[]
}

/** Decisions behind an entry of the log, in order. */
export async function listDecisions(
  db: Db,
  after: number,
  limit: number,
): Promise<ListedDecision[]> {
  const rows = await db.query<Row>(
    `${LISTED} where seq > $1 group by seq, at, by order by seq limit $2`,
    [after, limit],
  )
  return rows.map(toListed)
}

/** Decisions on events of an incident, the last first; undone ones too. */
export async function listIncidentDecisions(
  db: Db,
  incident: string,
  limit: number,
): Promise<ListedDecision[]> {
  const rows = await db.query<Row>(
    `
    with own as (
      select decision.operation from event
      join decision on (a_report, a_event) = (report_id, event_id)
        or (b_report, b_event) = (report_id, event_id)
      where incident_id = $1)
    ${LISTED} where seq in (select own.operation from own) group by seq, at, by
    order by seq desc limit $2`,
    [incident, limit],
  )
  return rows.map(toListed)
}

const LISTED = `
    select seq::int as entry, at, by, min(verdict) as verdict, min(undone)::int as undone,
      min(body ->> 'reason') as reason,
      coalesce(array_agg(distinct incident_id) filter (where incident_id is not null), '{}') as incidents
    from operation join decision on decision.operation = seq
    left join event on (report_id, event_id) in ((a_report, a_event), (b_report, b_event))`

type Row = Omit<ListedDecision, 'undone' | 'reason'> & {
  readonly undone: number | null
  readonly reason: string | null
}

function toListed({ undone, reason, ...row }: Row): ListedDecision {
  return {
    ...row,
    ...(undone !== null && { undone }),
    ...(reason !== null && { reason }),
  }
}
