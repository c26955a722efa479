import type { EventKey } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { EVENT, type StoredEvent } from '../linking/stored-event.ts'

/** What events are looked for by: any of it. */
export interface Touching {
  readonly numbers: readonly number[]
  readonly components: readonly number[]
  readonly keys: readonly EventKey[]
}

/** All events of the components that something touches. */
export async function listTouched(
  db: Db,
  { numbers, components, keys }: Touching,
): Promise<StoredEvent[]> {
  // Two questions, not a join: without statistics Postgres would read the whole table for one.
  const found = await db.query<{ component: number }>(
    `
    select component from event where number = any($1::int[])
    union select component from event where report_id = any($2::text[])
      and (report_id, event_id) in (select * from unnest($2::text[], $3::text[]))`,
    [numbers, keys.map(({ report }) => report), keys.map(({ event }) => event)],
  )
  const all = new Set([...components, ...found.map(({ component }) => component)])
  if (all.size === 0) return []
  return db.query<StoredEvent>(
    `select ${EVENT} from event where component = any($1::int[]) order by number`,
    [[...all]],
  )
}
