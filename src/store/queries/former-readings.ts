import type { ReportVersion } from '../../review/index.ts'
import type { Db } from '../db.ts'

/** A latest version of a report with what was read of it, as the tables hold it. */
export interface LatestRow extends ReportVersion {
  readonly body: string
  readonly reading: string
  readonly salt: string
}

/** The version of a report, if it is the latest. */
export async function loadLatestRow(
  db: Db,
  { report, version }: ReportVersion,
): Promise<LatestRow | undefined> {
  const rows = await db.query<LatestRow>(
    `
    select report.id as report, report.version, report.body::text as body,
      reading.body::text as reading, salt
    from report join reading on reading.report_id = report.id and reading.version = report.version
    where report.id = $1 and report.version = $2 and not exists (
      select from report as later where later.id = report.id and later.version > report.version)`,
    [report, version],
  )
  return rows[0]
}

/** Puts what was read anew in the place of what was read before, which is kept with the entry of the log until which it stood. */
export async function replaceReading(
  db: Db,
  { report, version, reading }: Pick<LatestRow, 'report' | 'version' | 'reading'>,
  until: number,
): Promise<void> {
  await db.query(
    `
    insert into former_reading (report_id, version, until, body)
    select report_id, version, $3, body::text from reading where report_id = $1 and version = $2`,
    [report, version, until],
  )
  await db.query('update reading set body = $3::json where report_id = $1 and version = $2', [
    report,
    version,
    reading,
  ])
}

/** What was read of a version at an entry of the log, `$n` being the parameter that has its number; without one what is read of it now. */
export function readingAt(parameter: string): string {
  return `coalesce((
      select former_reading.body from former_reading
      where former_reading.report_id = report.id and former_reading.version = report.version
        and until > ${parameter}::bigint
      order by until limit 1), reading.body::text)`
}
