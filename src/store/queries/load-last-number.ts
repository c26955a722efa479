import type { Db } from '../db.ts'

/** The greatest number of an event; 0 where there is none. */
export async function loadLastNumber(db: Db): Promise<number> {
  const rows = await db.query<{ number: number }>(
    'select coalesce(max(number), 0)::int as number from event',
  )
  return rows[0]?.number ?? 0
}
