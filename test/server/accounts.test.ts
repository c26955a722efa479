import { afterAll, describe, expect, test } from 'vitest'
import { makeApp, type Site } from '../../src/server/index.ts'
import { hashPassword, isPassword } from '../../src/server/guard/password.ts'
import { addAccount } from '../../src/store/index.ts'
import { asker, cookieOf } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { NOW, openSite } from '../support/site.ts'

const PASSWORD = 'seven herons at dawn'
describe.each(STORES)('accounts, $name', async ({ open }) => {
  let now = new Date(NOW)
  const site = await openSite({ db: await open(), now: () => now })
  afterAll(() => site.db.close())

  const app = makeApp(site)
  const { get, post } = asker(app)
  const logIn = async (name: string, password = PASSWORD, headers = {}) =>
    post('/api/session', { name, password }, headers)

  test('who sits at the machine is the admin, until there is an account', async () => {
    expect(await (await get('/api/session')).json()).toEqual({
      user: { name: 'analyst', role: 'admin' },
      hasAccounts: false,
    })
    // What another server passed on does not come from the machine.
    expect((await get('/api/reports', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(401)
    const coder = await post('/api/accounts', { name: 'mira', role: 'coder', password: PASSWORD })
    expect((await coder.json()) as object).toMatchObject({
      title: 'the first account must be an admin',
    })
    expect(
      (await post('/api/accounts', { name: 'mira', role: 'admin', password: 'short' })).status,
    ).toBe(400)
    const made = await post('/api/accounts', { name: 'Mira', role: 'admin', password: PASSWORD })
    expect(made.status).toBe(204)
    expect((await get('/api/reports')).status).toBe(401)
    expect(await (await get('/api/session')).json()).toEqual({ hasAccounts: true })
  })

  test('with the right password one is in, by a cookie that pages cannot read', async () => {
    expect((await logIn('mira', 'eight herons at dawn')).status).toBe(401)
    expect((await logIn('nobody')).status).toBe(401)
    const entered = await logIn('mira')
    expect(await entered.json()).toMatchObject({ user: { name: 'Mira', role: 'admin' } })
    expect(entered.headers.get('set-cookie')).toMatch(
      /^ascribe=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const cookie = cookieOf(entered)
    expect((await get('/api/reports', { cookie })).status).toBe(200)
    // Logged in again, the session is another one, and the one before is over.
    const again = cookieOf(await logIn('mira', PASSWORD, { cookie }))
    expect(again).not.toBe(cookie)
    expect((await get('/api/reports', { cookie })).status).toBe(401)
    expect((await get('/api/reports', { cookie: again })).status).toBe(200)
    expect((await post('/api/session/end', {}, { cookie: again })).status).toBe(204)
    expect((await get('/api/reports', { cookie: again })).status).toBe(401)
  })

  test('over https the cookie is bound to the host', async () => {
    const secure: Site = { ...site, bind: { isSecure: true, isLocal: false, isProxied: false } }
    const entered = await asker(makeApp(secure)).post('/api/session', {
      name: 'mira',
      password: PASSWORD,
    })
    expect(entered.headers.get('set-cookie')).toMatch(
      /^__Host-ascribe=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  test('after twelve hours without a request one must log in again', async () => {
    const cookie = cookieOf(await logIn('mira'))
    const later = (hours: number): void => {
      now = new Date(now.getTime() + hours * 60 * 60 * 1000)
    }
    later(11)
    expect((await get('/api/reports', { cookie })).status).toBe(200)
    later(11)
    expect((await get('/api/reports', { cookie })).status).toBe(200)
    later(12.1)
    expect((await get('/api/reports', { cookie })).status).toBe(401)
  })

  test('sessions are listed without what opens, and one can be ended', async () => {
    const [here, there] = [cookieOf(await logIn('mira')), cookieOf(await logIn('mira'))]
    const listed = await (await get('/api/sessions', { cookie: here })).text()
    const { rows } = JSON.parse(listed) as { rows: { id: string; isThis: boolean }[] }
    expect(rows).toHaveLength(2)
    expect(listed).not.toContain(there.split('=')[1])
    const other = rows.find(({ isThis }) => !isThis)?.id ?? ''
    expect((await post(`/api/sessions/${other}/end`, {}, { cookie: here })).status).toBe(204)
    expect((await get('/api/reports', { cookie: there })).status).toBe(401)
    expect((await get('/api/reports', { cookie: here })).status).toBe(200)
  })

  test('a token is told once, opens until it is ended, and may no more than its account', async () => {
    const cookie = cookieOf(await logIn('mira'))
    const made = await post('/api/tokens', { label: 'nightly', role: 'viewer' }, { cookie })
    const { id, token } = (await made.json()) as { id: string; token: string }
    const authorization = `Bearer ${token}`
    expect((await get('/api/reports', { authorization })).status).toBe(200)
    expect((await get('/api/accounts', { authorization })).status).toBe(403)
    // A token makes no greater one.
    const greater = await post('/api/tokens', { label: 'more', role: 'admin' }, { authorization })
    expect(greater.status).toBe(403)
    const listed = await (await get('/api/tokens', { cookie })).text()
    expect(listed).toContain('nightly')
    expect(listed).not.toContain(token)
    expect((await post(`/api/tokens/${id}/end`, {}, { cookie })).status).toBe(204)
    expect((await get('/api/reports', { authorization })).status).toBe(401)
  })

  test('a new password ends the other sessions, and needs the old one', async () => {
    const [here, there] = [cookieOf(await logIn('mira')), cookieOf(await logIn('mira'))]
    const change = (old: string) =>
      post('/api/password', { old, new: 'nine herons at dusk' }, { cookie: here })
    expect((await change('a wrong password')).status).toBe(403)
    expect((await change(PASSWORD)).status).toBe(204)
    expect((await get('/api/reports', { cookie: there })).status).toBe(401)
    expect((await get('/api/reports', { cookie: here })).status).toBe(200)
    expect((await logIn('mira')).status).toBe(401)
    expect((await logIn('mira', 'nine herons at dusk')).status).toBe(200)
  })

  test('a removed account is out at once, and its name is not given again', async () => {
    const doer = { at: NOW, by: 'test' }
    const hash = await hashPassword(PASSWORD)
    await addAccount(site.db, { name: 'oren', role: 'coder', password: hash }, doer)
    const admin = cookieOf(await logIn('mira', 'nine herons at dusk'))
    const cookie = cookieOf(await logIn('oren'))
    expect((await get('/api/reports', { cookie })).status).toBe(200)
    expect((await post('/api/accounts/mira/remove', {}, { cookie: admin })).status).toBe(400) // the last admin
    expect((await post('/api/accounts/oren/remove', {}, { cookie: admin })).status).toBe(204)
    expect((await get('/api/reports', { cookie })).status).toBe(401)
    const again = { name: 'Oren', role: 'viewer', password: PASSWORD }
    expect((await post('/api/accounts', again, { cookie: admin })).status).toBe(400)
  })

  test('what is stored of a password is slow to try, and the same for each only to itself', async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)]
    expect(one).not.toBe(other)
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$/)
    expect(await isPassword(PASSWORD, one)).toBe(true)
    expect(await isPassword(`${PASSWORD}s`, one)).toBe(false)
    expect(await isPassword(PASSWORD, undefined)).toBe(false)
  })
})
