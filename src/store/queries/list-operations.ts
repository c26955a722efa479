import type { Db } from '../db.ts'
import type { Operation } from '../operation.ts'

/** Entries of the log behind a number, in order. */
export async function listOperations(db: Db, after: number, limit: number): Promise<Operation[]> {
  return db.query<Operation>(
    `
    select seq::int as seq, at, by, kind, body::text as body, previous, hash
    from operation
    where operation.seq > $1
    order by operation.seq
    limit $2`,
    [after, limit],
  )
}
