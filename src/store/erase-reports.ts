import { AscribeError } from '../base/errors.ts'
import type { LinkingDoer } from './add-readings.ts'
import type { Db } from './db.ts'
import { relink } from './linking/relink.ts'
import { chainOperations, type NewOperation } from './operation.ts'
import { deleteReport } from './queries/delete-report.ts'
import { insertOperations } from './queries/insert-operations.ts'
import { insertTombstone } from './queries/insert-tombstone.ts'
import { loadHead } from './queries/load-head.ts'
import { emptyAnswers } from './queries/request-keys.ts'
import { sweep } from './sweep.ts'

/** Removes reports, all their versions and records for good; incidents are as if they had never been there, and the log keeps that they were there and that they were erased. Throws `not-found`, and nothing is done, where one is not there. */
export async function eraseReports(
  db: Db,
  ids: readonly string[],
  doer: LinkingDoer,
): Promise<void> {
  const gone = [...new Set(ids)]
  await db.transaction(async (inner) => {
    const head = await loadHead(inner)
    const operation = head.seq + gone.length
    await relink(inner, { gone }, { kit: doer.kit, operation })
    const erased: NewOperation[] = []
    for (const id of gone) {
      const versions = await deleteReport(inner, id)
      if (versions === 0) throw new AscribeError('not-found', `no report ${id} in the store`)
      erased.push({ kind: 'erase-report', body: JSON.stringify({ report: id, versions }) })
    }
    await insertOperations(inner, chainOperations(erased, head, doer))
    await emptyAnswers(inner)
    for (const [i, id] of gone.entries()) await insertTombstone(inner, id, head.seq + 1 + i)
  })
  await sweep(db)
}
