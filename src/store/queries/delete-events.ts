import type { EventProfile } from '../../link/index.ts'
import type { Db } from '../db.ts'
import { EVENT, type StoredEvent } from '../linking/stored-event.ts'

/** Takes the events of some reports out, with their links; gives them with their profiles. */
export async function deleteEvents(
  db: Db,
  reports: readonly string[],
): Promise<(StoredEvent & { readonly profile: EventProfile })[]> {
  const rows = await db.query<StoredEvent & { profile: string }>(
    `
    delete from event where report_id = any($1::text[])
    returning ${EVENT}, profile::text as profile`,
    [reports],
  )
  const numbers = rows.map(({ number }) => number)
  if (numbers.length > 0)
    await db.query('delete from link where a = any($1::int[]) or b = any($1::int[])', [numbers])
  return rows.map((row) => ({ ...row, profile: JSON.parse(row.profile) as EventProfile }))
}
