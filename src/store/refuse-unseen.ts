import { AscribeError } from '../base/errors.ts'
import type { NewReviewDecision, ReviewDecision } from '../records/index.ts'
import { conflictsOf, isSameVersion, versionsOf } from '../review/index.ts'
import type { Db } from './db.ts'
import { listReviewDecisions } from './queries/review-decisions.ts'

/** What whoever decides has seen of what others decided. */
export interface Seen {
  /** The entry of the log that they have seen it up to. */
  readonly upTo: number
  /** What of decisions they may see; of the rest they hear nothing. */
  see(db: Db, decisions: readonly ReviewDecision[]): Promise<readonly ReviewDecision[]>
}

/** Somebody decides on what others decided otherwise, and has not seen it: they are shown it first. */
export async function refuseUnseen(
  db: Db,
  decisions: readonly NewReviewDecision[],
  { upTo, see, by }: Seen & { readonly by: string },
): Promise<void> {
  for (const key of versionsOf(decisions)) {
    const kept = await see(db, await listReviewDecisions(db, key.report, key.version))
    const unseen = kept.filter((one) => one.by !== by && one.entry > upTo)
    const own = decisions.filter((one) => isSameVersion(one, key))
    const conflicts = conflictsOf(own, unseen)
    if (conflicts.length > 0)
      throw new AscribeError('conflict', 'somebody else decided on it meanwhile', {
        details: { conflicts, upTo: lastEntryOf(kept) },
      })
  }
}

/** The last entry of the log that some decisions tell of. */
export function lastEntryOf(decisions: readonly ReviewDecision[]): number {
  return Math.max(0, ...decisions.flatMap(({ entry, undone = 0 }) => [entry, undone]))
}
