import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, types, type Transaction } from '@electric-sql/pglite'
import { AscribeError } from '../base/errors.ts'
import type { Db } from './db.ts'
import { loadEmptyCluster, unpackEmptyCluster } from './empty-cluster.ts'
import { lockFolder } from './lock-folder.ts'

/** Opens the Postgres that runs inside this process, on a folder that no other process has open. Without a folder it lives in memory, and ends with the process. */
export async function openEmbedded(folder?: string): Promise<Db> {
  if (folder === undefined) return embeddedDb(await startInMemory())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  try {
    const path = embeddedFolder(folder)
    if (!(await stat(path).catch(() => undefined))) await unpackEmptyCluster(path)
    return embeddedDb(await PGlite.create(path, { startParams: PARAMS }), lock.release)
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

/** Files of the write-ahead log are deleted when they are done with, not written on again: they hold words that may be erased. */
const PARAMS = [...PGlite.defaultStartParams, '-c', 'wal_recycle=off']

async function startInMemory(): Promise<PGlite> {
  const tar = new Blob([await loadEmptyCluster()], { type: 'application/x-tar' })
  return PGlite.create({ loadDataDir: tar, startParams: PARAMS })
}

/** Where Postgres keeps its files in a store's folder. */
export function embeddedFolder(folder: string): string {
  return join(folder, 'postgres')
}

function embeddedDb(postgres: PGlite, release?: () => Promise<void>): Db {
  return {
    kind: 'embedded',
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
    kind: 'embedded',
    ...queries(inner),
    transaction: (work) => work(db),
    close: () => Promise.resolve(),
  }
  return db
}

function queries(to: Pick<PGlite | Transaction, 'query' | 'exec'>): Pick<Db, 'query' | 'script'> {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await to.query<Row>(sql, params.map(asBytes), { serializers: AS_THEY_ARE })).rows,
    script: async (sql) => {
      await to.exec(sql)
    },
  }
}

/** Longer texts than this are written as bytes at once: the driver counts the bytes of a string by its marks, twice. */
const LONG = 256

function asBytes(value: unknown): unknown {
  return typeof value === 'string' && value.length > LONG ? Buffer.from(value) : value
}

/** What the driver would check and write as strings comes as strings or bytes already. */
const AS_THEY_ARE = {
  [types.TEXT]: (value: unknown) => value as string,
  [types.JSON]: (value: unknown) => value as string,
}
