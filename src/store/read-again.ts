import type { Note, Reading } from '../records/index.ts'
import type { LinkingDoer } from './add-readings.ts'
import type { Db } from './db.ts'
import { checkVersion } from './linking/check-version.ts'
import { relink } from './linking/relink.ts'
import { logOperation } from './log-operation.ts'
import { loadLatestRow, replaceReading, type LatestRow } from './queries/former-readings.ts'
import { loadHead } from './queries/load-head.ts'
import { rowOf, sealOf } from './report-row.ts'
import { queueReadings } from './review-queue.ts'
import { toReading } from './stored-reading.ts'

/** What became of a reading of a report that is in the store: it took the place of the one before, it says the same, or the version that was read is no more the latest. */
export interface ReadAgain {
  readonly id: string
  readonly version: number
  readonly outcome: 'again' | 'same' | 'past'
}

/** Puts readings in the place of those that were made of the same texts, all of them or none; what was read before is kept. What people decided stays, as records keep their ids; events are linked anew. */
export async function readAgain(
  db: Db,
  readings: readonly Reading[],
  doer: LinkingDoer,
): Promise<ReadAgain[]> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    await checkVersion(inner)
    const done: ReadAgain[] = []
    for (const reading of readings) done.push(await replace(inner, reading, doer))
    return done
  })
}

/** Each report is an entry of its own, so that what stood before an entry can be told. */
async function replace(
  db: Db,
  reading: Reading,
  { kit, ...doer }: LinkingDoer,
): Promise<ReadAgain> {
  const { id, version = 1 } = reading.report
  const row = await loadLatestRow(db, { report: id, version })
  if (!row) return { id, version, outcome: 'past' }
  const written = rewrite(row, reading)
  if (written === undefined) return { id, version, outcome: 'same' }
  const body = { report: id, version, seal: sealOf({ ...row, reading: written }) }
  const entry = { kind: 'read-again' as const, body: JSON.stringify(body) }
  const operation = await logOperation(db, entry, doer)
  await replaceReading(db, { report: id, version, reading: written }, operation)
  const fresh = toReading({ report: row.body, reading: written })
  await relink(db, { readings: [fresh], gone: [id] }, { kit, operation })
  await queueReadings(db, [fresh])
  return { id, version, outcome: 'again' }
}

/** The rest of a reading as it is written; undefined where it says what is there. What the report was handed over with that we do not know is only known from then. */
function rewrite({ body, reading }: LatestRow, anew: Reading): string | undefined {
  const before = toReading({ report: body, reading })
  const kept = before.notes.filter(isOfInput)
  const notes = [...kept, ...anew.notes.filter((note) => !isOfInput(note))]
  const after = { ...anew, report: before.report, notes }
  const isSame = JSON.stringify({ ...before, run: after.run }) === JSON.stringify(after)
  return isSame ? undefined : rowOf(after, before.report.version ?? 1).reading
}

function isOfInput({ code }: Note): boolean {
  return code === 'unknown-key'
}
