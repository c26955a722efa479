import type { Reading } from '../../records/index.ts'
import type { ReportVersion } from '../../review/index.ts'
import type { Db } from '../db.ts'
import { readingAt } from './former-readings.ts'
import { toReading, type StoredReading } from '../stored-reading.ts'

/** Versions of reports with their records, as they are now or were at an entry of the log; those that are gone are left out. */
export async function loadReadings(
  db: Db,
  versions: readonly ReportVersion[],
  at?: number,
): Promise<Reading[]> {
  const rows = await db.query<StoredReading>(
    `
    select report.body::text as report, ${readingAt('$3')} as reading
    from unnest($1::text[], $2::int[]) as wanted (report, version)
    join report on report.id = wanted.report and report.version = wanted.version
    join reading on reading.report_id = report.id and reading.version = report.version
    order by report.id`,
    [versions.map(({ report }) => report), versions.map(({ version }) => version), at ?? null],
  )
  return rows.map(toReading)
}
