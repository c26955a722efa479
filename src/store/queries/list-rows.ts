import type { Db } from '../db.ts'
import type { ReportRow } from '../report-row.ts'

/** A version of a report as the tables hold it. */
export type StoredRow = Omit<ReportRow, 'report'> & { readonly id: string }

/** Versions of reports in order of id and version behind one, as the tables hold them. */
export async function listRows(
  db: Db,
  after: Pick<StoredRow, 'id' | 'version'>,
  limit: number,
): Promise<StoredRow[]> {
  return db.query(
    `
    select report.id, report.version, report.body::text as body, reading.body::text as reading, salt
    from report join reading on reading.report_id = report.id and reading.version = report.version
    where (report.id, report.version) > ($1, $2)
    order by report.id, report.version
    limit $3`,
    [after.id, after.version, limit],
  )
}
