import type { Db } from '../db.ts'
import { filtersOf, type IncidentSummary } from '../linking/summary.ts'

/** Which incidents are wanted: those that have all of it. */
export interface IncidentFilter {
  readonly kinds?: readonly string[]
  /** ISO 3166-1 alpha-3. */
  readonly countries?: readonly string[]
  /** Days: an incident that may have been on one of them is wanted; one without a day is not. */
  readonly since?: string
  readonly until?: string
  /** At least so many killed, as somebody counts them. */
  readonly killed?: number
}

/** Incidents behind one, the latest first and those without a day last. */
export async function listIncidents(
  db: Db,
  { kinds, countries, since, until, killed }: IncidentFilter,
  { after, limit }: { readonly after?: IncidentSummary; readonly limit: number },
): Promise<IncidentSummary[]> {
  const rows = await db.query<{ summary: string }>(
    `
    select summary::text as summary from incident
    where ($1::text[] is null or kind = any($1))
      and ($2::text[] is null or country = any($2))
      and ($3::text is null or coalesce(last_day, first_day) >= $3)
      and ($4::text is null or coalesce(first_day, last_day) <= $4)
      and ($5::int is null or killed >= $5)
      and ($6::text is null or (coalesce(first_day, ''), id) < ($7, $6))
    order by coalesce(first_day, '') desc, id desc
    limit $8`,
    [
      kinds ?? null,
      countries ?? null,
      since ?? null,
      until ?? null,
      killed ?? null,
      after?.id ?? null,
      (after && filtersOf(after).firstDay) ?? '',
      limit,
    ],
  )
  return rows.map(({ summary }) => JSON.parse(summary) as IncidentSummary)
}
