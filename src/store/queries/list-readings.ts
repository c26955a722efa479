import type { Reading } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { toReading, type StoredReading } from '../stored-reading.ts'

/** The latest versions of reports with their records, in order of id behind one. */
export async function listReadings(db: Db, after: string, limit: number): Promise<Reading[]> {
  const rows = await db.query<StoredReading>(
    `
    select distinct on (report.id) report.body::text as report, reading.body::text as reading
    from report join reading on reading.report_id = report.id and reading.version = report.version
    where report.id > $1
    order by report.id, report.version desc
    limit $2`,
    [after, limit],
  )
  return rows.map(toReading)
}
