import { AscribeError } from '../base/errors.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { chainOperations } from './operation.ts'
import { deleteReport } from './queries/delete-report.ts'
import { insertOperations } from './queries/insert-operations.ts'
import { insertTombstone } from './queries/insert-tombstone.ts'
import { loadHead } from './queries/load-head.ts'

/** Removes a report, all its versions and records for good; the log keeps that it was there and that it was erased. Throws `not-found`. */
export async function eraseReport(db: Db, id: string, doer: Doer): Promise<void> {
  await db.transaction(async (inner) => {
    const head = await loadHead(inner)
    const versions = await deleteReport(inner, id)
    if (versions === 0) throw new AscribeError('not-found', `no report ${id} in the store`)
    const body = JSON.stringify({ report: id, versions })
    const entries = chainOperations([{ kind: 'erase-report', body }], head, doer)
    await insertOperations(inner, entries)
    await insertTombstone(inner, id, head.seq + 1)
  })
  // Postgres keeps the words of removed rows until their place is used again.
  await db.query('vacuum full report')
  await db.query('vacuum full reading')
  await db.query('checkpoint')
}
