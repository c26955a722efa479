import { readdir, readFile } from 'node:fs/promises'
import { AscribeError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import { PACKAGE_FOLDER } from '../base/package-folder.ts'
import type { Db } from './db.ts'

const SQL = new URL('sql/', PACKAGE_FOLDER)

/** A numbered file of `sql/`. */
export interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** The files of `sql/` in order of number. */
export async function loadMigrations(): Promise<Migration[]> {
  const names = (await readdir(SQL)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, SQL), 'utf8')
      return { name: name.slice(0, -'.sql'.length), sql, hash: sha256(sql) }
    }),
  )
}

/** Any number: who migrates holds the server's lock of this name. */
const LOCK = 727_411_073

/** Brings a database to what this version of Ascribe knows. Throws `bad-store` where it holds what this version does not know. */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<void> {
  await db.transaction(async (inner) => {
    await inner.query('select pg_advisory_xact_lock($1)', [LOCK])
    await inner.script(
      'create table if not exists migration (name text primary key, hash text not null)',
    )
    const done = await inner.query<{ name: string; hash: string }>(
      'select name, hash from migration order by name',
    )
    const known = new Map(migrations.map(({ name, hash }) => [name, hash]))
    for (const { name, hash } of done) {
      if (!known.has(name))
        throw new AscribeError('bad-store', `the store was made by a later version: it has ${name}`)
      if (known.get(name) !== hash)
        throw new AscribeError('bad-store', `${name} was changed after the store was made`)
    }
    const applied = new Set(done.map(({ name }) => name))
    for (const { name, sql, hash } of migrations) {
      if (applied.has(name)) continue
      await inner.script(sql)
      await inner.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    }
  })
}
