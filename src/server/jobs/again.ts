import { ownNames, type OwnActor } from '../../records/index.ts'
import {
  allPages,
  completeJobFile,
  insertJob,
  insertJobFile,
  insertJobItems,
  listNaming,
  type Db,
} from '../../store/index.ts'
import { newId } from '../guard/secret.ts'

/** What an item of a job says that is to be read: a version of a report that is in the store. */
export interface AgainBody {
  readonly again: { readonly report: string; readonly version: number }
}

/** Reports that are written into a job at once. */
const PAGE = 500

/** Begins a job that reads the reports again in which a name of an entry may stand; in the transaction that changes the dictionary, so that both are done or nothing. Gives the job, if there is anything to do. */
export async function startReadingAgain(
  db: Db,
  actor: OwnActor,
  { at, by }: { readonly at: string; readonly by: string },
): Promise<string | undefined> {
  const pages = allPages<AgainBody['again']>(
    (last, limit) => listNaming(db, ownNames(actor), { after: last?.report ?? '', limit }),
    PAGE,
  )
  const file = { id: `${at}-${newId()}`, job: newId(), name: `reports that name ${actor.name}` }
  let number = 0
  for await (const keys of pages) {
    if (number === 0) {
      await insertJob(db, { id: file.job, owner: by, at })
      await insertJobFile(db, file, at)
    }
    const items = keys.map((again) => {
      number += 1
      const body = JSON.stringify({ again } satisfies AgainBody)
      return { number, place: `report ${again.report}`, body }
    })
    await insertJobItems(db, file, items)
  }
  if (number === 0) return undefined
  await completeJobFile(db, file, 0)
  return file.job
}
