import { z } from 'zod'
import type { Reading, ReportInput } from '../../records/index.ts'
import { labelledSet } from '../labelled-set.ts'
import { countReadings } from '../measures/readings.ts'

const records = z.array(z.looseObject({ id: z.string() }))
/** A reading as far as it is looked at here. */
export const readingShape = z.looseObject({
  schema: z.literal('ascribe.reading/1'),
  report: z.looseObject({ id: z.string(), text: z.string() }),
  actors: records,
  events: records,
  statements: records,
  times: records,
  places: records,
}) as unknown as z.ZodType<Reading> // the rest of the shape is what `verify` proves

/** Readings made or corrected by hand: everything that they say is asked for. */
export const readings = labelledSet({
  name: 'readings',
  about: 'readings made or corrected by hand, as `ascribe read --to ndjson` writes them',
  keys: ['schema', 'report', 'events'],
  schema: readingShape,
  input: inputOf,
  gold: (reading) => reading,
  begin: () => countReadings(),
})

const INPUT_KEYS = [
  'text',
  'id',
  'title',
  'outlet',
  'author',
  'publishedAt',
  'updatedAt',
  'uri',
  'language',
] as const

/** What a reader was given, without what it made of it. */
export function inputOf({ report }: Reading): ReportInput {
  const given = INPUT_KEYS.flatMap((key) => (report[key] === undefined ? [] : [[key, report[key]]]))
  return { ...(Object.fromEntries(given) as Partial<ReportInput>), text: report.text }
}
