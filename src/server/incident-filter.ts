import { z } from '@hono/zod-openapi'
import type { Box, IncidentFilter } from '../store/index.ts'

const WORD = z.string().min(1).max(100)
const list = (item: z.ZodType<string>) =>
  z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(item).max(100))
    .optional()
const YES_NO = z.enum(['yes', 'no']).optional()

/** By what incidents are filtered, as it stands in an address: these keys, and no other. A filter that is kept is the same. */
export const FILTER_QUERY = {
  kind: list(WORD).openapi({ description: 'kinds of the codebook' }),
  country: list(z.string().regex(/^[A-Z]{3}$/)).openapi({ description: 'ISO 3166-1 alpha-3' }),
  since: z.iso.date().optional().openapi({ description: 'may have been on this day or later' }),
  until: z.iso.date().optional().openapi({ description: 'may have been on this day or before' }),
  killed: z.coerce.number().int().min(0).max(1e9).optional().openapi({ description: 'at least' }),
  text: z.string().min(1).max(400).optional().openapi({ description: 'words of its reports' }),
  box: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}$/)
    .refine((text) => isBox(toBox(text)), 'west,south,east,north in degrees')
    .optional()
    .openapi({ description: 'west,south,east,north in degrees' }),
  dated: YES_NO.openapi({ description: 'with a day, or without one' }),
  located: YES_NO.openapi({ description: 'with coordinates, or without them' }),
}

const FILTER = z.strictObject(FILTER_QUERY)

/** A filter as an address or a saved filter has it. */
export type FilterQuery = z.infer<typeof FILTER>

/** What is kept of a filter. */
export const SAVED_FILTER = FILTER

/** A filter as the store takes it. */
export function toFilter(query: FilterQuery): IncidentFilter {
  const { kind, country, since, until, killed, text, box, dated, located } = query
  return {
    ...(kind !== undefined && { kinds: kind }),
    ...(country !== undefined && { countries: country }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(killed !== undefined && { killed }),
    ...(text !== undefined && { text }),
    ...(box !== undefined && { box: toBox(box) }),
    ...(dated !== undefined && { dated: dated === 'yes' }),
    ...(located !== undefined && { located: located === 'yes' }),
  }
}

function toBox(text: string): Box {
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number)
  return { west, south, east, north }
}

function isBox({ west, south, east, north }: Box): boolean {
  return (
    [west, east].every((x) => Math.abs(x) <= 180) && south >= -90 && south <= north && north <= 90
  )
}
