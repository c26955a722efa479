import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { chainOperations, type NewOperation } from './operation.ts'
import { insertOperations } from './queries/insert-operations.ts'
import { loadHead } from './queries/load-head.ts'

/** Writes one entry at the end of the log, within the transaction of what it tells of. Gives its number. */
export async function logOperation(
  db: Db,
  operation: NewOperation,
  { at, by }: Doer,
): Promise<number> {
  const head = await loadHead(db)
  await insertOperations(db, chainOperations([operation], head, { at, by }))
  return head.seq + 1
}
