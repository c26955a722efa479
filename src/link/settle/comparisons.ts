import type { ClaimField, ClaimValue, EventPlace, TimeRange } from '../../records/index.ts'
import { foldName } from '../claims/actor-name.ts'

/** How the values of a field are compared. */
export interface Comparison {
  /** The same for equal values. */
  key(value: ClaimValue): string
  /** Whether whoever says `wide` says `narrow` too, less exactly: "in March" and "on 5 March". */
  holds(wide: ClaimValue, narrow: ClaimValue): boolean
  /** Larger for a value that says more. */
  exactness(value: ClaimValue): number
}

/** How the values of each field are compared. */
export function comparisonOf(field: ClaimField): Comparison {
  if (field === 'time') return times
  if (field === 'place') return places
  return field === 'kind' ? kinds : plain
}

const plain: Comparison = {
  key: keyOf,
  holds: () => false,
  exactness: () => 0,
}

/** What stays the same where equal values are written otherwise. */
export function keyOf(value: ClaimValue): string {
  if ('text' in value) return foldName(value.text)
  if ('status' in value) return value.status
  if ('responsibility' in value) return `${value.responsibility} ${value.actor ?? ''}`
  if ('actor' in value) return value.actor ?? ''
  return JSON.stringify(value)
}

/** "attack" is whatever the others call it. */
const kinds: Comparison = {
  ...plain,
  holds: (wide) => 'text' in wide && wide.text === UNSPECIFIED,
  exactness: (value) => ('text' in value && value.text === UNSPECIFIED ? 0 : 1),
}

const UNSPECIFIED = 'unspecified-attack'

const times: Comparison = {
  key: (value) => JSON.stringify(timeOf(value)),
  holds: (wide, narrow) => {
    const [outer, inner] = [spanOf(timeOf(wide)), spanOf(timeOf(narrow))]
    return outer.from <= inner.from && inner.to <= outer.to
  },
  exactness: (value) => {
    const { earliest = '', latest = '' } = timeOf(value)
    return earliest.slice(0, DAY) === latest.slice(0, DAY) ? earliest.length : 0
  },
}

const DAY = 10

function timeOf(value: ClaimValue): TimeRange {
  return 'time' in value ? value.time : {}
}

/** The first and the last instant of a range, open ends at the ends of time. */
export function spanOf({ earliest, latest }: TimeRange): { from: string; to: string } {
  return { from: earliest ?? '', to: latest === undefined ? '\uffff' : `${latest}\uffff` }
}

const places: Comparison = {
  key: (value) => placeKey(placeOf(value)),
  holds: (wide, narrow) =>
    isWithin(placeOf(narrow), placeOf(wide)) || isHere(placeOf(narrow), placeOf(wide)),
  exactness: (value) => exactnessOf(placeOf(value)),
}

function placeOf(value: ClaimValue): EventPlace {
  return 'place' in value ? value.place : { name: '' }
}

function placeKey({ gazetteer, name }: EventPlace): string {
  return gazetteer ?? foldName(name)
}

/** From the widest to the narrowest. */
const EXACTNESS = ['region', 'country', 'province', 'district', 'town', 'site', 'point']

/** A place that is only named is less exact than any that is known. */
function exactnessOf({ exactness = 'region', latitude }: EventPlace): number {
  return latitude === undefined ? -1 : EXACTNESS.indexOf(exactness)
}

/** Whether a place is the same spot as one that is known no more exactly, by another name or another entry of the gazetteer. */
function isHere(narrow: EventPlace, wide: EventPlace): boolean {
  const distance = kilometresBetween(narrow, wide)
  return distance !== undefined && distance <= HERE && exactnessOf(wide) <= exactnessOf(narrow)
}

/** Kilometres between two entries of the gazetteer for one town. */
const HERE = 5

/** Kilometres between the middles of two places; undefined where one of them is not located. */
export function kilometresBetween(a: EventPlace, b: EventPlace): number | undefined {
  if (a.latitude === undefined || a.longitude === undefined) return undefined
  if (b.latitude === undefined || b.longitude === undefined) return undefined
  const middle = ((a.latitude + b.latitude) / 2) * RADIAN
  const east = (b.longitude - a.longitude) * Math.cos(middle)
  return Math.hypot(b.latitude - a.latitude, east) * DEGREE
}

const RADIAN = Math.PI / 180
/** Kilometres of a degree of latitude. */
const DEGREE = 111.2

/** Whether a place lies in another by the names of the areas that it is in. */
export function isWithin(inner: EventPlace, outer: EventPlace): boolean {
  if (placeKey(inner) === placeKey(outer)) return true
  if (inner.country === undefined || inner.country !== outer.country) return false
  if (outer.exactness === 'country') return true
  const folded = foldName(outer.name)
  return [inner.admin1, inner.admin2].some(
    (area) => area !== undefined && foldName(area) === folded,
  )
}
