import { createRoute } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import type { Incident, Policy } from '../../records/index.ts'
import {
  incidentHistory,
  listIncidentDecisions,
  listNeighbours,
  loadCompany,
  loadIncidents,
  loadSummary,
  type Db,
} from '../../store/index.ts'
import { answer } from '../answer.ts'
import { BY_ID, newRoutes } from '../new-routes.ts'

/** Most steps of a history, neighbours and decisions that are told. */
const MOST = 30
/** The policies that need no list. */
const POLICIES: readonly Policy[] = ['conservative', 'range', 'latest', 'majority-of-origins']

const company = createRoute({
  method: 'get',
  path: '/incidents/{id}/reports',
  summary: 'the reports of an incident, which copies which, and what links their events',
  request: BY_ID,
  responses: { 200: { description: 'reports, copies and links' } },
})

const policies = createRoute({
  method: 'get',
  path: '/incidents/{id}/policies',
  summary: 'the tolls of an incident under each policy that needs no list',
  request: BY_ID,
  responses: { 200: { description: 'by policy the tolls by harm' } },
})

const history = createRoute({
  method: 'get',
  path: '/incidents/{id}/history',
  summary: `what the last ${MOST} entries of the log changed in an incident`,
  request: BY_ID,
  responses: { 200: { description: 'steps, the last first' } },
})

const near = createRoute({
  method: 'get',
  path: '/incidents/{id}/near',
  summary: 'incidents that may be the same, with what speaks for it',
  request: BY_ID,
  responses: {
    200: { description: 'those that links lead to, then those near in time and place' },
  },
})

const decisions = createRoute({
  method: 'get',
  path: '/incidents/{id}/decisions',
  summary: 'what was decided on the events of an incident, the last first',
  request: BY_ID,
  responses: { 200: { description: 'decisions, undone ones too' } },
})

/** The tolls of an incident under a policy. */
export interface PolicyTolls {
  readonly policy: Policy
  readonly figures: Incident['figures']
}

/** What belongs to one incident, each asked for when it is looked at. */
export const incidentParts = newRoutes()
  .openapi(company, async (c) =>
    answer(c, await loadCompany(c.var.site.db, await idOf(c.var.site.db, c.req.valid('param').id))),
  )
  .openapi(policies, async (c) => {
    const { db } = c.var.site
    const found = await loadIncidents(db, c.req.valid('param').id, POLICIES)
    if (!found) throw missing(c.req.valid('param').id)
    const tolls = found.flatMap(({ figures }, i): PolicyTolls[] => {
      const policy = POLICIES[i]
      return policy === undefined ? [] : [{ policy, figures }]
    })
    return answer(c, tolls)
  })
  .openapi(history, async (c) => {
    const { db } = c.var.site
    const id = await idOf(db, c.req.valid('param').id)
    return answer(c, { rows: await incidentHistory(db, id, MOST) })
  })
  .openapi(near, async (c) => {
    const { db } = c.var.site
    const id = await idOf(db, c.req.valid('param').id)
    return answer(c, { rows: await listNeighbours(db, id, MOST) })
  })
  .openapi(decisions, async (c) => {
    const { db } = c.var.site
    const id = await idOf(db, c.req.valid('param').id)
    return answer(c, { rows: await listIncidentDecisions(db, id, MOST) })
  })

/** The present id of an incident. */
async function idOf(db: Db, id: string): Promise<string> {
  const summary = await loadSummary(db, id)
  if (!summary) throw missing(id)
  return summary.id
}

function missing(id: string): AscribeError {
  return new AscribeError('not-found', `no incident ${id} in the store`)
}
