import { Option } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { openLinkKit } from '../../kit.ts'
import type { LinkKit } from '../../link/index.ts'
import { hasStore, openStore, type Db, type LinkingDoer } from '../../store/index.ts'

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

/** Works with the store that the command line names, and closes it. Throws `not-found` where there is none; `makeStore` makes it. */
export async function withStore<T>(
  { store }: StoreOption,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const address = addressOf(store)
  if (!(await hasStore(address)))
    throw new AscribeError('not-found', `${address}: no store is there; \`ascribe add\` makes one`)
  return use(address, work)
}

/** The same, with a new store where there is none. */
export function makeStore<T>({ store }: StoreOption, work: (db: Db) => Promise<T>): Promise<T> {
  return use(addressOf(store), work)
}

function addressOf(store: string | undefined): string {
  return store ?? (process.env['ASCRIBE_DATABASE_URL'] || FOLDER)
}

async function use<T>(address: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openStore(address)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

/** Who does what the command line asks for, when, and how it is linked; asked for anew each time something is done. */
export async function openDoer(): Promise<() => LinkingDoer> {
  return doerWith(await openLinkKit())
}

/** The same, with a kit that is open already. */
export function doerWith(kit: LinkKit): () => LinkingDoer {
  return () => ({ at: new Date().toISOString(), by: 'command line', kit })
}
