import { copiesAmong, earlierFirst, type Copy } from '../link/index.ts'
import type { Db } from './db.ts'
import { findReports } from './queries/find-reports.ts'
import { listIncidentLinks, type ReasonedLink } from './queries/incident-links.ts'
import { listMembers } from './queries/list-members.ts'
import type { ListedReport } from './queries/list-reports.ts'
import { listNearby } from './queries/list-nearby.ts'
import { loadReadings } from './queries/load-readings.ts'
import { loadSummaries } from './queries/load-summaries.ts'
import type { IncidentSummary } from './linking/summary.ts'

/** The reports of an incident: which copies which, and what links their events. */
export interface Company {
  readonly reports: readonly ListedReport[]
  /** Of each copy, the report that it is most like of those before it. */
  readonly copies: readonly Copy[]
  readonly links: readonly ReasonedLink[]
}

/** Most links that are told. */
const LINKS = 300

/** The reports that tell of an incident, by its present id. */
export async function loadCompany(db: Db, incident: string): Promise<Company> {
  const members = await listMembers(db, incident)
  const versions = [...new Map(members.map((member) => [member.report, member])).values()]
  const readings = (await loadReadings(db, versions)).sort(earlierFirst)
  const links = await listIncidentLinks(db, incident, LINKS)
  return {
    reports: await findReports(db, versions),
    copies: nearest(copiesAmong(readings)),
    links: links.filter(({ incidents: [a, b] }) => a === b),
  }
}

function nearest(copies: readonly Copy[]): Copy[] {
  const best = new Map<string, Copy>()
  for (const copy of copies) {
    const known = best.get(copy.later)
    if (!known || copy.held > known.held) best.set(copy.later, copy)
  }
  return [...best.values()]
}

/** An incident that may be the same as another. */
export interface Neighbour {
  readonly incident: IncidentSummary
  /** The strongest link between the two, where there is one. */
  readonly link?: ReasonedLink
}

/** Days within which incidents of one country are neighbours. */
const DAYS = 3

/** Incidents that may be the same as one, by its present id: those that links lead to, the strongest first, then those near it in time and place. */
export async function listNeighbours(
  db: Db,
  incident: string,
  limit: number,
): Promise<Neighbour[]> {
  const strongest = new Map<string, ReasonedLink>()
  for (const link of await listIncidentLinks(db, incident, LINKS)) {
    const [other] = link.incidents.filter((id) => id !== incident)
    if (other !== undefined && !strongest.has(other)) strongest.set(other, link)
  }
  const found = await loadSummaries(db, [...strongest.keys()])
  const linked = [...strongest].flatMap(([id, link]): Neighbour[] => {
    const summary = found.get(id)
    return summary === undefined ? [] : [{ incident: JSON.parse(summary) as IncidentSummary, link }]
  })
  const nearby = await listNearby(db, incident, { days: DAYS, limit })
  const others = nearby.filter(({ id }) => !strongest.has(id))
  return [...linked, ...others.map((one) => ({ incident: one }))].slice(0, limit)
}
