import type { Db } from '../db.ts'
import type { ReportRow } from '../report-row.ts'

/** Writes the records of versions of reports. */
export async function insertReadings(db: Db, rows: readonly ReportRow[]): Promise<void> {
  await db.query(
    `
    insert into reading (report_id, version, body)
    select report_id, version, body::json
    from unnest($1::text[], $2::int[], $3::text[]) as row (report_id, version, body)`,
    [
      rows.map(({ report }) => report.id),
      rows.map(({ version }) => version),
      rows.map(({ reading }) => reading),
    ],
  )
}
