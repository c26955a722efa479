import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openStore, type Db } from '../../src/store/index.ts'

/** A Postgres server that tests may make databases on; unset, only the embedded store is tested. */
const SERVER = process.env['ASCRIBE_TEST_PG']

if (SERVER === undefined)
  console.warn('no ASCRIBE_TEST_PG: the server store is not tested (test/store)')

/** Where a store may be made, and how it goes away. */
export interface Address {
  readonly store: string
  drop(): Promise<void>
}

/** A place for a store of each kind. */
export const ADDRESSES: readonly { readonly name: string; address(): Promise<Address> }[] = [
  {
    name: 'embedded',
    address: async () => ({
      store: mkdtempSync(join(tmpdir(), 'ascribe-store-')),
      drop: async () => undefined,
    }),
  },
  ...(SERVER === undefined ? [] : [{ name: 'server', address: () => newDatabase(SERVER) }]),
]

/** A fresh store of each kind; the embedded one lives in memory. */
export const STORES: readonly { readonly name: string; open(): Promise<Db> }[] = [
  { name: 'embedded', open: () => openStore() },
  ...(SERVER === undefined ? [] : [{ name: 'server', open: () => openFresh(SERVER) }]),
]

/** A store on a new database, which is dropped when it is closed. */
async function openFresh(server: string): Promise<Db> {
  const { store, drop } = await newDatabase(server)
  const db = await openStore(store)
  return {
    ...db,
    async close() {
      await db.close()
      await drop()
    },
  }
}

async function newDatabase(server: string): Promise<Address> {
  const name = `ascribe_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  return { store: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  await client.query(sql)
  await client.end()
}
