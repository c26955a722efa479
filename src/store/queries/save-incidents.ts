import type { Db } from '../db.ts'
import { filtersOf, type IncidentSummary } from '../linking/summary.ts'

/** Writes what is listed of incidents, new ones and those that an entry of the log changed. */
export async function saveIncidents(
  db: Db,
  summaries: readonly IncidentSummary[],
  operation: number,
): Promise<void> {
  const filters = summaries.map(filtersOf)
  await db.query(
    `
    insert into incident (id, kind, country, first_day, last_day, killed, summary, since, changed)
    select id, kind, country, first_day, last_day, killed, summary::json, $8, $8
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[])
      as row (id, kind, country, first_day, last_day, killed, summary)
    on conflict (id) do update set kind = excluded.kind, country = excluded.country,
      first_day = excluded.first_day, last_day = excluded.last_day, killed = excluded.killed,
      summary = excluded.summary, changed = excluded.changed`,
    [
      summaries.map(({ id }) => id),
      summaries.map(({ kind }) => kind),
      filters.map(({ country }) => country ?? null),
      filters.map(({ firstDay }) => firstDay ?? null),
      filters.map(({ lastDay }) => lastDay ?? null),
      filters.map(({ killed }) => killed ?? null),
      summaries.map((summary) => JSON.stringify(summary)),
      operation,
    ],
  )
}

/** Takes out incidents that no event is of any more. */
export async function deleteIncidents(db: Db, ids: readonly string[]): Promise<void> {
  await db.query('delete from incident where id = any($1::text[])', [ids])
}
