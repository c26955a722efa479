import { z } from 'zod'
import { labelledSet } from '../labelled-set.ts'
import { countPlaces } from '../measures/places.ts'
import { dayOf, spanSchema } from './shapes.ts'

const schema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  title: z.string().nullish(),
  domain: z.string().nullish(),
  date: z.string().nullish(),
  toponyms: z.array(spanSchema.extend({ lat: z.number().nullish(), lon: z.number().nullish() })),
})

/** Place names with coordinates; without them nobody could say which place. */
export const geo = labelledSet({
  name: 'geo',
  about: 'place names (LGL, GeoVirus): id, text, toponyms[{lat, lon}]',
  keys: ['id', 'toponyms'],
  schema,
  input: ({ id, text, title, domain, date }) => ({
    id: String(id),
    text,
    ...(title && { title }),
    ...(domain && { outlet: domain }),
    ...dayOf(date ?? undefined),
  }),
  gold: ({ toponyms }) =>
    toponyms.map(({ start, end, lat, lon }) => ({
      start,
      end,
      ...(lat != null && lon != null && { latitude: lat, longitude: lon }),
    })),
  begin: () => countPlaces(),
})
