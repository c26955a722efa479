import type { Db } from '../db.ts'
import type { Operation } from '../operation.ts'

/** Writes entries at the end of the log. */
export async function insertOperations(db: Db, operations: readonly Operation[]): Promise<void> {
  await db.query(
    `
    insert into operation (seq, at, by, kind, body, previous, hash)
    select seq, at, by, kind, body::json, previous, hash
    from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
      as entry (seq, at, by, kind, body, previous, hash)`,
    [
      operations.map(({ seq }) => seq),
      operations.map(({ at }) => at),
      operations.map(({ by }) => by),
      operations.map(({ kind }) => kind),
      operations.map(({ body }) => body),
      operations.map(({ previous }) => previous),
      operations.map(({ hash }) => hash),
    ],
  )
}
