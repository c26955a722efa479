import type { Db } from '../db.ts'

/** Names of the store's tables, to be put into a statement. */
export async function listTables(db: Db): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    'select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() order by name',
  )
  return rows.map(({ name }) => name)
}
