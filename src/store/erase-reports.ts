import { AscribeError } from '../base/errors.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { chainOperations, type NewOperation } from './operation.ts'
import { deleteReport } from './queries/delete-report.ts'
import { insertOperations } from './queries/insert-operations.ts'
import { insertTombstone } from './queries/insert-tombstone.ts'
import { loadHead } from './queries/load-head.ts'
import { sweep } from './sweep.ts'

/** Removes reports, all their versions and records for good; the log keeps that they were there and that they were erased. Throws `not-found`, and nothing is done, where one is not there. */
export async function eraseReports(db: Db, ids: readonly string[], doer: Doer): Promise<void> {
  await db.transaction(async (inner) => {
    const head = await loadHead(inner)
    const erased: NewOperation[] = []
    for (const id of new Set(ids)) {
      const versions = await deleteReport(inner, id)
      if (versions === 0) throw new AscribeError('not-found', `no report ${id} in the store`)
      erased.push({ kind: 'erase-report', body: JSON.stringify({ report: id, versions }) })
    }
    const entries = chainOperations(erased, head, doer)
    await insertOperations(inner, entries)
    for (const [i, id] of [...new Set(ids)].entries())
      await insertTombstone(inner, id, head.seq + 1 + i)
  })
  await sweep(db)
}
