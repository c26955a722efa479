import type { Db } from '../db.ts'

/** An incident that is no more, and the one that most of its events went to. */
export interface FormerId {
  readonly id: string
  readonly incident: string
}

/** Keeps where incidents went. */
export async function insertFormerIds(
  db: Db,
  rows: readonly FormerId[],
  operation: number,
): Promise<void> {
  await db.query(
    `
    insert into former_id (id, incident_id, operation)
    select id, incident, $3 from unnest($1::text[], $2::text[]) as row (id, incident)
    on conflict (id) do update set incident_id = excluded.incident_id, operation = excluded.operation`,
    [rows.map(({ id }) => id), rows.map(({ incident }) => incident), operation],
  )
}

/** Forgets that incidents were gone which are there again. */
export async function deleteFormerIds(db: Db, ids: readonly string[]): Promise<void> {
  await db.query('delete from former_id where id = any($1::text[])', [ids])
}
