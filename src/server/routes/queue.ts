import { createRoute, z } from '@hono/zod-openapi'
import { listQueue, queueRest } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { isAllowed } from '../guard/can.ts'
import { newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, pageOf } from '../page.ts'

const stage = z.enum(['unreviewed', 'in-work', 'done', 'returned'])
const why = z.enum(['disagreement', 'harm', 'unsure', 'changed', 'new-outlet', 'nothing-read'])

const list = createRoute({
  method: 'get',
  path: '/queue',
  summary: 'reports to review, those first that a look is worth most at, and why',
  request: {
    query: z.object({
      ...PAGE_QUERY,
      stage: z.array(stage).or(stage).optional(),
      outlet: z.array(z.string()).or(z.string()).optional(),
      why: z.array(why).or(why).optional(),
      words: z.string().max(500).optional(),
    }),
  },
  responses: { 200: { description: 'a page of reports' } },
})

/** What waits for a decision. */
export const queue = newRoutes().openapi(list, async (c) => {
  const { limit, cursor, stage, outlet, why, words } = c.req.valid('query')
  const { user, site } = c.var
  const { db } = site
  const reader = { name: user.name, seesCodings: isAllowed(user, 'see-coding', { owner: '' }) }
  const after = fromCursor(cursor, z.object({ worth: z.number(), id: z.string() }))
  if (!after) await queueRest(db)
  const filter = {
    ...(stage !== undefined && { stages: [stage].flat() }),
    ...(outlet !== undefined && { outlets: [outlet].flat() }),
    ...(why !== undefined && { reasons: [why].flat() }),
    ...(words !== undefined && words.trim() !== '' && { words }),
  }
  const rows = await listQueue(db, filter, { ...(after && { after }), limit: limit + 1, reader })
  return answer(
    c,
    pageOf(rows, limit, ({ worth, id }) => ({ worth, id })),
  )
})
