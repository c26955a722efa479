import type { Db } from '../db.ts'
import type { IncidentSummary } from '../linking/summary.ts'

/** Other incidents of the same country that may have been within some days of one, those of its kind first. */
export async function listNearby(
  db: Db,
  incident: string,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<IncidentSummary[]> {
  const rows = await db.query<{ summary: string }>(
    `
    select other.summary::text as summary
    from incident as own join incident as other on other.id <> own.id
      and other.country is not distinct from own.country
      and coalesce(other.last_day, other.first_day)::date >= coalesce(own.first_day, own.last_day)::date - $2::int
      and coalesce(other.first_day, other.last_day)::date <= coalesce(own.last_day, own.first_day)::date + $2::int
    where own.id = $1
    order by other.kind <> own.kind, abs(
      coalesce(other.first_day, other.last_day)::date - coalesce(own.first_day, own.last_day)::date), other.id
    limit $3`,
    [incident, days, limit],
  )
  return rows.map(({ summary }) => JSON.parse(summary) as IncidentSummary)
}
