import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { AscribeError } from '../../base/errors.ts'
import { sha256 } from '../../base/hash.ts'
import { loadAnswer, saveAnswer, takeKey, type RequestKey } from '../../store/index.ts'
import type { Env } from '../site.ts'

const KEY = /^[\w-]{8,100}$/
/** Changes whose answers hold secrets, or whose bodies are not kept: they take no key. */
const WITHOUT = /^\/api\/(?:session|sessions|tokens|password|accounts|uploads)(?:\/|$)/

/** A change that carries a key is done once: sent again, as when the first answer was lost, it is answered as before. Key, answer and change are written in one transaction, so that none is there without the others. */
export const onlyOnce = createMiddleware<Env>(async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (key === undefined || c.req.method !== 'POST') return next()
  if (!KEY.test(key) || WITHOUT.test(c.req.path))
    throw new AscribeError('bad-usage', 'this change takes no such Idempotency-Key')
  const asked = sha256(`${c.req.path}\n${await c.req.text()}`)
  return inOne(c, { account: c.var.user.name, key, asked }, next)
})

/** Thrown through a transaction, so that nothing of it stays: the answer says why. */
const REFUSED = Symbol('refused')

async function inOne(
  c: Context<Env>,
  { asked, ...own }: RequestKey & { readonly asked: string },
  next: () => Promise<void>,
): Promise<Response | undefined> {
  const { site } = c.var
  try {
    return await site.db.transaction(async (db) => {
      const isNew = await takeKey(db, own, { asked, at: site.now().toISOString() })
      if (!isNew) return answerAgain(await loadAnswer(db, own), asked)
      // What the route does is done by this transaction.
      c.set('site', { ...site, db })
      await next()
      if (c.error !== undefined || c.res.status >= 400) throw REFUSED
      await saveAnswer(db, own, { status: c.res.status, answer: await c.res.clone().text() })
      return undefined
    })
  } catch (error) {
    if (error !== REFUSED) throw error
    return undefined
  } finally {
    c.set('site', site)
  }
}

function answerAgain(before: Awaited<ReturnType<typeof loadAnswer>>, asked: string): Response {
  if (before?.asked !== asked)
    throw new AscribeError('bad-usage', 'this Idempotency-Key was given to another change')
  const { status, answer } = before
  if (status === 204) return new Response(null, { status })
  return new Response(answer, { status, headers: { 'content-type': 'application/json' } })
}
