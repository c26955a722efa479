import type { Db } from '../db.ts'

/** The tables beside reports and the log that cannot be made anew from these, with the columns that they are ordered by; those behind stand on those before. What opens a door (sessions, tokens) is none of them. */
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
  proposal: ['operation'],
  former_reading: ['report_id', 'version', 'until'],
  account: ['name'],
  job: ['id'],
  job_file: ['id'],
  job_item: ['file', 'number'],
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
  const columns = await columnsOf(db, table)
  // JSON in JSON may not have all that JSON may have: it travels as text.
  const texts = columns.filter(({ type }) => type === 'json').map(({ name }) => name)
  const wrap = (row: LinkingRow): LinkingRow => ({
    ...row,
    ...Object.fromEntries(
      texts.map((name) => [name, row[name] === null ? null : JSON.stringify(row[name])]),
    ),
  })
  const names = columns.map(({ quoted }) => quoted)
  const values = columns.map(({ quoted, type }) => (type === 'json' ? `${quoted}::json` : quoted))
  const types = columns.map(({ quoted, type }) => `${quoted} ${type === 'json' ? 'text' : type}`)
  await db.query(
    `
    insert into ${table} (${names.join()})
    select ${values.join()} from json_to_recordset($1::json) as listed (${types.join()})`,
    [JSON.stringify(rows.map(wrap))],
  )
}

interface Column {
  readonly name: string
  /** As it is put into a statement. */
  readonly quoted: string
  readonly type: string
}

/** The columns of a table; they are written by name, as their order differs between stores of different ages. */
async function columnsOf(db: Db, table: LinkingTable): Promise<Column[]> {
  return db.query(
    `
    select attname::text as name, quote_ident(attname) as quoted,
      format_type(atttypid, atttypmod) as type
    from pg_attribute
    where attrelid = $1::text::regclass and attnum > 0 and not attisdropped
    order by attnum`,
    [table],
  )
}
