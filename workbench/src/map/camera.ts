import { geoMercator, type GeoProjection } from 'd3-geo'

/** What part of the earth a map shows: its middle in degrees, and how many times larger than the whole world. */
export interface Camera {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
}

/** Width and height in pixels. */
export type Size = readonly [number, number]

/** The whole world. */
export const WORLD: Camera = { longitude: 12, latitude: 20, zoom: 1 }
const MOST_ZOOM = 2000
/** Mercator has no poles. */
const MOST_LATITUDE = 80

/** Points of a map for a camera. It turns by longitude, so that a cut at the antimeridian lies opposite the middle; an upright area on the screen is one between meridians and parallels. */
export function projectionOf({ longitude, latitude, zoom }: Camera, size: Size): GeoProjection {
  const [width, height] = size
  return geoMercator()
    .rotate([-longitude, 0])
    .center([0, latitude])
    .scale(scaleOf(zoom, size))
    .translate([width / 2, height / 2])
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ])
}

/** Pixels of one radian at the equator. */
export function scaleOf(zoom: number, [width]: Size): number {
  return (zoom * width) / (2 * Math.PI)
}

/** The camera moved by pixels, as by a hand on the map. */
export function moved(camera: Camera, [x, y]: Size, size: Size): Camera {
  const pixels = scaleOf(camera.zoom, size)
  const degrees = 180 / Math.PI
  const high = mercator(camera.latitude) + y / pixels
  const latitude = (2 * Math.atan(Math.exp(high)) - Math.PI / 2) * degrees
  return held({ ...camera, longitude: camera.longitude - (x / pixels) * degrees, latitude })
}

/** The camera so many times nearer. */
export function nearer(camera: Camera, times: number): Camera {
  return held({ ...camera, zoom: camera.zoom * times })
}

/** The camera that shows an area with room around it. */
export function cameraFor(
  [west, south, east, north]: readonly [number, number, number, number],
  size: Size,
): Camera {
  const wide = east >= west ? east - west : east - west + 360
  const [low, high] = [mercator(south), mercator(north)]
  const across = (wide * Math.PI) / 180
  const [width, height] = size
  const fit = Math.min((2 * Math.PI) / across, (2 * Math.PI * height) / (width * (high - low)))
  const latitude = (2 * Math.atan(Math.exp((low + high) / 2)) - Math.PI / 2) * (180 / Math.PI)
  return held({ longitude: west + wide / 2, latitude, zoom: 0.7 * fit })
}

function held({ longitude, latitude, zoom }: Camera): Camera {
  return {
    longitude: ((((longitude + 180) % 360) + 360) % 360) - 180,
    latitude: Math.min(Math.max(latitude, -MOST_LATITUDE), MOST_LATITUDE),
    zoom: Math.min(Math.max(Number.isFinite(zoom) ? zoom : MOST_ZOOM, 1), MOST_ZOOM),
  }
}

function mercator(latitude: number): number {
  const radians = (Math.min(Math.max(latitude, -85), 85) * Math.PI) / 180
  return Math.log(Math.tan(Math.PI / 4 + radians / 2))
}
