import { membersOf, toIncident, type Member } from '../link/index.ts'
import type { Incident, Policy, Settling } from '../records/index.ts'
import type { Db } from './db.ts'
import { listMembers } from './queries/list-members.ts'
import { loadReadings } from './queries/load-readings.ts'
import { loadSummary } from './queries/load-summary.ts'

/** An incident with all that its reports claim, under a policy; of one that is no more, the one that its events went to. */
export async function loadIncident(
  db: Db,
  id: string,
  settling?: Settling,
): Promise<Incident | undefined> {
  const found = await loadMembers(db, id)
  return found && toIncident(found.id, found.members, settling)
}

/** The same under several policies, with its readings loaded once. */
export async function loadIncidents(
  db: Db,
  id: string,
  policies: readonly Policy[],
): Promise<Incident[] | undefined> {
  const found = await loadMembers(db, id)
  return found && policies.map((policy) => toIncident(found.id, found.members, { policy }))
}

async function loadMembers(
  db: Db,
  id: string,
): Promise<{ readonly id: string; readonly members: readonly Member[] } | undefined> {
  const summary = await loadSummary(db, id)
  if (!summary) return undefined
  const members = await listMembers(db, summary.id)
  const versions = new Map(members.map((member) => [member.report, member]))
  const readings = await loadReadings(db, [...versions.values()])
  return { id: summary.id, members: membersOf(readings, members) }
}
