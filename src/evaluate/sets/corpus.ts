import { z } from 'zod'
import { labelledSet } from '../labelled-set.ts'
import { LAYERS } from '../layers.ts'
import { countReadings } from '../measures/readings.ts'
import { inputOf, readingShape } from './readings.ts'

/** A gold reading, and the layers that are marked whole in it. */
const schema = z.object({ gold: readingShape, layers: z.array(z.enum(LAYERS)) })

/** Reports marked by hand, as the files of a folder. */
export const corpus = labelledSet({
  name: 'corpus',
  about: 'a folder of marked reports, as corpus/FORMAT.md tells',
  keys: ['gold', 'layers'],
  schema,
  input: ({ gold }) => inputOf(gold),
  gold: (row) => row,
  begin() {
    const { add, scores } = countReadings()
    return { add: ({ gold, layers }, reading) => add(gold, reading, layers), scores }
  },
})
