import type { Db } from '../db.ts'
import { insertRows } from './insert-rows.ts'
import { filtersOf, type IncidentSummary } from '../linking/summary.ts'

/** Writes what is listed of incidents, new ones and those that an entry of the log changed. */
export async function saveIncidents(
  db: Db,
  summaries: readonly IncidentSummary[],
  operation: number,
): Promise<void> {
  await insertRows(db, {
    into: `
    insert into incident (id, kind, country, first_day, last_day, killed, summary, since, changed)`,
    columns: [...Array<string>(5).fill('?::text'), '?::int', '?::json', '?::int', '?::int'],
    rows: summaries.map((summary) => {
      const { country, firstDay, lastDay, killed } = filtersOf(summary)
      return [
        ...[summary.id, summary.kind, country ?? null, firstDay ?? null, lastDay ?? null],
        ...[killed ?? null, JSON.stringify(summary), operation, operation],
      ]
    }),
    then: `
    on conflict (id) do update set kind = excluded.kind, country = excluded.country,
      first_day = excluded.first_day, last_day = excluded.last_day, killed = excluded.killed,
      summary = excluded.summary, changed = excluded.changed`,
  })
}

/** Takes out incidents that no event is of any more. */
export async function deleteIncidents(db: Db, ids: readonly string[]): Promise<void> {
  await db.query('delete from incident where id = any($1::text[])', [ids])
}
