import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AscribeError } from '../../base/errors.ts'
import {
  addAccount,
  changePassword,
  deleteToken,
  insertToken,
  listAccounts,
  listTokens,
  loadAccount,
  loadToken,
  removeAccount,
  type Keeper,
} from '../../store/index.ts'
import { doerOf } from '../doer.ts'
import { can } from '../guard/can.ts'
import { hashPassword, isPassword } from '../guard/password.ts'
import { newId, newSecret } from '../guard/secret.ts'
import { asOfNow } from '../guard/who.ts'
import { BY_ID, jsonBody, newRoutes } from '../new-routes.ts'
import { USER_ROLES, type Env } from '../site.ts'

const DONE = { 204: { description: 'done' } }
const PASSWORD = z.string().max(1000)

const list = createRoute({
  method: 'get',
  path: '/accounts',
  summary: 'who can log in',
  responses: { 200: { description: '`{rows: [{name, role, madeAt}]}`' } },
})

const add = createRoute({
  method: 'post',
  path: '/accounts',
  summary: 'make an account; the first one must be an admin, and from then on one must log in',
  request: jsonBody({ name: z.string(), role: z.enum(USER_ROLES), password: PASSWORD }),
  responses: DONE,
})

const remove = createRoute({
  method: 'post',
  path: '/accounts/{name}/remove',
  summary: 'remove an account, with its sessions and tokens',
  request: { params: z.object({ name: z.string() }) },
  responses: DONE,
})

const password = createRoute({
  method: 'post',
  path: '/password',
  summary: 'change one’s own password; other sessions end',
  request: jsonBody({ old: PASSWORD, new: PASSWORD }),
  responses: DONE,
})

const tokens = createRoute({
  method: 'get',
  path: '/tokens',
  summary: 'one’s own tokens, without what opens',
  responses: { 200: { description: '`{rows: [{id, label, role, madeAt}]}`' } },
})

const makeToken = createRoute({
  method: 'post',
  path: '/tokens',
  summary: 'make a token for a program, which sends it as `Authorization: Bearer`',
  request: jsonBody({ label: z.string().min(1).max(100), role: z.enum(USER_ROLES) }),
  responses: { 200: { description: '`{id, token}`: the only time that it is told' } },
})

const endToken = createRoute({
  method: 'post',
  path: '/tokens/{id}/end',
  summary: 'end a token',
  request: BY_ID,
  responses: DONE,
})

/** Who can log in, and the keys of their programs. */
export const accounts = newRoutes()
  .openapi(list, async (c) => {
    can(c.var.user, 'keep-accounts')
    return c.json({ rows: await listAccounts(c.var.site.db) })
  })
  .openapi(add, async (c) => {
    const { name, role, password } = c.req.valid('json')
    // Asked here too, so that nobody else makes us work on hashes.
    can(c.var.user, 'keep-accounts')
    const hash = await hashPassword(password)
    await addAccount(c.var.site.db, { name, role, password: hash }, keeperOf(c, 'keep-accounts'))
    return c.body(null, 204)
  })
  .openapi(remove, async (c) => {
    const { name } = c.req.valid('param')
    await removeAccount(c.var.site.db, name, keeperOf(c, 'keep-accounts'))
    return c.body(null, 204)
  })
  .openapi(password, async (c) => {
    const given = c.req.valid('json')
    const { site, user } = c.var
    // Whoever found an open screen may not guess the password there.
    c.var.tries.byName.count([user.name.toLowerCase()])
    const account = await loadAccount(site.db, user.name)
    if (!(await isPassword(given.old, account?.password)))
      throw new AscribeError('forbidden', 'the old password is another one')
    const keep = c.var.session
    const change = {
      name: user.name,
      password: await hashPassword(given.new),
      ...(account && { was: account.password }),
      ...(keep !== undefined && { keep }),
    }
    await changePassword(site.db, change, keeperOf(c, 'change-password'))
    return c.body(null, 204)
  })
  .openapi(tokens, async (c) => {
    const all = await listTokens(c.var.site.db, c.var.user.name)
    return c.json({
      rows: all.map(({ id, label, role, madeAt }) => ({ id, label, role, madeAt })),
    })
  })
  .openapi(makeToken, async (c) => {
    const { label, role } = c.req.valid('json')
    const { site, user } = c.var
    const account = user.name
    const { secret, hash } = newSecret()
    const token = { id: newId(), account, label, role, madeAt: site.now().toISOString(), hash }
    await site.db.transaction(async (db) => {
      const now = await asOfNow(db, user)
      can(now, 'make-token', { owner: account })
      if (USER_ROLES.indexOf(role) > USER_ROLES.indexOf(now.role))
        throw new AscribeError('forbidden', `a token of yours is ${now.role} at most`)
      if (!(await loadAccount(db, account)))
        throw new AscribeError('bad-usage', 'tokens are an account’s: make one first')
      await insertToken(db, token)
    })
    return c.json({ id: token.id, token: secret })
  })
  .openapi(endToken, async (c) => {
    const { id } = c.req.valid('param')
    await c.var.site.db.transaction(async (db) => {
      const found = await loadToken(db, id)
      if (!found) throw new AscribeError('not-found', `no token ${id}`)
      can(c.var.user, 'end-token', { owner: found.account })
      await deleteToken(db, id)
    })
    return c.body(null, 204)
  })

/** Whoever asks, of whom it is asked in the transaction that writes whether they still may. */
function keeperOf(c: Context<Env>, action: 'keep-accounts' | 'change-password'): Keeper {
  const { user } = c.var
  return {
    ...doerOf(c.var),
    check: async (db) => can(await asOfNow(db, user), action, { owner: user.name }),
  }
}
