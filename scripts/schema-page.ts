import { openStore, type Db } from '../src/store/index.ts'

/** `docs/schema.sql`: the tables that the migrations make, as the database tells them. */
export async function schemaPage(): Promise<string> {
  const db = await openStore()
  try {
    const tables = await db.query<{ name: string }>(
      `
      select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
    )
    const parts = [HEAD]
    for (const { name } of tables) parts.push(await describeTable(db, name))
    return `${parts.join('\n\n')}\n`
  } finally {
    await db.close()
  }
}

const HEAD =
  '-- Written by `npm run docs` from the migrations in `sql/`, for reading; nothing runs it.'

async function describeTable(db: Db, table: string): Promise<string> {
  const lines = await db.query<{ line: string }>(
    `
    select line from (
      select 1 as part, attnum::int as place, format('%I %s%s', attname,
        format_type(atttypid, atttypmod), case when attnotnull then ' not null' else '' end) as line
      from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
      union all
      select 2, row_number() over (order by contype desc, conname)::int, pg_get_constraintdef(oid)
      from pg_constraint where conrelid = $1::regclass and contype <> 'n') as body
    order by part, place`,
    [table],
  )
  const rest = await db.query<{ line: string }>(
    `
    select pg_get_indexdef(indexrelid) || ';' as line
    from pg_index where indrelid = $1::regclass and not exists (
      select from pg_constraint where conindid = indexrelid)
    union all
    select pg_get_triggerdef(oid) || ';' from pg_trigger
    where tgrelid = $1::regclass and not tgisinternal
    order by line`,
    [table],
  )
  const body = lines.map(({ line }) => `  ${line.toLowerCase()}`).join(',\n')
  const after = rest.map(({ line }) => line.replaceAll('public.', ''))
  return [`create table ${table} (\n${body}\n);`, ...after].join('\n')
}
