import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SessionState } from '../../src/server/api.ts'
import { hashPassword } from '../../src/server/guard/password.ts'
import { makeApp } from '../../src/server/index.ts'
import { addAccount } from '../../src/store/index.ts'
import { asker, cookieOf, type Asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, NOW, openSite } from '../support/site.ts'

const PASSWORD = 'seven herons at dawn'
describe.each(STORES)('a session that is locked, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const app = makeApp(site)
  let rosa: Asker
  let elsewhere: Asker

  beforeAll(async () => {
    await fill(site, [{ id: 'a', text: 'A bomb killed two people in Darun.' }])
    expect((await asker(app).post('/api/session/lock')).status).toBe(400)
    const password = await hashPassword(PASSWORD)
    await addAccount(site.db, { name: 'rosa', role: 'admin', password }, { at: NOW, by: 'test' })
    const enter = async () =>
      asker(app, {
        cookie: cookieOf(
          await asker(app).post('/api/session', { name: 'rosa', password: PASSWORD }),
        ),
      })
    rosa = await enter()
    elsewhere = await enter()
  })
  afterAll(() => site.db.close())
  const state = async (): Promise<SessionState> =>
    (await (await rosa.get('/api/session')).json()) as SessionState

  test('a locked session opens nothing, and says whose it is', async () => {
    expect((await rosa.post('/api/session/unlock', { password: PASSWORD })).status).toBe(401)
    expect((await rosa.post('/api/session/lock')).status).toBe(204)
    for (const path of ['/api/reports/a', '/api/queue', '/api/sessions', '/api/feed'])
      expect((await rosa.get(path)).status).toBe(401)
    expect((await rosa.post('/api/intake', { text: 'Snow fell.' })).status).toBe(401)
    expect(await state()).toEqual({ hasAccounts: true, locked: 'rosa' })
    expect((await elsewhere.get('/api/reports/a')).status).toBe(200)
  })

  test('the password opens it again, and nothing else; guesses are throttled', async () => {
    expect((await rosa.post('/api/session/unlock', { password: 'eight herons' })).status).toBe(401)
    expect((await rosa.get('/api/reports/a')).status).toBe(401)
    expect((await asker(app).post('/api/session/unlock', { password: PASSWORD })).status).toBe(401)
    const opened = await rosa.post('/api/session/unlock', { password: PASSWORD })
    expect(await opened.json()).toEqual({
      user: { name: 'rosa', role: 'admin' },
      hasAccounts: true,
    })
    expect((await rosa.get('/api/reports/a')).status).toBe(200)
    await rosa.post('/api/session/lock')
    for (let i = 0; i < 10; i += 1) await rosa.post('/api/session/unlock', { password: String(i) })
    expect((await rosa.post('/api/session/unlock', { password: PASSWORD })).status).toBe(429)
  })

  test('whoever is locked out can log out', async () => {
    expect((await rosa.post('/api/session/end')).status).toBe(204)
    expect(await state()).toEqual({ hasAccounts: true })
  })
})
