import { createRoute, z } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import { listReportIncidents, listReports, loadReading } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { BY_ID, BY_VERSION, newRoutes } from '../new-routes.ts'
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

const incidents = createRoute({
  method: 'get',
  path: '/reports/{id}/incidents',
  summary: 'the incidents that the events of a report are of, in its latest version',
  request: BY_ID,
  responses: { 200: { description: '`{rows: [{event, incident}]}`, with what is listed of each' } },
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
  .openapi(incidents, async (c) => {
    const rows = await listReportIncidents(c.var.site.db, c.req.valid('param').id)
    return answer(c, { rows })
  })
