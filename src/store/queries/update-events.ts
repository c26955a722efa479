import type { Db } from '../db.ts'
import type { StoredEvent } from '../linking/stored-event.ts'

/** Puts events into other components and incidents. */
export async function updateEvents(db: Db, events: readonly StoredEvent[]): Promise<void> {
  await db.query(
    `
    update event set component = moved.component, incident_id = moved.incident
    from unnest($1::int[], $2::int[], $3::text[]) as moved (number, component, incident)
    where event.number = moved.number`,
    [
      events.map(({ number }) => number),
      events.map(({ component }) => component),
      events.map(({ incident }) => incident),
    ],
  )
}
