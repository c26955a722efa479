import { AscribeError } from '../../base/errors.ts'
import { LINKING } from '../../link/index.ts'
import type { Db } from '../db.ts'
import { loadLinkedBy, saveLinkedBy } from '../queries/linked-by.ts'

/** What is to be done with a store that another version linked. */
export const LINKED_OTHERWISE =
  'its events were linked by another version of Ascribe, or linking them anew was stopped; `ascribe link` does it'

/** Throws `bad-store` where new events would be compared with what another version of linking made of the stored ones. */
export async function checkVersion(db: Db): Promise<void> {
  const version = await loadLinkedBy(db)
  if (version === undefined) await saveLinkedBy(db, LINKING)
  else if (version !== LINKING)
    throw new AscribeError('bad-store', `nothing can be added to the store: ${LINKED_OTHERWISE}`)
}
