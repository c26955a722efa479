import type { Db } from '../db.ts'

/** The entry that holds what somebody did at once, by the name that it was sent with. */
export async function findReviewGroup(db: Db, group: string): Promise<number | undefined> {
  return entryOf(
    await db.query<Found>(
      'select min(operation)::int as entry from review_decision where "group" = $1',
      [group],
    ),
  )
}

/** The last entry of somebody's that stands: the one that is undone next. */
export async function findReviewToUndo(db: Db, by: string): Promise<number | undefined> {
  return entryOf(
    await db.query<Found>(
      'select max(operation)::int as entry from review_decision where by = $1 and undone is null',
      [by],
    ),
  )
}

/** The entry that somebody undid last and has decided nothing since: the one that stands again next. */
export async function findReviewToRedo(db: Db, by: string): Promise<number | undefined> {
  return entryOf(
    await db.query<Found>(
      `
      select max(operation)::int as entry from review_decision
      where by = $1 and undone = (
        select max(undone) from review_decision join operation on seq = undone
        where review_decision.by = $1 and operation.by = $1
          and undone > (select max(operation) from review_decision where by = $1))`,
      [by],
    ),
  )
}

interface Found {
  readonly entry: number | null
}

function entryOf([found]: readonly Found[]): number | undefined {
  return found?.entry ?? undefined
}
