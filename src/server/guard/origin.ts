import { createMiddleware } from 'hono/factory'
import { AscribeError } from '../../base/errors.ts'
import type { Env } from '../site.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/** Refuses what was not asked of us by name (another site's name may be made to lead here), and changes that another site's page asks for. */
export const sameOrigin = createMiddleware<Env>(async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!c.var.site.hosts.includes(host))
    throw new AscribeError('forbidden', `this server is not called ${host}`)
  if (!SAFE.includes(c.req.method) && !isOwn(c.req.raw.headers, host))
    throw new AscribeError('forbidden', 'asked for by a page of another site')
  await next()
})

function isOwn(headers: Headers, host: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  return origin !== null && URL.parse(origin)?.host === host
}
