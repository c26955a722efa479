import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPassword } from '../../src/server/guard/password.ts'
import { loadAccount, openStore } from '../../src/store/index.ts'
import { buildDist } from '../support/build.ts'
import { ADDRESSES, type Address } from '../support/db.ts'

const PASSWORD = 'seven herons at dawn'
let command: string
beforeAll(() => {
  command = join(buildDist(), 'cli/main.js')
}, 300_000)

describe.each(ADDRESSES)('accounts of a store, $name', ({ address }) => {
  let place: Address
  beforeAll(async () => {
    place = await address()
  })
  afterAll(() => place.drop())

  /** What `ascribe account …` says and how it ends, with a line on its standard input. */
  const account = (words: readonly string[], line = '') => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [command, 'account', ...words, '--store', place.store],
      { encoding: 'utf8', input: line },
    )
    return { out: stdout, err: stderr, status }
  }
  const passwordOf = async (name: string): Promise<string | undefined> => {
    const db = await openStore(place.store)
    const found = await loadAccount(db, name)
    await db.close()
    return found?.password
  }

  test('are made, listed, changed and removed', async () => {
    const first = account(['add', 'mira', '--role', 'coder'], `${PASSWORD}\n`)
    expect(first).toMatchObject({ status: 2, out: '' })
    expect(first.err).toContain('the first account must be an admin')
    const made = account(['add', 'mira', '--role', 'admin'], `${PASSWORD}\nand another line\n`)
    expect(made).toMatchObject({ status: 0, out: 'added mira (admin)\n' })
    expect(account(['add', 'oren', '--role', 'coder'], PASSWORD).status).toBe(0)
    expect(account(['list']).out).toMatch(
      /^mira {2}admin {2}\d{4}-\S+Z\noren {2}coder {2}\d{4}-\S+Z\n$/,
    )
    expect(await isPassword(PASSWORD, await passwordOf('mira'))).toBe(true)
    const next = 'nine herons at dusk'
    expect(account(['password', 'MIRA'], `${next}\r\n`).status).toBe(0)
    expect(await isPassword(next, await passwordOf('mira'))).toBe(true)
    expect(account(['remove', 'mira']).err).toContain('mira is the last admin')
    expect(account(['remove', 'oren'])).toMatchObject({ status: 0, out: 'removed oren\n' })
    expect(account(['list']).out).toMatch(/^mira {2}admin \S* ?\S+\n$/)
  }, 120_000)

  test('are refused with the reason, and the password is never told', () => {
    const refused = [
      account(['add', 'x y', '--role', 'admin'], PASSWORD),
      account(['add', 'nora', '--role', 'owner'], PASSWORD),
      account(['add', 'nora'], PASSWORD),
      account(['add', 'oren', '--role', 'admin'], PASSWORD),
      account(['add', 'nora', '--role', 'admin'], 'short'),
      account(['password', 'nobody'], PASSWORD),
      account(['remove', 'nobody']),
    ]
    expect(refused.map(({ status, out }) => [status, out])).toEqual(
      refused.map(({ status }) => [status === 0 ? 'not 0' : status, '']),
    )
    const told = refused.map(({ err }) => err).join('\n')
    for (const why of ['is no name', 'owner', '--role', 'is taken, or was', '12 to 256', 'nobody'])
      expect(told).toContain(why)
    expect(told).not.toContain(PASSWORD)
    expect(told).not.toMatch(/^ +at /m)
  }, 120_000)
})

test('a store that is not there has no accounts, and is not made by asking', () => {
  const store = join(mkdtempSync(join(tmpdir(), 'ascribe-none-')), 'store')
  const { status, stderr } = spawnSync(
    process.execPath,
    [command, 'account', 'list', '--store', store],
    { encoding: 'utf8' },
  )
  expect(status).not.toBe(0)
  expect(stderr).toContain(store)
})
