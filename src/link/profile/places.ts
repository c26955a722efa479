import type { Exactness, Location } from '../../records/index.ts'
import type { PlaceProfile } from './event-profile.ts'
import { nameKey } from './names.ts'

/** Of countries and parts of the world too many events tell. */
const WIDE: ReadonlySet<Exactness> = new Set(['country', 'region'])
/** That two events were in one province says little. */
const PROVINCE = 0.3
/** A town that its province is named after is named for both. */
const NAMESAKE = 0.4
/** Places that are compared of one event. */
const MOST = 8

/** Places by name, each once, the telling ones first. */
export function profilePlaces(
  places: readonly (Location & { readonly name: string })[],
): PlaceProfile[] {
  const found = new Map<string, number>()
  for (const place of places) {
    const name = nameKey(place.name)
    if (name === '' || WIDE.has(place.exactness ?? 'point')) continue
    found.set(name, Math.max(found.get(name) ?? 0, weightOf(place, name)))
  }
  return [...found]
    .map(([name, weight]) => ({ name, weight }))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
}

function weightOf({ exactness, admin1 }: Location, name: string): number {
  if (exactness === 'province') return PROVINCE
  return admin1 !== undefined && nameKey(admin1) === name ? NAMESAKE : 1
}
