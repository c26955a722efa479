import type { Db } from '../db.ts'

/** Whether something was erased of which the database may still keep words. */
export async function hasUnswept(db: Db): Promise<boolean> {
  return (await db.query('select from tombstone where not swept limit 1')).length > 0
}

/** Keeps that of all that was erased no word is left. */
export async function markSwept(db: Db): Promise<void> {
  await db.query('update tombstone set swept = true where not swept')
}
