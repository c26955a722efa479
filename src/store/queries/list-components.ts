import type { Db } from '../db.ts'

/** Components of events in order behind one. */
export async function listComponents(db: Db, after: number, limit: number): Promise<number[]> {
  const rows = await db.query<{ component: number }>(
    'select distinct component from event where component > $1 order by component limit $2',
    [after, limit],
  )
  return rows.map(({ component }) => component)
}
