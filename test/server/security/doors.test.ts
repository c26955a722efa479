import { afterAll, expect, test } from 'vitest'
import { checkBinding, hashPassword, makeApp } from '../../../src/server/index.ts'
import { addAccount } from '../../../src/store/index.ts'
import { asker, cookieOf } from '../../support/ask.ts'
import { NOW, openSite } from '../../support/site.ts'

const PASSWORD = 'seven herons at dawn'
const site = await openSite()
const { get, post } = asker(makeApp(site))
afterAll(() => site.db.close())

// Prodigy's open servers, Ushahidi CVE-2012-3473.
test('what is reached from elsewhere needs an account and https', async () => {
  const starts = (options: object) => checkBinding({ port: 0, ...options }, site.db)
  const proxy = { host: '0.0.0.0', behindProxy: 'https://ascribe.example' }
  expect(await starts({})).toMatchObject({ host: '127.0.0.1', isLocal: true })
  await expect(starts({ host: '0.0.0.0' })).rejects.toThrow('--tls-cert')
  await expect(starts(proxy)).rejects.toThrow('needs an account')
  const account = { name: 'mira', role: 'admin', password: await hashPassword(PASSWORD) }
  await addAccount(site.db, account, { at: NOW, by: 'test' })
  await expect(starts({ host: '0.0.0.0' })).rejects.toThrow('--tls-cert')
  await expect(starts({ behindProxy: 'http://ascribe.example' })).rejects.toThrow('https')
  expect(await starts(proxy)).toMatchObject({ isLocal: false, isSecure: true })
})

// OpenCTI CVE-2026-27960: an id was a key.
test('the id of a session, a token or an account opens nothing', async () => {
  const cookie = cookieOf(await post('/api/session', { name: 'mira', password: PASSWORD }))
  await post('/api/tokens', { label: 'nightly', role: 'viewer' }, { cookie })
  const rows = await site.db.query<{ id: string; hash: string }>(
    'select id, hash from session union select id, hash from token',
  )
  const tried = ['mira', ...rows.flatMap(({ id, hash }) => [id, hash])]
  expect(tried).toHaveLength(5)
  for (const one of tried) {
    expect((await get('/api/reports', { authorization: `Bearer ${one}` })).status).toBe(401)
    expect((await get('/api/reports', { cookie: `ascribe=${one}` })).status).toBe(401)
    expect((await get(`/api/reports?token=${one}`)).status).toBe(401)
  }
})

test('a change that a form of another site could send is refused', async () => {
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream']
  for (const type of types)
    expect((await post('/api/session', {}, { 'content-type': type })).status).toBe(400)
})

// OpenCTI CVE-2024-45404: guesses were not counted.
test('guesses are counted by name, many at once too', async () => {
  const all = await Promise.all(
    Array.from({ length: 14 }, () => post('/api/session', { name: 'nobody', password: 'x' })),
  )
  const statuses = all.map(({ status }) => status).sort()
  expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)])
}, 120_000)
