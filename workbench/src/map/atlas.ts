import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fine from 'world-atlas/countries-50m.json?url'
import rough from 'world-atlas/countries-110m.json?url'

/** The countries of the world as Natural Earth has them, bundled: nothing is fetched from elsewhere. */
export type Countries = FeatureCollection<Polygon | MultiPolygon>

const ADDRESSES = { rough, fine }
const loaded = new Map<string, Promise<Countries>>()

/** The countries, rough for the moving map or fine for the resting one; loaded once. */
export function countries(detail: keyof typeof ADDRESSES): Promise<Countries> {
  const known = loaded.get(detail)
  if (known) return known
  const coming = load(ADDRESSES[detail])
  loaded.set(detail, coming)
  coming.catch(() => loaded.delete(detail))
  return coming
}

async function load(address: string): Promise<Countries> {
  const response = await fetch(address)
  const atlas = (await response.json()) as Topology<{ countries: GeometryCollection }>
  return feature(atlas, atlas.objects.countries) as Countries
}
