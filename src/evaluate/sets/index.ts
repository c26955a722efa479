import { AscribeError } from '../../base/errors.ts'
import type { LabelledSet } from '../labelled-set.ts'
import { corpus } from './corpus.ts'
import { geo } from './geo.ts'
import { isafpr } from './isafpr.ts'
import { polnear } from './polnear.ts'
import { readings } from './readings.ts'
import { timex } from './timex.ts'
import { wikiTerror } from './wiki-terror.ts'

/** The formats of labelled data that can be read. */
export const LABELLED_SETS: readonly LabelledSet[] = [
  polnear,
  timex,
  geo,
  wikiTerror,
  isafpr,
  readings,
  corpus,
]

/** The format of a name, or the one that a record's keys tell; throws where there is none. */
export function findSet(record: unknown, { name, where }: { name?: string; where: string }) {
  const fitting = LABELLED_SETS.filter((set) =>
    name === undefined ? set.fits(record) : set.name === name,
  )
  const [found, other] = fitting
  if (found && !other) return found
  const names = LABELLED_SETS.map((set) => set.name).join(', ')
  const what =
    name === undefined ? `${where}: the keys tell no labelled set` : `unknown labelled set: ${name}`
  throw new AscribeError(name === undefined ? 'bad-input' : 'bad-usage', `${what}; sets: ${names}`)
}
