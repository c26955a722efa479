import type { Db } from '../db.ts'

/** Keeps that a report was erased, by the entry of the log that says so. */
export async function insertTombstone(db: Db, id: string, operation: number): Promise<void> {
  await db.query('insert into tombstone (report_id, operation) values ($1, $2)', [id, operation])
}
