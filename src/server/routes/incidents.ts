import { createRoute, z } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import { listIncidents, loadIncident, loadSummary } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { FILTER_QUERY, toFilter } from '../incident-filter.ts'
import { BY_ID, newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, pageOf } from '../page.ts'

const list = createRoute({
  method: 'get',
  path: '/incidents',
  summary: 'incidents, the latest first and those without a day last',
  request: {
    query: z.object({ ...PAGE_QUERY, ...FILTER_QUERY }),
  },
  responses: { 200: { description: 'a page of summaries' } },
})

const show = createRoute({
  method: 'get',
  path: '/incidents/{id}',
  summary: 'an incident with all that is claimed of it, under a policy',
  request: {
    ...BY_ID,
    query: z.object({
      policy: z
        .enum(['conservative', 'range', 'latest', 'majority-of-origins', 'source-order'])
        .default('conservative'),
      order: z.array(z.string()).or(z.string()).optional(),
    }),
  },
  responses: { 200: { description: 'an incident, as docs/incident.schema.json tells' } },
})

/** Incidents, listed and shown. */
export const incidents = newRoutes()
  .openapi(list, async (c) => {
    const { limit, cursor, ...query } = c.req.valid('query')
    const { db } = c.var.site
    const behind = fromCursor(cursor, z.string())
    const after = behind === undefined ? undefined : await loadSummary(db, behind)
    const filter = toFilter(query)
    const rows = await listIncidents(db, filter, { ...(after && { after }), limit: limit + 1 })
    return answer(
      c,
      pageOf(rows, limit, ({ id }) => id),
    )
  })
  .openapi(show, async (c) => {
    const { id } = c.req.valid('param')
    const { policy, order } = c.req.valid('query')
    const settling = { policy, ...(order !== undefined && { order: [order].flat() }) }
    const incident = await loadIncident(c.var.site.db, id, settling)
    if (!incident) throw new AscribeError('not-found', `no incident ${id} in the store`)
    return answer(c, incident)
  })
