import { z } from 'zod'
import { labelledSet } from '../labelled-set.ts'
import { countTimes } from '../measures/times.ts'
import { dayOf, spanSchema } from './shapes.ts'

const schema = z.object({
  docid: z.string(),
  text: z.string(),
  dct: z.string().nullish(),
  title: z.string().nullish(),
  timexes: z.array(spanSchema.extend({ type: z.string(), value: z.string().nullish() })),
})

/** Time expressions with TIMEX3 types and values; `dct` is the day of publication. */
export const timex = labelledSet({
  name: 'timex',
  about: 'time expressions (TempEval-3, WikiWars): docid, dct, text, timexes[{type, value}]',
  keys: ['docid', 'timexes'],
  schema,
  input: ({ docid, text, title, dct }) => ({
    id: docid,
    text,
    ...(title && { title }),
    ...dayOf(dct ?? undefined),
  }),
  gold: ({ text, timexes }) => ({
    text,
    times: timexes.map(({ start, end, type, value }) => ({
      start,
      end,
      type: type.toLowerCase(),
      ...(value != null && { value }),
    })),
  }),
  begin() {
    const { add, scores } = countTimes()
    return { add: ({ text, times }, reading) => add(text, times, reading), scores }
  },
})
