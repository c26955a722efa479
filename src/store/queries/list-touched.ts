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
  return db.query<StoredEvent>(
    `
    select ${EVENT} from event
    where component in (
      select unnest($1::int[])
      union select component from event where number = any($2::int[])
      union select component from event
      join unnest($3::text[], $4::text[]) as key (report, event)
        on event.report_id = key.report and event.event_id = key.event)
    order by number`,
    [components, numbers, keys.map(({ report }) => report), keys.map(({ event }) => event)],
  )
}
