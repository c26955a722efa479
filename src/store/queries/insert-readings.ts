import type { Db } from '../db.ts'
import type { ReportRow } from '../report-row.ts'
import { insertRows } from './insert-rows.ts'

/** Writes the records of versions of reports. */
export async function insertReadings(db: Db, rows: readonly ReportRow[]): Promise<void> {
  await insertRows(db, {
    into: 'insert into reading (report_id, version, body)',
    columns: ['?::text', '?::int', '?::json'],
    rows: rows.map(({ report, version, reading }) => [report.id, version, reading]),
  })
}
