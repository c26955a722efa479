import type { Reading } from '../../records/index.ts'
import type { Scores } from '../score.ts'
import { countAttribution, statementSpans } from './attribution.ts'
import { countEvents } from './events.ts'
import { countPlaces } from './places.ts'
import { countStatementValues } from './statement-values.ts'
import { countTimes, timeSpans } from './times.ts'
import { inText } from '../token-sets.ts'

/** Scores readings against readings of the same reports: every kind of record by the measure that other sets have for it. */
export function countReadings() {
  const [events, statements, values] = [countEvents(), countAttribution(), countStatementValues()]
  const [times, places] = [countTimes(), countPlaces()]
  return {
    add(gold: Reading, reading: Reading) {
      const { text } = gold.report
      events.add(gold, reading)
      statements.add(text, gold.statements.map(statementSpans), reading)
      values.add(gold, reading)
      times.add(text, timeSpans(gold.times), reading)
      places.add(
        gold.places.flatMap(({ evidence, latitude, longitude }) =>
          inText(evidence).map(({ start, end }) => ({
            start,
            end,
            ...(latitude !== undefined && { latitude }),
            ...(longitude !== undefined && { longitude }),
          })),
        ),
        reading,
      )
    },
    scores: (): Scores => ({
      events: events.scores(),
      statements: { ...statements.scores(), ...values.scores() },
      times: times.scores(),
      places: places.scores(),
    }),
  }
}
