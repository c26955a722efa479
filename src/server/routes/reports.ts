import { createRoute, z } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import { listReports, loadReading } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { BY_VERSION, newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, pageOf } from '../page.ts'

const list = createRoute({
  method: 'get',
  path: '/reports',
  summary: 'reports in order of id, their latest versions',
  request: { query: z.object(PAGE_QUERY) },
  responses: { 200: { description: 'a page of reports' } },
})

const show = createRoute({
  method: 'get',
  path: '/reports/{id}',
  summary: 'a report with all its records',
  request: BY_VERSION,
  responses: { 200: { description: 'a reading, as docs/reading.schema.json tells' } },
})

/** Reports and their records. */
export const reports = newRoutes()
  .openapi(list, async (c) => {
    const { limit, cursor } = c.req.valid('query')
    const after = fromCursor(cursor, z.string()) ?? ''
    const rows = await listReports(c.var.site.db, after, limit + 1)
    return answer(
      c,
      pageOf(rows, limit, ({ id }) => id),
    )
  })
  .openapi(show, async (c) => {
    const { id } = c.req.valid('param')
    const { version } = c.req.valid('query')
    const reading = await loadReading(c.var.site.db, id, version)
    if (!reading) throw new AscribeError('not-found', `no report ${id} in the store`)
    return answer(c, reading)
  })
