import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { makeApp } from '../../../src/server/index.ts'
import { runJobs } from '../../../src/server/jobs/run.ts'
import { newSecret } from '../../../src/server/guard/secret.ts'
import { insertToken } from '../../../src/store/queries/tokens.ts'
import { asker } from '../../support/ask.ts'
import { STORES } from '../../support/db.ts'
import { addPerson, enter } from '../../support/people.ts'
import { NOW, openSite } from '../../support/site.ts'

describe.each(STORES)('hostile input, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const app = makeApp(site)
  const { get, post } = asker(app)
  afterAll(() => site.db.close())

  // Label Studio CVE-2023-47117: filters that read password hashes.
  test('a filter is of the columns that are named, and no others', async () => {
    const keep = async (filter: object) =>
      (await post('/api/filters', { name: 'f', filter })).status
    expect(await keep({ kind: ['bombing'], killed: 2 })).toBe(201)
    for (const filter of [
      { password: 'a' },
      { 'account.password': 'scrypt' },
      { owner: 'mira' },
      { kind: ['bombing'], where: '1=1' },
      { kind: { $like: 'a%' } },
      { killed: '1 or 1=1' },
      { country: ["MLI' or '1'='1"] },
      { box: '0,0,1,1); drop table account' },
      { order: 'password' },
    ])
      expect([filter, await keep(filter)]).toEqual([filter, 400])
    for (const query of ['since=x', 'country=Mali', 'killed=-1', 'box=1,2,3', 'dated=1'])
      expect([query, (await get(`/api/incidents?${query}`)).status]).toEqual([query, 400])
  })

  test('what is typed into a filter is looked for, and not run', async () => {
    for (const text of ["'; drop table account; --", '%', '_', '\\', '" or 1=1', '\u0000'])
      expect((await get(`/api/incidents?text=${encodeURIComponent(text)}`)).status).toBeLessThan(
        500,
      )
    expect((await get('/api/filters')).status).toBe(200)
  })

  // OpenCTI CVE-2026-21887, Label Studio CVE-2023-47116: addresses in what came in were asked.
  test('no address that a report names is asked', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`
    const runner = runJobs(site)
    const text = `A bomb killed two people in Darun. <img src="${uri}"> More at ${uri}.`
    const { id } = (await (await post('/api/intake', { text, uri, outlet: uri })).json()) as {
      id: string
    }
    for (;;) {
      const job = (await (await get(`/api/jobs/${id}`)).json()) as { state: string; done: number }
      if (job.state === 'done') break
      await wait(50)
    }
    await runner.close()
    server.close()
    expect(asked).toBe(0)
  })

  test('a change names only what is ours to take: no keys beside them', async () => {
    const text = 'A bomb killed two people in Darun.'
    for (const more of [{ events: [] }, { id: 'one' }, { by: 'somebody else' }, { admin: true }])
      expect((await post('/api/intake', { text, ...more })).status).toBe(400)
  })

  test('a change that another site may have made a browser send is refused', async () => {
    const body = { name: 'f', filter: {} }
    const statusOf = async (headers: Record<string, string>) =>
      (
        await app.request('/api/filters', {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
        })
      ).status
    expect(await statusOf({ 'sec-fetch-site': 'same-origin' })).toBe(201)
    expect(await statusOf({ origin: 'http://localhost' })).toBe(201)
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
      { origin: 'http://localhost.evil.example' },
      { origin: 'https://localhost' },
      { origin: 'null' },
      {},
    ])
      expect([headers, await statusOf(headers)]).toEqual([headers, 403])
  })

  // OpenCTI PYSEC-2026-3445: a header that skipped the checks. From here on one must log in.
  test('no header makes anybody more than they are', async () => {
    await addPerson(site.db, 'ada', 'admin')
    await addPerson(site.db, 'vera', 'viewer')
    const { headers } = await enter(site.db, 'vera')
    for (const more of [
      { 'synchronized-upsert': 'true' },
      { 'x-user': 'ada' },
      { 'x-forwarded-user': 'ada' },
      { 'x-remote-user': 'ada' },
      { 'x-role': 'admin' },
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-http-method-override': 'DELETE' },
      { 'x-original-url': '/api/session' },
      { forwarded: 'for=127.0.0.1' },
    ] as Record<string, string>[]) {
      expect([more, (await get('/api/accounts', more)).status]).toEqual([more, 401])
      expect([more, (await get('/api/accounts', { ...headers, ...more })).status]).toEqual([
        more,
        403,
      ])
    }
  })

  // Datasette #918: what opens stood in an address.
  test('what opens opens only where it belongs: not in an address, a body or another header', async () => {
    const { secret, hash } = newSecret()
    const row = { id: 't', account: 'ada', label: 't', role: 'admin', madeAt: NOW, hash }
    await insertToken(site.db, row)
    const { headers } = await enter(site.db, 'ada')
    const cookie = headers.cookie.split('=')[1] ?? ''
    expect((await get('/api/accounts', { authorization: `Bearer ${secret}` })).status).toBe(200)
    expect((await get('/api/accounts', { cookie: `ascribe=${cookie}` })).status).toBe(200)
    for (const key of [secret, cookie]) {
      for (const name of ['token', 'access_token', 'key', 'ascribe', 'authorization', 'session'])
        expect((await get(`/api/accounts?${name}=${key}`)).status).toBe(401)
      for (const name of ['x-api-key', 'x-auth-token', '__Host-ascribe'])
        expect((await get('/api/accounts', { [name]: key })).status).toBe(401)
      expect(
        (await get('/api/accounts', { authorization: `Basic ${btoa(`ada:${key}`)}` })).status,
      ).toBe(401)
      expect((await get('/api/accounts', { cookie: `__Host-ascribe=${key}` })).status).toBe(401)
      expect((await post('/api/filters', { token: key })).status).toBe(401)
    }
    // The one is not the other.
    expect((await get('/api/accounts', { authorization: `Bearer ${cookie}` })).status).toBe(401)
    expect((await get('/api/accounts', { cookie: `ascribe=${secret}` })).status).toBe(401)
  })
})
