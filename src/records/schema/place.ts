import { z } from 'zod'
import type { Location, Place } from '../place.ts'
import { evidence, type ShapeOf } from './evidence.ts'
import { country, ownId, saysNothing, words } from './parts.ts'

/** The keys of `Location`. */
export const location = {
  country: country
    .describe('ISO 3166-1 alpha-3 (`XKX` for Kosovo; ISO 3166-3 for former states).')
    .exactOptional(),
  admin1: words.describe('The province or state it lies in.').exactOptional(),
  admin2: words.describe('The district or county it lies in.').exactOptional(),
  latitude: z.number().min(-90).max(90).describe('Degrees north, WGS 84.').exactOptional(),
  longitude: z.number().min(-180).max(180).describe('Degrees east, WGS 84.').exactOptional(),
  gazetteer: words.describe('Its id in the gazetteer.').exactOptional(),
  exactness: z
    .enum(['point', 'site', 'town', 'district', 'province', 'country', 'region'])
    .describe('How exact the coordinates are: what they are the middle of.')
    .exactOptional(),
} satisfies ShapeOf<Location>

/** Whether both coordinates are given, or none. */
export function hasBothOrNone({ latitude, longitude }: Location): boolean {
  return (latitude === undefined) === (longitude === undefined)
}

/** Whether the coordinates are some place's and not what stands for none. */
export function isSomewhere({ latitude, longitude }: Location): boolean {
  return latitude !== 0 || longitude !== 0
}

export const NOWHERE = saysNothing('0, 0 is no place; unknown is an absent key')
export const HALF_A_POINT = 'one coordinate without the other'
export const BOTH_OR_NONE = { latitude: ['longitude'], longitude: ['latitude'] }

/** One place that the report names. */
export const placeSchema = z
  .strictObject({
    id: ownId,
    name: words.describe('The name, as the gazetteer has it or as the report writes it.'),
    evidence: evidence.describe('Every mention of the place in the report.'),
    role: z
      .literal('dateline')
      .describe('`dateline`: where the report was filed from.')
      .exactOptional(),
    relation: words.describe('How it lies to the name: "12 km south of".').exactOptional(),
    ...location,
  } satisfies ShapeOf<Place>)
  .refine(hasBothOrNone, HALF_A_POINT)
  .refine(isSomewhere, NOWHERE)
  .meta({
    id: 'Place',
    description:
      'One place that the report names, with all its mentions. Without coordinates it is known to be a place, and which one could not be told.',
    dependentRequired: BOTH_OR_NONE,
  }) satisfies z.ZodType<Place>
