import { createRoute, z } from '@hono/zod-openapi'
import { findOperation, lastOperation, listChangesAt } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, toCursor } from '../page.ts'

const list = createRoute({
  method: 'get',
  path: '/changes',
  summary:
    'what changed in incidents since an entry of the log (a number) or a time, also that some are gone; `until` is what to ask since next time',
  request: {
    query: z.object({
      ...PAGE_QUERY,
      since: z
        .string()
        .regex(/^\d{1,9}$/)
        .or(z.iso.date())
        .or(z.iso.datetime({ offset: true }))
        .default('0'),
    }),
  },
  responses: { 200: { description: 'a page of incidents with their changes' } },
})

const PLACE = z.object({
  since: z.number(),
  until: z.number(),
  gone: z.boolean(),
  after: z.string(),
})

/** What became of incidents. */
export const changes = newRoutes().openapi(list, async (c) => {
  const { cursor, limit, since } = c.req.valid('query')
  const { db } = c.var.site
  const place = fromCursor(cursor, PLACE)
  const until = place?.until ?? (await lastOperation(db))
  const from =
    place?.since ??
    (/^\d{1,9}$/.test(since)
      ? Number(since)
      : await findOperation(db, new Date(since).toISOString()))
  const at = { since: from, gone: place?.gone ?? false, after: place?.after ?? '' }
  const { rows, next } = await listChangesAt(db, at, limit)
  return answer(c, { rows, until, ...(next && { next: toCursor({ ...next, until }) }) })
})
