import type { Db } from './db.ts'
import { hasUnswept, markSwept } from './queries/sweep-tombstones.ts'
import { listTables } from './queries/list-tables.ts'

/** Leaves nothing behind of rows that were erased: the database keeps their words in free places of tables, in what it has counted of columns, and in its write-ahead log. */
export async function sweep(db: Db): Promise<void> {
  for (const table of await listTables(db)) await db.query(`vacuum (full, analyze) ${table}`)
  if (db.kind === 'embedded') {
    await db.query('vacuum full pg_statistic')
    await dropLog(db)
  }
  await markSwept(db)
}

/** Finishes what a process that was killed while it erased did not come to. */
export async function sweepRest(db: Db): Promise<void> {
  if (await hasUnswept(db)) await sweep(db)
}

/** Files of the log that a store made by an earlier version may have put aside to write on. */
const ASIDE = 16

/** Goes on in a new file of the write-ahead log until those before are gone. */
async function dropLog(db: Db): Promise<void> {
  for (let i = 0; i < ASIDE; i += 1) {
    await db.query('select pg_switch_wal()::text')
    await db.query('checkpoint')
    if ((await db.query('select name from pg_ls_waldir()')).length === 1) return
  }
}
