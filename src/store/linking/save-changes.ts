import { keyText, membersOf, outlineIncident } from '../../link/index.ts'
import type { Reading } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { deleteFormerIds, insertFormerIds, type FormerId } from '../queries/former-ids.ts'
import { insertBefore } from '../queries/incidents-before.ts'
import { loadReadings } from '../queries/load-readings.ts'
import { deleteIncidents, saveIncidents } from '../queries/save-incidents.ts'
import type { StoredEvent } from './stored-event.ts'
import { summaryOf, type IncidentSummary } from './summary.ts'

/** Events of some components before and after a change, with the readings that came with it. */
export interface Change {
  readonly before: readonly StoredEvent[]
  readonly after: ReadonlyMap<number, StoredEvent>
  readonly readings: readonly Reading[]
  readonly operation: number
}

/** Writes the incidents that a change made, changed or ended, and what they were before. */
export async function saveChanges(
  db: Db,
  { before, after, readings, operation }: Change,
): Promise<void> {
  const [had, has] = [byIncident(before), byIncident([...after.values()])]
  const fresh = new Set(readings.map(({ report }) => report.id))
  const changed = [...has].filter(([id, events]) => isChanged(had.get(id), events, fresh))
  const gone = [...had.keys()].filter((id) => !has.has(id))
  const past = [...changed.map(([id]) => id), ...gone].flatMap((incident) => {
    const members = had.get(incident)
    return members ? [{ incident, members: members.map(memberOf) }] : []
  })
  if (past.length > 0) await insertBefore(db, past, operation)
  if (gone.length > 0) {
    await deleteIncidents(db, gone)
    await insertFormerIds(db, formerIds(gone, had, after), operation)
  }
  if (changed.length === 0) return
  await deleteFormerIds(
    db,
    changed.map(([id]) => id),
  )
  await saveIncidents(db, await summarise(db, changed, readings), operation)
}

function byIncident(events: readonly StoredEvent[]): Map<string, StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>()
  for (const event of events) {
    const group = groups.get(event.incident)
    if (group) group.push(event)
    else groups.set(event.incident, [event])
  }
  return groups
}

/** Whether an incident has other events than before, or events of a report that is read anew. */
function isChanged(
  before: readonly StoredEvent[] | undefined,
  after: readonly StoredEvent[],
  fresh: ReadonlySet<string>,
): boolean {
  const numbers = new Set(before?.map(({ number }) => number))
  return (
    numbers.size !== after.length ||
    after.some(({ number, report }) => !numbers.has(number) || fresh.has(report))
  )
}

function memberOf({ report, version, event }: StoredEvent): [string, number, string] {
  return [report, version, event]
}

/** Each incident that is no more, with the one that has most of its events now, if any has. */
function formerIds(
  gone: readonly string[],
  had: ReadonlyMap<string, readonly StoredEvent[]>,
  after: ReadonlyMap<number, StoredEvent>,
): FormerId[] {
  const now = new Map([...after.values()].map((event) => [keyText(event), event.incident]))
  return gone.flatMap((id) => {
    const counts = new Map<string, number>()
    for (const event of had.get(id) ?? []) {
      const incident = now.get(keyText(event))
      if (incident !== undefined) counts.set(incident, (counts.get(incident) ?? 0) + 1)
    }
    const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    return most ? [{ id, incident: most[0] }] : []
  })
}

/** What is listed of incidents; readings that did not come with the change are loaded. */
async function summarise(
  db: Db,
  incidents: readonly (readonly [string, readonly StoredEvent[]])[],
  readings: readonly Reading[],
): Promise<IncidentSummary[]> {
  const byReport = new Map(readings.map((reading) => [reading.report.id, reading]))
  const missing = new Map(
    incidents.flatMap(([, events]) => events).map((event) => [event.report, event]),
  )
  for (const id of byReport.keys()) missing.delete(id)
  if (missing.size > 0)
    for (const reading of await loadReadings(db, [...missing.values()]))
      byReport.set(reading.report.id, reading)
  return incidents.map(([id, events]) => {
    const own = [...new Set(events.map(({ report }) => report))]
    const found = own.flatMap((report) => byReport.get(report) ?? [])
    return summaryOf(outlineIncident(id, membersOf(found, events)))
  })
}
