import type { Db } from '../db.ts'
import type { MemberKey } from './incidents-before.ts'

/** What an incident was before an entry of the log, and who made that entry. */
export interface PastState {
  readonly operation: number
  readonly at: string
  readonly by: string
  readonly kind: string
  readonly members: readonly MemberKey[]
}

/** The last states that an incident was in before what it is now, the newest first. */
export async function listPast(db: Db, incident: string, limit: number): Promise<PastState[]> {
  const rows = await db.query<Omit<PastState, 'members'> & { members: string }>(
    `
    select operation::int as operation, at, by, kind, members::text as members
    from incident_before join operation on seq = operation
    where incident_id = $1
    order by incident_before.operation desc
    limit $2`,
    [incident, limit],
  )
  return rows.map((row) => ({ ...row, members: JSON.parse(row.members) as MemberKey[] }))
}
