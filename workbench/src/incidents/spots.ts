import type { Exactness } from '../../../src/server/api.ts'
import type { Outline } from './outline.ts'

/** Incidents that are told to be at one place, known as exactly. */
export interface Spot {
  readonly longitude: number
  readonly latitude: number
  readonly exactness: Exactness
  readonly count: number
}

/** The places of some incidents, the vaguest first, so that the exact ones are drawn over them; and how many have none. */
export function spotsOf(
  outline: Outline,
  numbers: readonly number[],
): { readonly spots: readonly Spot[]; readonly unlocated: number } {
  const byPlace = new Map<string, Spot & { count: number }>()
  let unlocated = 0
  for (const i of numbers) {
    const [longitude, latitude] = [outline.longitude[i], outline.latitude[i]]
    if (longitude == null || latitude == null) {
      unlocated += 1
      continue
    }
    const exactness = outline.exactness[i] ?? 'town'
    const key = `${longitude} ${latitude} ${exactness}`
    const spot = byPlace.get(key)
    if (spot) spot.count += 1
    else byPlace.set(key, { longitude, latitude, exactness, count: 1 })
  }
  const rank = (spot: Spot): number => VAGUEST_FIRST.indexOf(spot.exactness)
  return { spots: [...byPlace.values()].sort((a, b) => rank(a) - rank(b)), unlocated }
}

const VAGUEST_FIRST: readonly Exactness[] = [
  'region',
  'country',
  'province',
  'district',
  'town',
  'site',
  'point',
]

/** The area between west, south, east and north that holds most of some spots: the outermost of them may be far away. Nothing where there are none. */
export function areaOf(
  spots: readonly Spot[],
): readonly [number, number, number, number] | undefined {
  if (spots.length === 0) return undefined
  const [x, y] = [spots.map((spot) => spot.longitude), spots.map((spot) => spot.latitude)].map(
    (all) => all.sort((a, b) => a - b),
  )
  const at = (all: readonly number[] | undefined, share: number): number =>
    all?.[Math.round(share * (all.length - 1))] ?? 0
  return [at(x, 0.02), at(y, 0.02), at(x, 0.98), at(y, 0.98)]
}
