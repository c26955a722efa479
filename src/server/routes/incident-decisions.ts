import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { joinIncidents, keepApart, undoDecision, type Decider } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { doerOf } from '../doer.ts'
import { can, type Action } from '../guard/can.ts'
import { jsonBody, newRoutes } from '../new-routes.ts'
import type { Env } from '../site.ts'

const REASON = z.string().trim().min(1).max(1000).optional()
const ID = z.string().min(1).max(200)
/** Most incidents that are joined at once. */
const MOST = 50

const post = <Path extends string, Shape extends z.core.$ZodLooseShape>(
  path: Path,
  { summary, shape }: { readonly summary: string; readonly shape: Shape },
) =>
  createRoute({
    method: 'post',
    path,
    summary,
    request: jsonBody({ ...shape, reason: REASON }),
    responses: { 200: { description: 'the entry of the log, by which it can be undone' } },
  })

const join = post('/incidents/join', {
  summary: 'decides that incidents are one',
  shape: { ids: z.array(ID).min(2).max(MOST) },
})

const apart = post('/incidents/apart', {
  summary:
    'decides that two incidents, or an incident and a report of it, or two reports, are not one',
  shape: { pair: z.tuple([ID, ID]) },
})

const undo = post('/incidents/undo', {
  summary: 'takes a decision on incidents back',
  shape: { entry: z.number().int().min(1) },
})

/** What people decide on incidents. */
export const incidentDecisions = newRoutes()
  .openapi(join, async (c) => {
    const { ids, reason } = c.req.valid('json')
    return answer(c, {
      entry: await joinIncidents(c.var.site.db, ids, deciderOf(c, 'link', reason)),
    })
  })
  .openapi(apart, async (c) => {
    const { pair, reason } = c.req.valid('json')
    return answer(c, { entry: await keepApart(c.var.site.db, pair, deciderOf(c, 'link', reason)) })
  })
  .openapi(undo, async (c) => {
    const { entry, reason } = c.req.valid('json')
    const decider = deciderOf(c, 'undo-link', reason)
    return answer(c, { entry: await undoDecision(c.var.site.db, entry, decider) })
  })

function deciderOf(c: Context<Env>, action: Action, reason: string | undefined): Decider {
  const { site, user } = c.var
  return {
    ...doerOf(c.var),
    kit: site.link,
    check: (row) => can(user, action, row),
    ...(reason !== undefined && { reason }),
  }
}
