import type { Reading } from '../../records/index.ts'
import { LAYERS, type Layer } from '../layers.ts'
import type { Scores } from '../score.ts'
import { countAttribution, statementSpans } from './attribution.ts'
import { countEvents } from './events.ts'
import { countPlaces, type GoldToponym } from './places.ts'
import { countStatementValues } from './statement-values.ts'
import { countTimes, timeSpans } from './times.ts'
import { inText } from '../token-sets.ts'

/** Scores readings against readings of the same reports: every kind of record by the measure that other sets have for it. Layers that the gold does not hold whole are passed over. */
export function countReadings() {
  const [events, statements, values] = [countEvents(), countAttribution(), countStatementValues()]
  const [times, places] = [countTimes(), countPlaces()]
  return {
    add(gold: Reading, reading: Reading, layers: readonly Layer[] = LAYERS) {
      const { text } = gold.report
      if (layers.includes('events')) events.add(gold, reading)
      if (layers.includes('statements')) {
        statements.add(text, gold.statements.map(statementSpans), reading)
        values.add(gold, reading)
      }
      if (layers.includes('times')) times.add(text, timeSpans(gold.times), reading)
      if (layers.includes('places')) places.add(toponymsOf(gold), reading)
    },
    scores: (): Scores => ({
      events: events.scores(),
      statements: { ...statements.scores(), ...values.scores() },
      times: times.scores(),
      places: places.scores(),
    }),
  }
}

function toponymsOf({ places }: Reading): GoldToponym[] {
  return places.flatMap(({ evidence, latitude, longitude }) =>
    inText(evidence).map(({ start, end }) => ({
      start,
      end,
      ...(latitude !== undefined && { latitude }),
      ...(longitude !== undefined && { longitude }),
    })),
  )
}
