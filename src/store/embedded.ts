import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { AscribeError } from '../base/errors.ts'
import type { Db } from './db.ts'
import { lockFolder } from './lock-folder.ts'

/** Opens the Postgres that runs inside this process, on a folder that no other process has open. Without a folder it lives in memory, and ends with the process. */
export async function openEmbedded(folder?: string): Promise<Db> {
  if (folder === undefined) return embeddedDb(await PGlite.create())
  const path = embeddedFolder(folder)
  await mkdir(path, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  try {
    const postgres = await PGlite.create(path)
    return embeddedDb(postgres, lock.release)
  } catch (cause) {
    await lock.release()
    throw new AscribeError(
      'bad-store',
      `${folder}: the store could not be opened: ${String(cause)}`,
      {
        cause,
      },
    )
  }
}

/** Where Postgres keeps its files in a store's folder. */
export function embeddedFolder(folder: string): string {
  return join(folder, 'postgres')
}

function embeddedDb(postgres: PGlite, release?: () => Promise<void>): Db {
  return {
    ...queries(postgres),
    transaction: (work) => postgres.transaction((inner) => work(inTransaction(inner))),
    async close() {
      await postgres.close()
      await release?.()
    },
  }
}

/** Work inside a transaction: one within it is part of it. */
function inTransaction(inner: Transaction): Db {
  const db: Db = {
    ...queries(inner),
    transaction: (work) => work(db),
    close: () => Promise.resolve(),
  }
  return db
}

function queries(to: Pick<PGlite | Transaction, 'query' | 'exec'>): Pick<Db, 'query' | 'script'> {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await to.query<Row>(sql, [...params])).rows,
    script: async (sql) => {
      await to.exec(sql)
    },
  }
}
