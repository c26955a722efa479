import type { IncidentSummary } from '../../../src/server/api.ts'
import { emptyOutline, type Outline } from './outline.ts'

/** The outline of some incidents, each once, for a map and a timeline. */
export function outlineOf(incidents: readonly IncidentSummary[]): Outline {
  const outline = emptyOutline()
  const byId = new Map(incidents.map((incident) => [incident.id, incident]))
  for (const { id, kind, time, place, tolls } of byId.values()) {
    outline.id.push(id)
    outline.kind.push(kind)
    outline.country.push(place?.country ?? null)
    outline.first.push(time?.earliest ?? null)
    outline.last.push(time?.latest ?? null)
    outline.killed.push(tolls.killed?.best ?? tolls.killed?.low ?? null)
    outline.longitude.push(place?.longitude ?? null)
    outline.latitude.push(place?.latitude ?? null)
    outline.exactness.push(place?.exactness ?? null)
  }
  return outline
}
