import type { Db } from '../db.ts'

/** Ids of incidents that entries of the log behind one changed, in order of id behind one. */
export async function listChanged(
  db: Db,
  operation: number,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'select id from incident where changed > $1 and id > $2 order by id limit $3',
    [operation, after, limit],
  )
  return rows.map(({ id }) => id)
}

/** Ids of incidents that were there at an entry of the log, and whose events are gone. */
export async function listGone(
  db: Db,
  operation: number,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `
    select distinct incident_id as id from incident_before
    where operation > $1 and since <= $1 and incident_id > $2
      and not exists (select from incident where id = incident_id)
      and not exists (select from former_id where id = incident_before.incident_id)
    order by id limit $3`,
    [operation, after, limit],
  )
  return rows.map(({ id }) => id)
}
