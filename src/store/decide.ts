import { AscribeError } from '../base/errors.ts'
import { keyText } from '../link/index.ts'
import type { EventKey, LinkDecision } from '../records/index.ts'
import type { LinkingDoer } from './add-readings.ts'
import type { Db } from './db.ts'
import { relink } from './linking/relink.ts'
import type { StoredEvent } from './linking/stored-event.ts'
import { logOperation } from './log-operation.ts'
import { insertDecision, loadDecided, markUndone, type DecidedPair } from './queries/decisions.ts'
import { listMembers } from './queries/list-members.ts'
import { listReportEvents } from './queries/list-report-events.ts'
import { loadHead } from './queries/load-head.ts'
import { loadSummary } from './queries/load-summary.ts'

/** Whoever decides, and why, in their words. */
export interface Decider extends LinkingDoer {
  readonly reason?: string
  /** Asked inside the transaction, with whose decision is undone; throws where it may not be. */
  check?(row: { readonly owner?: string }): void
}

/** Decides that incidents are one, whatever speaks against it, decisions before it too. Gives the entry of the log by which it can be undone. */
export async function joinIncidents(
  db: Db,
  ids: readonly string[],
  doer: Decider,
): Promise<number> {
  return inTurn(db, async (inner) => {
    const incidents = new Map<string, StoredEvent[]>()
    for (const id of ids) {
      const events = await incidentOf(inner, id)
      incidents.set(events[0]?.incident ?? id, events)
    }
    if (incidents.size < 2)
      throw new AscribeError('bad-usage', `${ids.join(', ')}: one incident already`)
    return decide(inner, { verdict: 'same', pairs: joiningPairs([...incidents.values()]) }, doer)
  })
}

/** Pairs that make some incidents one: every event with every one of another incident, and with the first of its own, so that none falls out for want of links. */
function joiningPairs(incidents: readonly (readonly StoredEvent[])[]): DecidedPair[] {
  return incidents.flatMap(([first, ...rest], i) => {
    const others = incidents.slice(i + 1).flat()
    const own = first ? [first, ...rest] : []
    return [
      ...rest.flatMap((event) => (first ? [pairOf(first, event)] : [])),
      ...own.flatMap((event) => others.map((other) => pairOf(event, other))),
    ]
  })
}

/** Decides that two things are not of one incident: two incidents, or an incident and a report of it, or two reports. Gives the entry of the log by which it can be undone. */
export async function keepApart(
  db: Db,
  [one, other]: readonly [string, string],
  doer: Decider,
): Promise<number> {
  return inTurn(db, async (inner) => {
    const pairs = pairsBetween(await sideOf(inner, one), await sideOf(inner, other))
    if (pairs.length === 0)
      throw new AscribeError('bad-usage', `${one}, ${other}: nothing to keep apart`)
    return decide(inner, { verdict: 'not-the-same', pairs }, doer)
  })
}

/** Takes a decision back: what it joined or kept apart is as it would be without it. Gives the entry of the log that says so. */
export async function undoDecision(db: Db, entry: number, doer: Decider): Promise<number> {
  return inTurn(db, async (inner) => {
    const decided = await loadDecided(inner, entry)
    if (!decided) throw new AscribeError('not-found', `entry ${entry} of the log decided nothing`)
    if (decided.undone !== undefined)
      throw new AscribeError(
        'bad-usage',
        `entry ${entry}: undone already by entry ${decided.undone}`,
      )
    doer.check?.({ owner: decided.by })
    const body = JSON.stringify({ decision: entry, ...reasonOf(doer) })
    const operation = await logOperation(inner, { kind: 'undo-decision', body }, doer)
    await markUndone(inner, entry, operation)
    await relink(inner, { decided: decided.events }, { kit: doer.kit, operation })
    return operation
  })
}

interface NewDecision {
  readonly verdict: LinkDecision['verdict']
  readonly pairs: readonly DecidedPair[]
}

async function decide(db: Db, { verdict, pairs }: NewDecision, doer: Decider): Promise<number> {
  doer.check?.({})
  const listed = pairs.map(({ a, b }) => [a.report, a.event, b.report, b.event])
  const body = JSON.stringify({ verdict, pairs: listed, ...reasonOf(doer) })
  const operation = await logOperation(db, { kind: 'decide', body }, doer)
  await insertDecision(db, pairs, { operation, verdict })
  const decided = pairs.flatMap(({ a, b }) => [a, b])
  await relink(db, { decided }, { kit: doer.kit, operation })
  return operation
}

function reasonOf({ reason }: Decider): Pick<Decider, 'reason'> {
  return reason === undefined ? {} : { reason }
}

/** A pair is the same whichever event is given first. */
function pairOf(one: EventKey, other: EventKey): DecidedPair {
  const [a, b] = keyText(one) < keyText(other) ? [one, other] : [other, one]
  const key = ({ report, event }: EventKey): EventKey => ({ report, event })
  return { a: key(a), b: key(b) }
}

/** What is kept apart of two sides: a report's events and the rest of the incident that they are of, of two reports the events of one incident, else all of both. */
function pairsBetween(left: Side, right: Side): DecidedPair[] {
  const keys = new Set(left.events.map(keyText))
  const both = new Set(right.events.map(keyText).filter((key) => keys.has(key)))
  const rest = ({ events }: Side): StoredEvent[] =>
    events.filter((event) => !both.has(keyText(event)))
  if (both.size > 0) {
    const [report, incident] = left.isReport ? [left, right] : [right, left]
    const leaving = report.events.filter((event) => both.has(keyText(event)))
    return leaving.flatMap((a) => rest(incident).map((b) => pairOf(a, b)))
  }
  const met = left.isReport && right.isReport
  return left.events.flatMap((a) =>
    right.events.filter((b) => !met || a.incident === b.incident).map((b) => pairOf(a, b)),
  )
}

async function incidentOf(db: Db, id: string): Promise<StoredEvent[]> {
  const summary = await loadSummary(db, id)
  if (!summary) throw new AscribeError('not-found', `no incident ${id} in the store`)
  return listMembers(db, summary.id)
}

/** The events of an incident, or of a report. */
interface Side {
  readonly events: readonly StoredEvent[]
  readonly isReport: boolean
}

async function sideOf(db: Db, id: string): Promise<Side> {
  const summary = await loadSummary(db, id)
  const events = summary ? await listMembers(db, summary.id) : await listReportEvents(db, id)
  if (events.length === 0)
    throw new AscribeError('not-found', `no incident and no report with events ${id} in the store`)
  return { events, isReport: !summary }
}

/** A transaction that nobody else's comes between. */
function inTurn<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    return work(inner)
  })
}
