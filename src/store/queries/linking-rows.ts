import type { Db } from '../db.ts'

/** The tables beside reports and the log that cannot be made anew from these, with the columns that they are ordered by. */
export const LINKING_TABLES = {
  event: ['number'],
  event_key: ['key', 'event'],
  link: ['a', 'b'],
  decision: ['operation', 'a_report', 'a_event', 'b_report', 'b_event'],
  incident: ['id'],
  incident_before: ['incident_id', 'operation'],
  former_id: ['id'],
  linked_by: ['version'],
  saved_filter: ['id'],
  review_decision: ['operation', 'place'],
  assignment: ['report_id', 'version', 'coder'],
  ruling: ['group'],
  own_actor: ['operation'],
  former_reading: ['report_id', 'version', 'until'],
} as const

export type LinkingTable = keyof typeof LINKING_TABLES

/** A row of one of them by the names of its columns. */
export type LinkingRow = Readonly<Record<string, unknown>>

/** Rows of one of them behind one. */
export async function listLinkingRows(
  db: Db,
  table: LinkingTable,
  { last, limit }: { readonly last: LinkingRow | undefined; readonly limit: number },
): Promise<LinkingRow[]> {
  const key: readonly string[] = LINKING_TABLES[table]
  const columns = key.map((column) => `"${column}"`).join()
  const behind = last ? `where (${columns}) > (${key.map((_, i) => `$${i + 2}`).join()})` : ''
  const rows = await db.query<{ row: string }>(
    `select row_to_json(${table})::text as row from ${table} ${behind} order by ${columns} limit $1`,
    [limit, ...(last ? key.map((column) => last[column]) : [])],
  )
  return rows.map(({ row }) => JSON.parse(row) as LinkingRow)
}

/** Writes rows of one of them as they were listed. */
export async function insertLinkingRows(
  db: Db,
  table: LinkingTable,
  rows: readonly LinkingRow[],
): Promise<void> {
  await db.query(
    `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`,
    [JSON.stringify(rows)],
  )
}
