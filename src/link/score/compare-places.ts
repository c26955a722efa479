import type { LinkReason } from '../../records/index.ts'
import type { EventProfile, PlaceProfile } from '../profile/event-profile.ts'
import { WEIGHTS } from './weights.ts'

/** Two places say more than one, more say no more. */
const MOST = 2

/** Where they were, and which places are named with them. */
export function comparePlaces(a: EventProfile, b: EventProfile): LinkReason[] {
  return [...compareNamed(a, b), ...compareOwn(a, b), ...compareCountries(a, b)]
}

function compareNamed(a: EventProfile, b: EventProfile): LinkReason[] {
  const shared = a.placesNear.flatMap(({ name, weight }) => {
    const other = b.placesNear.find((place) => place.name === name)
    return other ? [{ name, weight: Math.min(weight, other.weight) }] : []
  })
  if (shared.length === 0) return []
  const sum = Math.min(
    MOST,
    shared.reduce((total, { weight }) => total + weight, 0),
  )
  const detail = shared.map(({ name }) => name).join(', ')
  return [{ name: 'place', weight: WEIGHTS.place * sum, detail }]
}

function compareOwn(a: EventProfile, b: EventProfile): LinkReason[] {
  if (a.places.length === 0 || b.places.length === 0) return []
  if (!names(a.places, b) && !names(b.places, a))
    return [{ name: 'place-other', weight: WEIGHTS.placeOther }]
  const [ours, theirs] = [towns(a), towns(b)]
  if (ours.length === 0 || theirs.length === 0 || ours.some((town) => has(b, town))) return []
  return [{ name: 'place-beside', weight: WEIGHTS.placeBeside }]
}

function names(
  places: readonly PlaceProfile[],
  { places: own, placesNear }: EventProfile,
): boolean {
  return places.some(({ name }) => [...own, ...placesNear].some((place) => place.name === name))
}

function towns({ places }: EventProfile): string[] {
  return places.filter(({ weight }) => weight === 1).map(({ name }) => name)
}

function has({ places, placesNear }: EventProfile, town: string): boolean {
  return [...places, ...placesNear].some(({ name }) => name === town)
}

function compareCountries(
  { countries: a }: EventProfile,
  { countries: b }: EventProfile,
): LinkReason[] {
  if (a.length === 0 || b.length === 0 || a.some((country) => b.includes(country))) return []
  return [{ name: 'country-other', weight: WEIGHTS.countryOther }]
}
