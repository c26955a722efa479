import { createRoute, z } from '@hono/zod-openapi'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { AscribeError } from '../../base/errors.ts'
import {
  deleteIdleSessions,
  deleteSession,
  hasAccount,
  insertSession,
  listSessions,
  lockSession,
  loadAccount,
  loadSession,
} from '../../store/index.ts'
import { can } from '../guard/can.ts'
import { isPassword } from '../guard/password.ts'
import { newId, newSecret } from '../guard/secret.ts'
import { cookieName, idleSince } from '../guard/who.ts'
import { BY_ID, jsonBody, newRoutes } from '../new-routes.ts'
import type { Env, UserRole } from '../site.ts'

/** Who asks, as the workbench is told. */
export interface Me {
  readonly name: string
  readonly role: UserRole
}

/** What the workbench is told first: who asks, if that is known, and whether anybody can log in at all. */
export interface SessionState {
  readonly user?: Me
  /** Whose session this is, where it is locked: nothing is answered until they say their password. */
  readonly locked?: string
  readonly hasAccounts: boolean
}

const show = createRoute({
  method: 'get',
  path: '/session',
  summary: 'who asks, and whether one must log in',
  responses: { 200: { description: '`{user?, hasAccounts}`' } },
})

const start = createRoute({
  method: 'post',
  path: '/session',
  summary: 'log in',
  request: jsonBody({ name: z.string().min(1).max(100), password: z.string().max(1000) }),
  responses: { 200: { description: '`{user, hasAccounts}`, and a cookie' } },
})

const end = createRoute({
  method: 'post',
  path: '/session/end',
  summary: 'log out',
  responses: { 204: { description: 'done' } },
})

const lock = createRoute({
  method: 'post',
  path: '/session/lock',
  summary: 'locks the session: it opens nothing until the password is said again',
  responses: { 204: { description: 'done' } },
})

const unlock = createRoute({
  method: 'post',
  path: '/session/unlock',
  summary: 'opens a session that is locked, by its password',
  request: jsonBody({ password: z.string().max(1000) }),
  responses: { 200: { description: '`{user, hasAccounts}`' } },
})

const list = createRoute({
  method: 'get',
  path: '/sessions',
  summary: 'where one is logged in',
  responses: { 200: { description: '`{rows: [{id, madeAt, seenAt, agent, isThis}]}`' } },
})

const endOne = createRoute({
  method: 'post',
  path: '/sessions/{id}/end',
  summary: 'log out somewhere else',
  request: BY_ID,
  responses: { 204: { description: 'done' } },
})

/** Logging in and out. */
export const session = newRoutes()
  .openapi(show, async (c) => c.json(await stateOf(c)))
  .openapi(start, async (c) => {
    const { name, password } = c.req.valid('json')
    const { site, tries } = c.var
    const key = name.toLowerCase()
    tries.byAddress.count([addressOf(c)])
    tries.byName.count([key])
    const account = await loadAccount(site.db, name)
    // One answer for both, after the same time: nobody learns which names there are.
    if (!(await isPassword(password, account?.password)) || !account)
      throw new AscribeError('not-logged-in', 'no account has this name and password')
    tries.byName.forget(key)
    await begin(c, account.name)
    const user = { name: account.name, role: account.role as UserRole }
    return c.json({ user, hasAccounts: true } satisfies SessionState)
  })
  .openapi(end, async (c) => {
    if (c.var.session !== undefined) await deleteSession(c.var.site.db, c.var.session)
    deleteCookie(c, cookieName(c.var.site), cookieOptions(c))
    return c.body(null, 204)
  })
  .openapi(lock, async (c) => {
    const { session: id, site } = c.var
    if (id === undefined) throw new AscribeError('bad-usage', 'nobody is logged in by a session')
    await lockSession(site.db, id, true)
    return c.body(null, 204)
  })
  .openapi(unlock, async (c) => {
    const { session: id, locked: name, site, tries } = c.var
    if (id === undefined || name === undefined)
      throw new AscribeError('not-logged-in', 'no session of yours is locked')
    const key = name.toLowerCase()
    tries.byAddress.count([addressOf(c)])
    tries.byName.count([key])
    const account = await loadAccount(site.db, name)
    if (!(await isPassword(c.req.valid('json').password, account?.password)) || !account)
      throw new AscribeError('not-logged-in', 'this is not the password')
    tries.byName.forget(key)
    await lockSession(site.db, id, false)
    const user = { name: account.name, role: account.role as UserRole }
    return c.json({ user, hasAccounts: true } satisfies SessionState)
  })
  .openapi(list, async (c) => {
    const { site, user } = c.var
    const sessions = await listSessions(site.db, user.name, idleSince(site))
    const rows = sessions.map(({ id, madeAt, seenAt, agent }) => ({
      ...{ id, madeAt, seenAt, agent },
      isThis: id === c.var.session,
    }))
    return c.json({ rows })
  })
  .openapi(endOne, async (c) => {
    const { id } = c.req.valid('param')
    await c.var.site.db.transaction(async (db) => {
      const found = await loadSession(db, id)
      if (!found) throw new AscribeError('not-found', `no session ${id}`)
      can(c.var.user, 'end-session', { owner: found.account })
      await deleteSession(db, id)
    })
    return c.body(null, 204)
  })

async function stateOf(c: Context<Env>): Promise<SessionState> {
  const user = c.get('user') as Env['Variables']['user'] | undefined
  const hasAccounts = await hasAccount(c.var.site.db)
  const { locked } = c.var
  return {
    ...(user && { user: { name: user.name, role: user.role } }),
    ...(locked !== undefined && { locked }),
    hasAccounts,
  }
}

/** A new session, never one that was there before: whoever planted that would be logged in, too. */
async function begin(c: Context<Env>, account: string): Promise<void> {
  const { site } = c.var
  const { secret, hash } = newSecret()
  const agent = (c.req.header('user-agent') ?? '').slice(0, 200)
  await site.db.transaction(async (db) => {
    if (c.var.session !== undefined) await deleteSession(db, c.var.session)
    await deleteIdleSessions(db, idleSince(site))
    await insertSession(db, { id: newId(), hash, account, agent, madeAt: site.now().toISOString() })
  })
  setCookie(c, cookieName(site), secret, cookieOptions(c))
}

function cookieOptions(c: Context<Env>) {
  return {
    path: '/',
    httpOnly: true,
    secure: c.var.site.bind.isSecure,
    sameSite: 'Strict' as const,
  }
}

/** Where a request comes from. Of what a server of ours passes on, the last address is the one that this server saw. */
function addressOf(c: Context<Env>): string {
  if (c.var.site.bind.isProxied)
    return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown'
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // asked without a port, as tests do
  }
}
