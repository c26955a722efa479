import type { ReviewDecision } from '../records/index.ts'
import { listAssignmentsOf, type Assignment, type Db } from '../store/index.ts'
import { isAllowed } from './guard/can.ts'
import type { User } from './site.ts'

/** The decisions on a report that somebody may see: until all its coders are done, each sees only what they said themselves. */
export async function seenBy(
  user: User,
  decisions: readonly ReviewDecision[],
  db: Db,
): Promise<ReviewDecision[]> {
  const versions = new Map(
    decisions.map(({ report, version }) => [
      JSON.stringify([report, version]),
      { report, version },
    ]),
  )
  const hidden = new Set<string>()
  for (const [key, { report, version }] of versions)
    if (isBlindIn(await listAssignmentsOf(db, report, version), user)) hidden.add(key)
  return decisions.filter(
    ({ by, report, version }) => by === user.name || !hidden.has(JSON.stringify([report, version])),
  )
}

/** Whether somebody must not see yet what others say: coders who are at it, and whoever may not see codings of others. */
export function isBlindIn(assignments: readonly Assignment[], user: User): boolean {
  if (!assignments.some(({ state }) => state === 'open')) return false
  if (assignments.some(({ coder }) => coder === user.name)) return true
  return !assignments.every(({ coder }) => isAllowed(user, 'see-coding', { owner: coder }))
}
