import type { Db } from '../db.ts'
import { EVENT, type StoredEvent } from '../linking/stored-event.ts'

/** The events of a report that are linked. */
export async function listReportEvents(db: Db, report: string): Promise<StoredEvent[]> {
  return db.query<StoredEvent>(
    `select ${EVENT} from event where report_id = $1 order by event_id`,
    [report],
  )
}
