import { z } from 'zod'
import { labelledSet } from '../labelled-set.ts'
import { countCodedEvents, type GoldCount } from '../measures/coded-event.ts'

const schema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  gold: z.object({
    min_killed: z.number(),
    min_captured: z.number(),
    start_date: z.string().nullish(),
    province: z.array(z.string()),
  }),
})

/** Press releases of a force in Afghanistan. The numbers are lower bounds; the date is an answer and is not given to the reader. */
export const isafpr = labelledSet({
  name: 'isafpr',
  about: 'press releases (ISAF): id, text, gold{min_killed, min_captured, province, start_date}',
  keys: ['text', 'gold'],
  schema,
  input: ({ id, text }) => ({ id: String(id), text }),
  gold: ({ gold }) => ({
    counts: { killed: atLeast(gold.min_killed), detained: atLeast(gold.min_captured) },
    country: 'AFG',
    ...(gold.province[0] !== undefined && { province: gold.province[0] }),
    ...(gold.start_date && { date: gold.start_date }),
  }),
  begin: (known) => countCodedEvents(known),
})

function atLeast(count: number): GoldCount {
  return { accepted: [count], low: count, high: count > 0 ? Infinity : 0 }
}
