import { createRoute, z } from '@hono/zod-openapi'
import { loadActorPage } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, toCursor } from '../page.ts'

const show = createRoute({
  method: 'get',
  path: '/actors/{key}/notes',
  summary:
    'what reports say of an actor and have them say, the newest first; reports are found by the name, which is the key where none is given',
  request: {
    params: z.object({ key: z.string().min(1).max(400) }),
    query: z.object({ ...PAGE_QUERY, name: z.string().min(1).max(400).optional() }),
  },
  responses: { 200: { description: 'what the reports of one page say' } },
})

/** Most reports whose readings are looked through for one page. */
const MOST = 100

const PLACE = z.object({ report: z.string(), version: z.number(), published: z.string() })

/** Actors across reports. */
export const actors = newRoutes().openapi(show, async (c) => {
  const { key } = c.req.valid('param')
  const { cursor, limit, name = key } = c.req.valid('query')
  const after = fromCursor(cursor, PLACE)
  const at = { limit: Math.min(limit, MOST), ...(after && { after }) }
  const { notes, next } = await loadActorPage(c.var.site.db, { key, name }, at)
  return answer(c, { rows: notes, ...(next && { next: toCursor(next) }) })
})
