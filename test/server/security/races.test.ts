import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type Site } from '../../../src/server/index.ts'
import {
  assign,
  changePassword,
  listAccounts,
  listAssignmentsOf,
} from '../../../src/store/index.ts'
import { asker } from '../../support/ask.ts'
import { STORES } from '../../support/db.ts'
import { addPerson, enter } from '../../support/people.ts'
import { fill, NOW, openSite } from '../../support/site.ts'

const PASSWORD = 'seven herons at dawn'

// CVE-2026-56424: what was allowed when it was asked for may no more be when it is done.
describe.each(STORES)('accounts that change while a request is under way, $name', ({ open }) => {
  let site: Site
  const ask = () => asker(makeApp(site))
  const as = async (name: string) => asker(makeApp(site), (await enter(site.db, name)).headers)
  const names = async () => (await listAccounts(site.db)).map(({ name }) => name)

  beforeAll(async () => {
    site = await openSite({ db: await open() })
  }, 120_000)
  afterAll(() => site.db.close())

  test('of two who make the first account at once, one must log in', async () => {
    const make = (name: string) =>
      ask().post('/api/accounts', { name, role: 'admin', password: PASSWORD })
    const made = await Promise.all([make('ada'), make('bob')])
    expect(made.map(({ status }) => status).sort()).toEqual([204, 401])
    expect(await names()).toHaveLength(1)
    const [left] = await names()
    await addPerson(site.db, left === 'ada' ? 'bob' : 'ada', 'admin')
  })

  test('two admins who remove each other at once do not leave the door open', async () => {
    const [ada, bob] = [await as('ada'), await as('bob')]
    const removed = await Promise.all([
      ada.post('/api/accounts/bob/remove'),
      bob.post('/api/accounts/ada/remove'),
    ])
    expect(removed.map(({ status }) => status).sort()).toEqual([204, 401])
    expect(await names()).toHaveLength(1)
  })

  test('whoever is removed while a password is hashed makes no account, and no token that opens', async () => {
    const [left = ''] = await names()
    await addPerson(site.db, 'cyd', 'admin')
    const [admin, cyd] = [await as(left), await as('cyd')]
    const [made, removed, token] = await Promise.all([
      cyd.post('/api/accounts', { name: 'dora', role: 'admin', password: PASSWORD }),
      admin.post('/api/accounts/cyd/remove'),
      cyd.post('/api/tokens', { label: 'nightly', role: 'admin' }),
    ])
    expect([made.status, removed.status]).toEqual([401, 204])
    expect(await names()).toEqual([left])
    // Whichever was first.
    const { token: secret = 'none' } = (await token.json()) as { token?: string }
    const authorization = `Bearer ${secret}`
    expect((await ask().get('/api/reports', { authorization })).status).toBe(401)
  })

  test('a password that was changed meanwhile is not changed by the one before', async () => {
    const [name = ''] = await names()
    const doer = { at: NOW, by: 'test' }
    await changePassword(site.db, { name, password: 'second' }, doer)
    const late = changePassword(site.db, { name, password: 'third', was: 'first' }, doer)
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
    await changePassword(site.db, { name, password: 'third', was: 'second' }, doer)
  })

  test('a report that is given away twice at once has two coders, and no more', async () => {
    const text = 'A bomb killed two people in Darun on Monday.'
    await fill(site, [{ id: 'one', text, publishedAt: '2024-03-06' }])
    const reports = [{ report: 'one', version: 1 }]
    const pairs = [
      ['ada', 'bob'],
      ['cyd', 'dora'],
    ]
    const given = await Promise.allSettled(
      pairs.map((coders) => assign(site.db, { reports, coders }, { at: NOW, by: 'test' })),
    )
    expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listAssignmentsOf(site.db, 'one', 1)).toHaveLength(2)
  })
})
