import type { Db } from '../db.ts'

/** The version of linking that made what is stored of events; 0 where nobody knows, or all is being linked anew; undefined where there are none. */
export async function loadLinkedBy(db: Db): Promise<number | undefined> {
  const rows = await db.query<{ version: number | null }>(
    `
    select coalesce((select version from linked_by),
      case when exists (select from event) then 0 end) as version`,
  )
  return rows[0]?.version ?? undefined
}

/** Keeps which version of linking it is. */
export async function saveLinkedBy(db: Db, version: number): Promise<void> {
  await db.query('delete from linked_by')
  await db.query('insert into linked_by (version) values ($1)', [version])
}
