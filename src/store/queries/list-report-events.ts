import type { Db } from '../db.ts'
import { EVENT, type StoredEvent } from '../linking/stored-event.ts'

/** The events of a report that are linked. */
export async function listReportEvents(db: Db, report: string): Promise<StoredEvent[]> {
  return db.query<StoredEvent>(
    `select ${EVENT} from event where report_id = $1 order by event_id`,
    [report],
  )
}

/** The events of some reports with what linking compares of each, as JSON. */
export async function listProfiles(
  db: Db,
  reports: readonly string[],
): Promise<(StoredEvent & { readonly profile: string })[]> {
  return db.query<StoredEvent & { profile: string }>(
    `
    select ${EVENT}, profile::text as profile from event
    where report_id = any($1::text[]) order by number`,
    [reports],
  )
}
