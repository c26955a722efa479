import { daysOf, type IncidentOutline } from '../../link/index.ts'
import type { IncidentSummary, Toll } from '../../records/index.ts'

export type { IncidentSummary }

/** The summary of an incident. */
export function summaryOf(incident: IncidentOutline): IncidentSummary {
  const { id, kind, status, time, place, figures, events, origins } = incident
  return {
    id,
    kind,
    status,
    ...(time && { time }),
    ...(place && { place }),
    tolls: Object.fromEntries(Object.entries(figures).map(([harm, toll]) => [harm, bounds(toll)])),
    reports: new Set(events.map(({ report }) => report)).size,
    origins: origins.length,
  }
}

function bounds({ low, best, high }: Toll): Pick<Toll, 'low' | 'best' | 'high'> {
  return {
    ...(low !== undefined && { low }),
    ...(best !== undefined && { best }),
    ...(high !== undefined && { high }),
  }
}

/** What incidents are filtered by. */
export interface IncidentFilters {
  readonly country?: string
  readonly firstDay?: string
  readonly lastDay?: string
  readonly killed?: number
}

/** What an incident is filtered by, as its summary says. */
export function filtersOf({ time = {}, place, tolls }: IncidentSummary): IncidentFilters {
  const killed = tolls.killed?.best ?? tolls.killed?.low
  const [firstDay, lastDay] = [dayOf(time.earliest, 0), dayOf(time.latest, 1)]
  return {
    ...(place?.country !== undefined && { country: place.country }),
    ...(firstDay !== undefined && { firstDay }),
    ...(lastDay !== undefined && { lastDay }),
    ...(killed !== undefined && { killed }),
  }
}

const DAY = 86_400_000

/** The first or last day of a day, month or year. */
function dayOf(time: string | undefined, end: 0 | 1): string | undefined {
  const days = time === undefined ? undefined : daysOf({ earliest: time, latest: time })
  return days && new Date(days[end] * DAY).toISOString().slice(0, 10)
}
