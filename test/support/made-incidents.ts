import type { IncidentSummary } from '../../src/records/index.ts'
import type { Db } from '../../src/store/index.ts'
import { saveIncidents } from '../../src/store/queries/save-incidents.ts'

const KINDS = ['bombing', 'airstrike', 'armed-assault', 'shelling', 'protest'] as const
const COUNTRIES = ['AFG', 'IRQ', 'MLI', 'UKR', 'FJI'] as const
const MIDDLES = [
  [65, 33],
  [43, 33],
  [-2, 16],
  [35, 48],
  [179, -17],
] as const
const EXACTNESS = ['town', 'town', 'district', 'province'] as const
const DAY = 86_400_000
const START = Date.UTC(2024, 0, 1)

/** Writes summaries of made-up incidents straight into the table of incidents, as many as are wanted: for lists, which need no reports. */
export async function makeIncidents(db: Db, count: number): Promise<void> {
  const all = Array.from({ length: count }, (_, i) => madeIncident(i))
  for (let i = 0; i < count; i += 5000) await saveIncidents(db, all.slice(i, i + 5000), 0)
}

/** One of them: the same for a number in every run. One in eleven has no day, one in thirteen no coordinates. */
export function madeIncident(i: number): IncidentSummary {
  const at = i % COUNTRIES.length
  const [x, y] = MIDDLES[at] ?? [0, 0]
  // Spread by golden angles, so that points repeat now and then as towns do.
  const spread = (by: number): number => ((((i % 997) * by) % 1) - 0.5) * 8
  const longitude = ((x + spread(0.618) + 540) % 360) - 180
  const earliest = new Date(START + ((i * 7) % 800) * DAY).toISOString().slice(0, 10)
  const killed = i % 17
  return {
    id: (i * 2654435761).toString(16).padStart(16, '0').slice(-16),
    kind: KINDS[i % KINDS.length] ?? 'bombing',
    status: 'happened',
    ...(i % 11 !== 0 && { time: { earliest, latest: earliest } }),
    place: {
      name: `Town ${i % 997}`,
      country: COUNTRIES[at] ?? 'AFG',
      exactness: EXACTNESS[i % EXACTNESS.length] ?? 'town',
      ...(i % 13 !== 0 && {
        longitude: Number(longitude.toFixed(3)),
        latitude: Number((y + spread(0.755)).toFixed(3)),
      }),
    },
    tolls: killed === 0 ? {} : { killed: { low: killed, best: killed, high: killed + (i % 3) } },
    reports: 1 + (i % 9),
    origins: 1 + (i % 3),
  }
}
