import type { EventProfile } from '../../link/index.ts'
import type { Db } from '../db.ts'
import type { StoredEvent } from '../linking/stored-event.ts'
import { insertRows } from './insert-rows.ts'

/** Writes events with their profiles. */
export async function insertEvents(
  db: Db,
  events: readonly (StoredEvent & { readonly profile: EventProfile })[],
): Promise<void> {
  await insertRows(db, {
    into: `
    insert into event (number, report_id, version, event_id, component, incident_id, profile)`,
    columns: ['?::int', '?::text', '?::int', '?::text', '?::int', '?::text', '?::json'],
    rows: events.map(({ number, report, version, event, component, incident, profile }) => [
      ...[number, report, version, event],
      ...[component, incident, JSON.stringify(profile)],
    ]),
  })
}
