import type { Reading } from '../records/index.ts'
import { worthOf } from '../review/index.ts'
import type { Db } from './db.ts'
import { loadReadings } from './queries/load-readings.ts'
import { saveUnknown } from './unknown-actors.ts'
import { countOutlets, listUnqueued, saveReviewItems } from './queries/review-items.ts'

/** Puts the latest readings of reports into the queue, or anew at the place that they are worth now; with their unknown names. */
export async function queueReadings(db: Db, readings: readonly Reading[]): Promise<void> {
  const outlets = readings.flatMap(({ report: { outlet } }) =>
    outlet === undefined ? [] : [outlet],
  )
  const counts = await countOutlets(db, outlets)
  const items = readings.map((reading) => {
    const { id, version = 1, outlet } = reading.report
    return { report: id, version, ...worthOf(reading, counts.get(outlet ?? '')) }
  })
  await saveReviewItems(db, items)
  await saveUnknown(db, readings)
}

/** Readings that are put into the queue at once. */
const PAGE = 200

/** Puts into the queue what came before there was one, some at a time; gives whether there may be more. */
export async function queueRest(db: Db): Promise<boolean> {
  const left = await listUnqueued(db, PAGE)
  if (left.length > 0) await queueReadings(db, await loadReadings(db, left))
  return left.length === PAGE
}
