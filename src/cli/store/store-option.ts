import { Option } from 'commander'
import { openStore, type Db } from '../../store/index.ts'

/** The folder of the store where none is named. */
const FOLDER = 'ascribe-store'

/** Where the store is. */
export interface StoreOption {
  readonly store?: string
}

/** `--store`. */
export function storeOption(): Option {
  const help = `the store: a folder, or the URL of a Postgres database; without it $ASCRIBE_DATABASE_URL, else the folder ${FOLDER}`
  return new Option('--store <address>', help)
}

/** Works with the store that the command line names, and closes it. */
export async function withStore<T>(
  { store }: StoreOption,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const db = await openStore(store ?? (process.env['ASCRIBE_DATABASE_URL'] || FOLDER))
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

/** Who does what the command line asks for, and when. */
export function doer(): { at: string; by: string } {
  return { at: new Date().toISOString(), by: 'command line' }
}
