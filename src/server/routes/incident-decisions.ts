import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { joinIncidents, keepApart, undoDecision, type Decider } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { can, type Action } from '../guard/can.ts'
import { newRoutes } from '../new-routes.ts'
import type { Env } from '../site.ts'

const REASON = z.string().trim().min(1).max(1000).optional()
const ID = z.string().min(1).max(200)
/** Most incidents that are joined at once. */
const MOST = 50

const post = <Path extends string, Shape extends z.ZodType>(
  path: Path,
  { summary, schema }: { readonly summary: string; readonly schema: Shape },
) =>
  createRoute({
    method: 'post',
    path,
    summary,
    request: { body: { required: true, content: { 'application/json': { schema } } } },
    responses: { 200: { description: 'the entry of the log, by which it can be undone' } },
  })

const join = post('/incidents/join', {
  summary: 'decides that incidents are one',
  schema: z.strictObject({ ids: z.array(ID).min(2).max(MOST), reason: REASON }),
})

const apart = post('/incidents/apart', {
  summary:
    'decides that two incidents, or an incident and a report of it, or two reports, are not one',
  schema: z.strictObject({ pair: z.tuple([ID, ID]), reason: REASON }),
})

const undo = post('/incidents/undo', {
  summary: 'takes a decision on incidents back',
  schema: z.strictObject({ entry: z.number().int().min(1), reason: REASON }),
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
    at: site.now().toISOString(),
    by: user.name,
    kit: site.link,
    check: (row) => can(user, action, row),
    ...(reason !== undefined && { reason }),
  }
}
