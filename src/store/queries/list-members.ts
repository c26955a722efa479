import type { Db } from '../db.ts'
import { EVENT, type StoredEvent } from '../linking/stored-event.ts'

/** The events of an incident, by report. */
export async function listMembers(db: Db, incident: string): Promise<StoredEvent[]> {
  return db.query<StoredEvent>(
    `select ${EVENT} from event where incident_id = $1 order by report_id, event_id`,
    [incident],
  )
}
