import { createMiddleware } from 'hono/factory'
import { AscribeError } from '../../base/errors.ts'
import type { Env } from '../site.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/** Refuses what was not asked of us by name (another site's name may be made to lead here), and changes that another site's page asks for. */
export const sameOrigin = createMiddleware<Env>(async (c, next) => {
  const host = (c.req.header('host') ?? '').toLowerCase()
  if (!c.var.site.hosts.includes(host))
    throw new AscribeError('forbidden', `this server is not called ${host}`)
  if (!SAFE.includes(c.req.method)) {
    const { headers } = c.req.raw
    if (!isOwn(headers, host, c.var.site.bind.isSecure))
      throw new AscribeError('forbidden', 'asked for by a page of another site')
    // Only a form's own method can be sent without asking first.
    if (c.req.method !== 'DELETE' && !isTyped(headers, c.req.path))
      throw new AscribeError('bad-usage', 'a change is sent as application/json')
  }
  await next()
})

/** Whether a page of ours asks. A program with a key of its own is no page: a browser adds no key by itself. */
function isOwn(headers: Headers, host: string, isSecure: boolean): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  if (origin === null) return headers.has('authorization')
  return origin.toLowerCase() === `${isSecure ? 'https' : 'http'}://${host}`
}

/** Types that a form of another site cannot send without asking first. */
const TYPES = { json: 'application/json', file: 'application/octet-stream' } as const
const UPLOADS = '/api/uploads'

function isTyped(headers: Headers, path: string): boolean {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  return type === (path === UPLOADS ? TYPES.file : TYPES.json)
}
