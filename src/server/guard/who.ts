import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { AscribeError } from '../../base/errors.ts'
import { sha256 } from '../../base/hash.ts'
import {
  findSession,
  findToken,
  hasAccount,
  loadAccount,
  touchSession,
  type Db,
} from '../../store/index.ts'
import { USER_ROLES, type Env, type Site, type User, type UserRole } from '../site.ts'

/** Whoever sits at the machine, as long as there is no account. */
const LOCAL_USER: User = { name: 'analyst', role: 'admin', profile: 'internal' }

/** How long somebody stays logged in without asking for anything, in milliseconds. */
const IDLE = 12 * 60 * 60 * 1000
/** How exactly it is kept when somebody was last there: so often a session is written. */
const EXACTNESS = 60 * 1000

/** What is answered to people who are not known yet: whether they must log in, and how they do. */
const OPEN = ['/api/session']
/** What is answered to those whose session is locked, too: how it is opened, or ended. */
const LOCKED = [...OPEN, '/api/session/lock', '/api/session/unlock', '/api/session/end']

/** Finds out who asks. Throws `not-logged-in`. */
export const knowUser = createMiddleware<Env>(async (c, next) => {
  const known = await whoAsks(c)
  if (known?.session !== undefined) c.set('session', known.session)
  if (known?.isLocked) c.set('locked', known.user.name)
  else if (known) c.set('user', known.user)
  if (known?.isLocked && !LOCKED.includes(c.req.path))
    throw new AscribeError('not-logged-in', 'the session is locked')
  if (known === undefined && !OPEN.includes(c.req.path))
    throw new AscribeError('not-logged-in', 'log in first')
  await next()
})

/** Who asks, and by which session. */
export interface Known {
  readonly user: User
  readonly session?: string
  readonly isLocked?: true
}

/** A key of a program goes before a cookie; without either it is whoever sits at the machine, if nobody can log in. */
async function whoAsks(c: Context<Env>): Promise<Known | undefined> {
  const { site } = c.var
  const header = c.req.header('authorization')
  if (header !== undefined) return byToken(site, /^Bearer (\S{1,200})$/i.exec(header)?.[1])
  const cookie = getCookie(c, cookieName(site))
  const known = cookie === undefined ? undefined : await bySession(site, cookie)
  if (known) return known
  // What passed through somebody else's server does not come from the machine.
  const isNear = site.bind.isLocal && c.req.header('x-forwarded-for') === undefined
  if (!isNear || (await hasAccount(site.db))) return undefined
  return { user: LOCAL_USER }
}

async function byToken(site: Site, secret: string | undefined): Promise<Known> {
  const token = secret === undefined ? undefined : await findToken(site.db, sha256(secret))
  if (!token) throw new AscribeError('not-logged-in', 'this key opens nothing')
  const role = lesser(token.role as UserRole, token.accountRole as UserRole)
  return { user: { name: token.account, role, profile: 'internal' } }
}

async function bySession(site: Site, secret: string): Promise<Known | undefined> {
  const session = await findSession(site.db, sha256(secret), idleSince(site))
  if (!session) return undefined
  const now = site.now()
  if (now.getTime() - Date.parse(session.seenAt) > EXACTNESS)
    await touchSession(site.db, session.id, now.toISOString())
  const user = {
    name: session.account,
    role: session.role as UserRole,
    profile: 'internal' as const,
  }
  return { user, session: session.id, ...(session.locked && { isLocked: true }) }
}

/** Whoever asks as they are by now, asked inside a transaction: accounts may have changed since the request came. Throws `not-logged-in`. */
export async function asOfNow(db: Db, user: User): Promise<User> {
  const account = await loadAccount(db, user.name)
  if (account) return { ...user, role: lesser(user.role, account.role as UserRole) }
  if (user === LOCAL_USER && !(await hasAccount(db))) return user
  throw new AscribeError('not-logged-in', 'log in again: accounts were changed meanwhile')
}

/** When a session must have been used to be one. */
export function idleSince({ now }: Pick<Site, 'now'>): string {
  return new Date(now().getTime() - IDLE).toISOString()
}

/** The cookie's name: with `__Host-` a browser takes it from nobody else, but only over https. */
export function cookieName({ bind }: Pick<Site, 'bind'>): string {
  return bind.isSecure ? '__Host-ascribe' : 'ascribe'
}

function lesser(one: UserRole, other: UserRole): UserRole {
  return USER_ROLES.indexOf(one) < USER_ROLES.indexOf(other) ? one : other
}
