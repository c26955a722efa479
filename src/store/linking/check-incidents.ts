import { membersOf, outlineIncident } from '../../link/index.ts'
import type { Db } from '../db.ts'
import { allPages } from '../pages.ts'
import { listComponents } from '../queries/list-components.ts'
import { listLinks } from '../queries/links.ts'
import { listStanding } from '../queries/list-standing.ts'
import { listTouched } from '../queries/list-touched.ts'
import { listEmptyIncidents, loadSummaries } from '../queries/load-summaries.ts'
import { loadReadings } from '../queries/load-readings.ts'
import type { StoreFault } from '../verify-store.ts'
import { regroup } from './regroup.ts'
import type { StoredEvent } from './stored-event.ts'
import { summaryOf } from './summary.ts'

/** Components that are looked at at once. */
const PAGE = 200

/** Where incidents are not what the stored links and decisions make of the events, or not listed as their readings have it. */
export async function checkIncidents(db: Db): Promise<StoreFault[]> {
  const faults: StoreFault[] = []
  const pages = allPages<number>((last, limit) => listComponents(db, last ?? 0, limit), PAGE)
  for await (const components of pages) {
    const events = await listTouched(db, { numbers: [], components, keys: [] })
    const decisions = await listStanding(db, events)
    const links = await listLinks(
      db,
      events.map(({ number }) => number),
    )
    const after = regroup(events, { links, decisions })
    for (const event of events) {
      const now = after.get(event.number)
      if (now?.incident !== event.incident || now.component !== event.component)
        faults.push({ where: nameOf(event), reason: 'is not of the incident that its links make' })
    }
    faults.push(...(await summaryFaults(db, events)))
  }
  for (const id of await listEmptyIncidents(db))
    faults.push({ where: `incident ${id}`, reason: 'has no events' })
  return faults
}

function nameOf({ report, event }: StoredEvent): string {
  return `event ${event} of report ${report}`
}

/** Incidents of whole components that are not listed as their readings have it. */
async function summaryFaults(db: Db, events: readonly StoredEvent[]): Promise<StoreFault[]> {
  const groups = new Map<string, StoredEvent[]>()
  for (const event of events)
    groups.set(event.incident, [...(groups.get(event.incident) ?? []), event])
  const versions = new Map(events.map((event) => [event.report, event]))
  const readings = await loadReadings(db, [...versions.values()])
  const stored = await loadSummaries(db, [...groups.keys()])
  return [...groups].flatMap(([id, members]) => {
    const own = new Set(members.map(({ report }) => report))
    const told = readings.filter(({ report }) => own.has(report.id))
    const summary = JSON.stringify(summaryOf(outlineIncident(id, membersOf(told, members))))
    if (stored.get(id) === summary) return []
    return [{ where: `incident ${id}`, reason: 'is not listed as its reports have it' }]
  })
}
