import { geoCircle, geoPath, type GeoProjection } from 'd3-geo'
import { UNCERTAINTY_KM } from '../../../src/records/uncertainty.ts'
import type { Spot } from '../incidents/spots.ts'
import type { Countries } from './atlas.ts'

/** The colours of a map, as the theme has them now. */
export interface Inks {
  readonly sea: string
  readonly land: string
  readonly coast: string
  readonly area: string
  readonly ink: string
}

type Context = CanvasRenderingContext2D

/** Milliseconds of drawing at a stretch; what is left goes on in the next frame. */
const STRETCH = 8

/** Draws countries a stretch at a time; gives whether there are more. */
export function drawLand(
  context: Context,
  { land, coast }: Inks,
  projection: GeoProjection,
): (countries: Countries, from: number) => number {
  const path = geoPath(projection, context)
  return (countries, from) => {
    const end = performance.now() + STRETCH
    let next = from
    context.fillStyle = land
    context.strokeStyle = coast
    context.lineWidth = 0.7
    while (next < countries.features.length && performance.now() < end) {
      const country = countries.features[next]
      context.beginPath()
      if (country) path(country)
      context.fill()
      context.stroke()
      next += 1
    }
    return next
  }
}

const EARTH_KM = 6371
/** Least pixels of a radius: so that a town is seen on a map of the world. */
const LEAST = 3
/** Kilometres from which on a circle on the globe is no circle on the map. */
const BROAD = 150
/** Most broad areas that are drawn in their true shape. */
const MOST_BROAD = 300

/** Draws each spot as the area that it may be in; spots that fall on one pixel are drawn once. */
export function drawSpots(
  context: Context,
  spots: readonly Spot[],
  { projection, inks }: { readonly projection: GeoProjection; readonly inks: Inks },
): void {
  const path = geoPath(projection, context)
  const drawn = new Set<string>()
  let broad = 0
  context.fillStyle = inks.area
  context.strokeStyle = inks.area
  for (const { longitude, latitude, exactness } of spots) {
    const point = projection([longitude, latitude])
    if (!point) continue
    const [x, y] = point
    const key = `${x | 0} ${y | 0} ${exactness}`
    if (drawn.has(key)) continue
    drawn.add(key)
    const km = UNCERTAINTY_KM[exactness]
    const scale = projection.scale()
    const radius = Math.max((km / EARTH_KM) * (scale / Math.cos((latitude * Math.PI) / 180)), LEAST)
    context.beginPath()
    if (km >= BROAD && broad < MOST_BROAD) {
      broad += 1
      path(
        geoCircle()
          .center([longitude, latitude])
          .radius((km / EARTH_KM) * (180 / Math.PI))(),
      )
    } else context.arc(x, y, radius, 0, 2 * Math.PI)
    context.globalAlpha = radius > 4 * LEAST ? 0.15 : 0.55
    context.fill()
    context.globalAlpha = 0.9
    context.lineWidth = 1
    context.stroke()
  }
  context.globalAlpha = 1
}

/** Pixels of a number's room. */
const ROOM = [34, 18] as const

/** Writes how many incidents there are around, once for each room of the map, at the spot that has most of them. */
export function drawCounts(
  context: Context,
  spots: readonly Spot[],
  { projection, inks }: { readonly projection: GeoProjection; readonly inks: Inks },
): void {
  const rooms = new Map<string, { sum: number; most: number; x: number; y: number }>()
  const [wide, high] = ROOM
  for (const { longitude, latitude, count } of spots) {
    const [x, y] = projection([longitude, latitude]) ?? []
    if (x === undefined || y === undefined) continue
    const key = `${Math.floor(x / wide)} ${Math.floor(y / high)}`
    const room = rooms.get(key)
    if (!room) rooms.set(key, { sum: count, most: count, x, y })
    else {
      room.sum += count
      if (count > room.most) Object.assign(room, { most: count, x, y })
    }
  }
  context.font = '600 11px system-ui, sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineWidth = 3
  context.strokeStyle = inks.sea
  context.fillStyle = inks.ink
  for (const { sum, x, y } of rooms.values()) {
    if (sum === 1) continue
    context.strokeText(String(sum), x, y)
    context.fillText(String(sum), x, y)
  }
}
