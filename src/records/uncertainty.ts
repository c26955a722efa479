import type { Exactness } from './place.ts'

/** How far from its coordinates a place may really be, in kilometres: rough, for areas on a map and for those who reckon with points. Coordinates of a country are only its middle. */
export const UNCERTAINTY_KM: Readonly<Record<Exactness, number>> = {
  point: 1,
  site: 2,
  town: 5,
  district: 30,
  province: 100,
  country: 400,
  region: 800,
}
