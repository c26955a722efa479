import type { Db } from '../db.ts'
import { LISTED, toListed, type ListedReport, type ListedRow } from './list-reports.ts'

/** What is listed of some versions of reports, the earliest published first. */
export async function findReports(
  db: Db,
  versions: readonly { readonly report: string; readonly version: number }[],
): Promise<ListedReport[]> {
  const rows = await db.query<ListedRow>(
    `
    select ${LISTED} from report
    where (id, version) in (select * from unnest($1::text[], $2::int[]))
    order by published_at nulls last, id`,
    [versions.map(({ report }) => report), versions.map(({ version }) => version)],
  )
  return rows.map(toListed)
}
