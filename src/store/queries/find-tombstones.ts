import type { Db } from '../db.ts'

/** Those of some reports that were erased. */
export async function findTombstones(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }>(
    'select report_id as id from tombstone where report_id = any($1::text[])',
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}
