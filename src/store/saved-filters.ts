import { AscribeError } from '../base/errors.ts'
import { contentKey } from '../base/hash.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { logOperation } from './log-operation.ts'
import {
  deleteSavedFilter,
  findSavedFilter,
  listSavedFilters,
  putSavedFilter,
  type SavedFilter,
} from './queries/saved-filters.ts'

/** Most filters of one person. */
export const MOST_FILTERS = 200

/** Keeps a filter under a name, in place of the one there was. The log knows that, and nothing that is in it. */
export async function saveFilter(
  db: Db,
  { name, filter }: Pick<SavedFilter, 'name' | 'filter'>,
  { at, by }: Doer,
): Promise<SavedFilter> {
  const saved = { id: contentKey('filter', by, name), owner: by, name, filter, at }
  const own = await listSavedFilters(db, by, MOST_FILTERS)
  if (own.length === MOST_FILTERS && !own.some((one) => one.name === name))
    throw new AscribeError('bad-usage', `${MOST_FILTERS} filters are kept already: remove one`)
  await logOperation(
    db,
    { kind: 'save-filter', body: JSON.stringify({ filter: saved.id }) },
    { at, by },
  )
  await putSavedFilter(db, saved)
  return saved
}

/** Removes a filter. `check` is asked with its row. Throws `not-found`. */
export async function removeFilter(
  db: Db,
  { id, check }: { readonly id: string; check(row: SavedFilter): void },
  doer: Doer,
): Promise<void> {
  const saved = await findSavedFilter(db, id)
  if (!saved) throw new AscribeError('not-found', `no filter ${id} in the store`)
  check(saved)
  await logOperation(db, { kind: 'remove-filter', body: JSON.stringify({ filter: id }) }, doer)
  await deleteSavedFilter(db, id)
}
