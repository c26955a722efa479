import type { Db } from '../db.ts'
import { NO_OPERATION, type Head } from '../operation.ts'

/** Any number: who writes to the log holds the lock of this name to the end of its transaction. */
const LOCK = 727_411_074

/** The end of the log, which nobody else moves before this transaction ends. */
export async function loadHead(db: Db): Promise<Head> {
  await db.query('select pg_advisory_xact_lock($1)', [LOCK])
  const rows = await db.query<Head>(
    'select seq::int as seq, hash from operation order by operation.seq desc limit 1',
  )
  return rows[0] ?? NO_OPERATION
}
