import { createRoute, z } from '@hono/zod-openapi'
import { INCIDENT_FORMS, openIncidentWriter, type IncidentForm } from '../../export/index.ts'
import type { IncidentSummary } from '../../records/index.ts'
import { redact, type Profile } from '../../redact/index.ts'
import {
  allPages,
  listIncidents,
  listOutline,
  loadSummaries,
  type Db,
  type IncidentFilter,
  type OutlineRow,
} from '../../store/index.ts'
import { answer } from '../answer.ts'
import { FILTER_QUERY, toFilter } from '../incident-filter.ts'
import { newRoutes } from '../new-routes.ts'
import { columnsOf } from '../outline.ts'
import { streamOf } from '../stream.ts'

/** Incidents that are asked of the store at once. */
const PAGE = 1000
/** Rows that are looked up at once. */
const MOST_ROWS = 200

const outline = createRoute({
  method: 'get',
  path: '/incidents/outline',
  summary:
    'the least that a map, a timeline and the order of a table need of all filtered incidents, the latest first: lines of JSON, each with columns of many incidents; the last line says how many there were',
  request: { query: z.object(FILTER_QUERY) },
  responses: { 200: { description: 'lines of JSON, sent as they are found' } },
})

const rows = createRoute({
  method: 'get',
  path: '/incidents/rows',
  summary: 'summaries of incidents by their ids; those that are not there are left out',
  request: {
    query: z.object({
      id: z.preprocess(
        (given) => (typeof given === 'string' ? [given] : given),
        z.array(z.string()).min(1).max(MOST_ROWS),
      ),
    }),
  },
  responses: { 200: { description: 'summaries in the order in which they were asked for' } },
})

const exported = createRoute({
  method: 'get',
  path: '/incidents/export',
  summary: 'all filtered incidents as a file',
  request: { query: z.object({ ...FILTER_QUERY, form: z.enum(INCIDENT_FORMS) }) },
  responses: { 200: { description: 'lines of JSON, a table, or features of RFC 7946' } },
})

/** Many incidents at once. */
export const incidentLists = newRoutes()
  .openapi(outline, (c) => {
    const lines = outlineLines(c.var.site.db, toFilter(c.req.valid('query')), c.var.user.profile)
    return c.body(streamOf(lines), 200, { 'content-type': 'application/x-ndjson' })
  })
  .openapi(rows, async (c) => {
    const { id: ids } = c.req.valid('query')
    const found = await loadSummaries(c.var.site.db, ids)
    const summaries = ids.flatMap((id) => {
      const summary = found.get(id)
      return summary === undefined ? [] : [JSON.parse(summary) as IncidentSummary]
    })
    return answer(c, { rows: summaries })
  })
  .openapi(exported, (c) => {
    const { form, ...query } = c.req.valid('query')
    const { profile } = c.var.user
    const parts = exportParts(c.var.site.db, { form, filter: toFilter(query), profile })
    return c.body(streamOf(parts), 200, {
      'content-type': openIncidentWriter(form).type,
      'content-disposition': `attachment; filename="incidents.${form}"`,
    })
  })

async function* outlineLines(
  db: Db,
  filter: IncidentFilter,
  profile: Profile,
): AsyncGenerator<string> {
  let count = 0
  const pages = allPages<OutlineRow>(
    (after, limit) => listOutline(db, filter, { ...(after && { after }), limit }),
    PAGE,
  )
  for await (const page of pages) {
    count += page.length
    yield `${JSON.stringify(columnsOf(redact(page, profile)))}\n`
  }
  yield `${JSON.stringify({ count })}\n`
}

interface Wanted {
  readonly form: IncidentForm
  readonly filter: IncidentFilter
  readonly profile: Profile
}

async function* exportParts(db: Db, { form, filter, profile }: Wanted): AsyncGenerator<string> {
  const writer = openIncidentWriter(form)
  yield writer.head
  const pages = allPages<IncidentSummary>(
    (after, limit) => listIncidents(db, filter, { ...(after && { after }), limit }),
    PAGE,
  )
  for await (const page of pages)
    yield redact(page, profile)
      .map((incident) => writer.write(incident))
      .join('')
  yield writer.foot
}
