import type { EventProfile } from '../../link/index.ts'
import type { Db } from '../db.ts'
import type { StoredEvent } from '../linking/stored-event.ts'

/** Writes events with their profiles. */
export async function insertEvents(
  db: Db,
  events: readonly (StoredEvent & { readonly profile: EventProfile })[],
): Promise<void> {
  await db.query(
    `
    insert into event (number, report_id, version, event_id, component, incident_id, profile)
    select number, report, version, event, component, incident, profile::json
    from unnest($1::int[], $2::text[], $3::int[], $4::text[], $5::int[], $6::text[], $7::text[])
      as row (number, report, version, event, component, incident, profile)`,
    [
      events.map(({ number }) => number),
      events.map(({ report }) => report),
      events.map(({ version }) => version),
      events.map(({ event }) => event),
      events.map(({ component }) => component),
      events.map(({ incident }) => incident),
      events.map(({ profile }) => JSON.stringify(profile)),
    ],
  )
}
