import { changesBetween } from '../link/index.ts'
import type { IncidentChange } from '../records/index.ts'
import type { Db } from './db.ts'
import { incidentBefore } from './list-changes.ts'
import { loadIncident } from './load-incident.ts'
import { listPast, type PastState } from './queries/list-past.ts'

/** What an entry of the log changed in an incident. */
export interface HistoryStep extends Omit<PastState, 'members'> {
  readonly changes: readonly IncidentChange[]
}

/** What changed in an incident, the last entries of the log first. Each step is told by the readings before and after it. */
export async function incidentHistory(db: Db, id: string, limit: number): Promise<HistoryStep[]> {
  const past = await listPast(db, id, limit)
  const steps: HistoryStep[] = []
  let after = await loadIncident(db, id)
  for (const { members, ...entry } of past) {
    const before = await incidentBefore(db, { incident: id, members }, entry.operation - 1)
    steps.push({ ...entry, changes: changesBetween(before, after) })
    after = before
  }
  return steps
}
