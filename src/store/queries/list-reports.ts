import type { Db } from '../db.ts'

/** What is listed of a report: its latest version. */
export interface ListedReport {
  readonly id: string
  readonly version: number
  readonly outlet?: string
  readonly title?: string
  readonly publishedAt?: string
  readonly uri?: string
  /** The first words of the text. */
  readonly opening: string
  /** UTF-16 units of text. */
  readonly length: number
}

/** Reports in order of id behind one, their latest versions. */
export async function listReports(db: Db, after: string, limit: number): Promise<ListedReport[]> {
  const rows = await db.query<ListedRow>(
    `
    select distinct on (id) ${LISTED}
    from report
    where id > $1
    order by id, version desc
    limit $2`,
    [after, limit],
  )
  return rows.map(toListed)
}

/** Columns of a listed report. */
export const LISTED =
  'id, version, outlet, title, published_at as "publishedAt", uri, opening, length'

/** A row with `LISTED`. */
export type ListedRow = {
  readonly [Key in keyof ListedReport]-?: Exclude<ListedReport[Key], undefined> | null
}

/** Unknown is an absent key in records, null only in SQL. */
export function toListed(row: ListedRow): ListedReport {
  const known = Object.entries(row).filter(([, value]) => value !== null)
  return Object.fromEntries(known) as unknown as ListedReport
}
