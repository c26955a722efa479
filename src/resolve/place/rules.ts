import type { NamedRule } from '../../records/index.ts'

/** A name that the gazetteer holds, or that the text calls a town, a village, a province. */
const name: NamedRule = {
  name: 'name',
  examples: {
    'A bomb exploded in Herat.': 'Herat',
    'Rebels took the village of Darun.': 'Darun',
    'Paris Hilton arrived.': '-',
  },
}

/** A name that the gazetteer lacks and that stands where a place stands. */
const unknown: NamedRule = {
  name: 'unknown',
  examples: {
    'A bomb exploded near Selin.': 'Selin',
    'They spoke in Arabic.': '-',
    'They met in March.': '-',
  },
}

/** All ways of finding places. */
export const PLACE_RULES: readonly NamedRule[] = [name, unknown]
