import { Pool, type ClientBase } from 'pg'
import { AscribeError } from '../base/errors.ts'
import type { Db } from './db.ts'

/** Connections that one process holds at most. */
const CONNECTIONS = 4

/** Opens a database on a Postgres server (15 or later). */
export async function openServer(url: string): Promise<Db> {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS, application_name: 'ascribe' })
  // A connection that breaks while nobody uses it is replaced by the pool.
  pool.on('error', () => undefined)
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw new AscribeError('bad-store', `${nameOf(url)}: ${reasonOf(cause)}`, { cause })
  }
  return {
    kind: 'server',
    ...queries(pool),
    transaction: (work) => transaction(pool, work),
    close: () => pool.end(),
  }
}

/** A URL without its password. */
function nameOf(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1@')
}

function reasonOf(cause: unknown): string {
  // Where several addresses were tried, the reasons stand in a list.
  const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause
  return first instanceof Error ? first.message : String(first)
}

async function transaction<T>(pool: Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const db: Db = {
    kind: 'server',
    ...queries(client),
    transaction: (inner) => inner(db),
    close: () => Promise.resolve(),
  }
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(db)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error(String(cause))
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function queries(to: Pick<ClientBase, 'query'>): Pick<Db, 'query' | 'script'> {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await to.query(sql, [...params])).rows as Row[],
    script: async (sql) => {
      await to.query(sql)
    },
  }
}
