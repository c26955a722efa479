import type { Db } from '../db.ts'
import { filtersOf, type IncidentSummary } from '../linking/summary.ts'
import { FILTERED, filterParams, type IncidentFilter } from './incident-filter.ts'

/** Incidents behind one, the latest first and those without a day last. */
export async function listIncidents(
  db: Db,
  filter: IncidentFilter,
  { after, limit }: { readonly after?: IncidentSummary; readonly limit: number },
): Promise<IncidentSummary[]> {
  const rows = await db.query<{ summary: string }>(
    `
    select summary::text as summary from incident
    where ${FILTERED}
      and ($13::text is null or (coalesce(first_day, ''), id) < ($14, $13))
    order by coalesce(first_day, '') desc, id desc
    limit $15`,
    [...filterParams(filter), after?.id ?? null, (after && filtersOf(after).firstDay) ?? '', limit],
  )
  return rows.map(({ summary }) => JSON.parse(summary) as IncidentSummary)
}
