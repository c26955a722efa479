import { z } from 'zod'
import { labelledSet } from '../labelled-set.ts'
import { countAttribution } from '../measures/attribution.ts'
import { dayOf, spanSchema } from './shapes.ts'

const role = z.array(spanSchema)
const schema = z.object({
  docid: z.string(),
  text: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  attributions: z.array(z.object({ source: role, cue: role, content: role })),
})

/** Attributed statements: the spans of source, cue and content. */
export const polnear = labelledSet({
  name: 'polnear',
  about: 'attributed statements (PolNeAR): docid, text, attributions[{source, cue, content}]',
  keys: ['docid', 'attributions'],
  schema,
  input: ({ docid, text, title, publisher, date }) => ({
    id: docid,
    text,
    ...(title && { title }),
    ...(publisher && { outlet: publisher }),
    ...dayOf(date),
  }),
  gold: ({ text, attributions }) => ({ text, attributions }),
  begin() {
    const { add, scores } = countAttribution()
    return { add: ({ text, attributions }, reading) => add(text, attributions, reading), scores }
  },
})
