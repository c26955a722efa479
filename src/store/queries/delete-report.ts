import type { Db } from '../db.ts'

/** Removes all versions of a report with their records; gives how many there were. */
export async function deleteReport(db: Db, id: string): Promise<number> {
  const rows = await db.query('delete from report where id = $1 returning version', [id])
  return rows.length
}
