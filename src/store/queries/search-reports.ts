import type { Db } from '../db.ts'
import { plainText } from '../search-text.ts'
import { LISTED, toListed, type ListedReport, type ListedRow } from './list-reports.ts'

/** A report that was found, the best first. */
export interface FoundReport extends ListedReport {
  /** How well it fits: 0 and more, by Postgres' `ts_rank`. */
  readonly score: number
}

/** Most reports whose words are compared for the order: of more, the first found count. */
const RANKED = 2000

/** The latest versions of reports that hold all words of a query, or as it says ("or", -word, "a phrase" in quotation marks). */
export async function searchReports(db: Db, query: string, limit: number): Promise<FoundReport[]> {
  const rows = await db.query<ListedRow & { score: number }>(
    `
    with found as (
      select report.*
      from report, websearch_to_tsquery('english', $1) as query
      where words @@ query and not exists (
        select from report as later where later.id = report.id and later.version > report.version)
      limit $3)
    select ${LISTED}, ts_rank(words, websearch_to_tsquery('english', $1))::float8 as score
    from found
    order by score desc, id
    limit $2`,
    [plainText(query), limit, RANKED],
  )
  return rows.map((row) => ({ ...toListed(row), score: row.score }))
}
