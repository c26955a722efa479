import { createRoute } from '@hono/zod-openapi'
import { answer } from '../answer.ts'
import { newRoutes } from '../new-routes.ts'

const list = createRoute({
  method: 'get',
  path: '/kinds',
  summary: 'the kinds of events that the codebook knows',
  responses: { 200: { description: 'their names, in order' } },
})

/** What events may be. */
export const kinds = newRoutes().openapi(list, (c) =>
  answer(c, [...c.var.site.verify.kinds].sort()),
)
