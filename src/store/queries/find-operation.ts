import type { Db } from '../db.ts'

/** The last entry of the log before an instant (ISO 8601, UTC); 0 where there is none. */
export async function findOperation(db: Db, instant: string): Promise<number> {
  const rows = await db.query<{ seq: number }>(
    'select coalesce(max(seq), 0)::int as seq from operation where at < $1',
    [instant],
  )
  return rows[0]?.seq ?? 0
}
