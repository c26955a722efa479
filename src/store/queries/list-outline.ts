import type { Exactness } from '../../records/index.ts'
import type { Db } from '../db.ts'
import {
  FILTERED,
  filterParams,
  LATITUDE,
  LONGITUDE,
  type IncidentFilter,
} from './incident-filter.ts'

/** The least that a map, a timeline and the order of a table need of an incident; unknown is null. */
export interface OutlineRow {
  readonly id: string
  readonly kind: string
  readonly country: string | null
  readonly first: string | null
  readonly last: string | null
  readonly killed: number | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly exactness: Exactness | null
}

/** Outlines of incidents behind one, the latest first and those without a day last. */
export async function listOutline(
  db: Db,
  filter: IncidentFilter,
  { after, limit }: { readonly after?: OutlineRow; readonly limit: number },
): Promise<OutlineRow[]> {
  return db.query<OutlineRow>(
    `
    select id, kind, country, first_day as first, last_day as last, killed,
      ${LONGITUDE} as longitude, ${LATITUDE} as latitude,
      summary -> 'place' ->> 'exactness' as exactness
    from incident
    where ${FILTERED}
      and ($13::text is null or (coalesce(first_day, ''), id) < ($14, $13))
    order by coalesce(first_day, '') desc, id desc
    limit $15`,
    [...filterParams(filter), after?.id ?? null, after?.first ?? '', limit],
  )
}
