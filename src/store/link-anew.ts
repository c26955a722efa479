import { LINKING } from '../link/index.ts'
import { chainOperations } from './operation.ts'
import type { LinkingDoer } from './add-readings.ts'
import type { Db } from './db.ts'
import { relink } from './linking/relink.ts'
import { allPages } from './pages.ts'
import { deleteAllKeys } from './queries/event-keys.ts'
import { insertOperations } from './queries/insert-operations.ts'
import { listReadings } from './queries/list-readings.ts'
import { saveLinkedBy } from './queries/linked-by.ts'
import { loadHead } from './queries/load-head.ts'
import type { Reading } from '../records/index.ts'

/** Reports that are linked at once. */
const PAGE = 50

/** Links all reports anew, for a store that an earlier version filled or linked otherwise. Each page of reports is one entry of the log; stopped in the middle, it has to be begun again, and nothing can be added until then. `heard` is told of each. Gives how many reports there are. */
export async function linkAnew(
  db: Db,
  doer: () => LinkingDoer,
  heard: (reports: number) => void = () => undefined,
): Promise<number> {
  await db.transaction(async (inner) => {
    await loadHead(inner)
    // Nothing is compared with what another version made of an event, and nobody adds meanwhile.
    await deleteAllKeys(inner)
    await saveLinkedBy(inner, 0)
  })
  let reports = 0
  const pages = allPages<Reading>(
    (last, limit) => listReadings(db, last?.report.id ?? '', limit),
    PAGE,
  )
  for await (const readings of pages) {
    await db.transaction(async (inner) => {
      const [head, { kit, ...who }] = [await loadHead(inner), doer()]
      const body = JSON.stringify({ reports: readings.length })
      await insertOperations(inner, chainOperations([{ kind: 'link', body }], head, who))
      const gone = readings.map(({ report }) => report.id)
      await relink(inner, { readings, gone }, { kit, operation: head.seq + 1 })
    })
    reports += readings.length
    heard(reports)
  }
  await saveLinkedBy(db, LINKING)
  return reports
}
