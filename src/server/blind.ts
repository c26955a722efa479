import type { ReviewDecision } from '../records/index.ts'
import { isSameVersion, versionsOf, type ReportVersion } from '../review/index.ts'
import { listAssignmentsOf, type Assignment, type Db } from '../store/index.ts'
import { isAllowed } from './guard/can.ts'
import type { User } from './site.ts'

/** The decisions on a report that somebody may see: until all its coders are done, each sees only what they said themselves. */
export async function seenBy(
  user: User,
  decisions: readonly ReviewDecision[],
  db: Db,
): Promise<ReviewDecision[]> {
  const hidden: ReportVersion[] = []
  for (const key of versionsOf(decisions))
    if (isBlindIn(await listAssignmentsOf(db, key.report, key.version), user)) hidden.push(key)
  return decisions.filter(
    (one) => one.by === user.name || !hidden.some((key) => isSameVersion(one, key)),
  )
}

/** Whether somebody must not see yet what others say: coders who are at it, and whoever may not see codings of others. */
export function isBlindIn(assignments: readonly Assignment[], user: User): boolean {
  if (!assignments.some(({ state }) => state === 'open')) return false
  if (assignments.some(({ coder }) => coder === user.name)) return true
  return !assignments.every(({ coder }) => isAllowed(user, 'see-coding', { owner: coder }))
}
