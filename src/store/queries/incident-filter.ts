import { plainText } from '../search-text.ts'

/** An area between two meridians and two parallels; it crosses the antimeridian where west is more than east. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

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
  /** Words that one of its reports holds, as `searchReports` reads them. */
  readonly text?: string
  /** Where its coordinates lie. */
  readonly box?: Box
  /** With a day, or without one. */
  readonly dated?: boolean
  /** With coordinates, or without them. */
  readonly located?: boolean
}

/** Coordinates as a summary has them. */
export const LONGITUDE = "(summary -> 'place' ->> 'longitude')::float8"
/** The same. */
export const LATITUDE = "(summary -> 'place' ->> 'latitude')::float8"

/** The condition that a filter is, on the table `incident`; its parameters are those of `filterParams`, the first ones. */
export const FILTERED = `
      ($1::text[] is null or kind = any($1))
      and ($2::text[] is null or country = any($2))
      and ($3::text is null or coalesce(last_day, first_day) >= $3)
      and ($4::text is null or coalesce(first_day, last_day) <= $4)
      and ($5::int is null or killed >= $5)
      and ($6::text is null or id in (
        select event.incident_id from report
        join event on event.report_id = report.id and event.version = report.version
        where report.words @@ websearch_to_tsquery('english', $6)))
      and ($7::float8 is null or (${LATITUDE} between $8 and $10 and case
        when $7 <= $9 then ${LONGITUDE} between $7 and $9
        else ${LONGITUDE} >= $7 or ${LONGITUDE} <= $9 end))
      and ($11::boolean is null or (coalesce(first_day, last_day) is not null) = $11)
      and ($12::boolean is null or (${LONGITUDE} is not null) = $12)`

/** What a filter asks, in the order of `FILTERED`. */
export function filterParams(filter: IncidentFilter): unknown[] {
  const { kinds, countries, since, until, killed, text, box, dated, located } = filter
  return [
    kinds ?? null,
    countries ?? null,
    since ?? null,
    until ?? null,
    killed ?? null,
    text === undefined ? null : plainText(text),
    box?.west ?? null,
    box?.south ?? null,
    box?.east ?? null,
    box?.north ?? null,
    dated ?? null,
    located ?? null,
  ]
}
