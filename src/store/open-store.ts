import { stat } from 'node:fs/promises'
import type { Db } from './db.ts'
import { embeddedFolder, openEmbedded } from './embedded.ts'
import { loadMigrations, migrate } from './migrate.ts'
import { openServer } from './server.ts'
import { sweepRest } from './sweep.ts'

/** Opens a store, a folder or the URL of a Postgres database, and brings it up to date. Without an address it lives in memory. */
export async function openStore(address?: string): Promise<Db> {
  const db = isUrl(address) ? await openServer(address) : await openEmbedded(address)
  try {
    await migrate(db, await loadMigrations())
    await sweepRest(db)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

/** Whether a folder holds a store; of a database on a server it is not asked. */
export async function hasStore(address: string): Promise<boolean> {
  return (
    isUrl(address) || (await stat(embeddedFolder(address)).catch(() => undefined)) !== undefined
  )
}

function isUrl(address: string | undefined): address is string {
  return address !== undefined && /^postgres(?:ql)?:\/\//.test(address)
}
