import type { Db } from '../db.ts'

/** The number of the last entry of the log; 0 where there is none. */
export async function lastOperation(db: Db): Promise<number> {
  const rows = await db.query<{ seq: number }>(
    'select coalesce(max(seq), 0)::int as seq from operation',
  )
  return rows[0]?.seq ?? 0
}
