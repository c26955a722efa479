import type { Reading } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { toReading, type StoredReading } from '../stored-reading.ts'

/** A report with its records: the given version, or the latest. */
export async function loadReading(
  db: Db,
  id: string,
  version?: number,
): Promise<Reading | undefined> {
  const rows = await db.query<StoredReading>(
    `
    select report.body::text as report, reading.body::text as reading
    from report join reading on reading.report_id = report.id and reading.version = report.version
    where report.id = $1 and ($2::int is null or report.version = $2)
    order by report.version desc
    limit 1`,
    [id, version ?? null],
  )
  return rows[0] && toReading(rows[0])
}
