import { createRoute, z } from '@hono/zod-openapi'
import { ASSIGNMENT_STATES, assign, listAssignments, moveAssignment } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { doerOf } from '../doer.ts'
import { can, isAllowed } from '../guard/can.ts'
import { jsonBody, newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, pageOf } from '../page.ts'

/** Reports that are given to coders at once. */
const MOST_REPORTS = 500

const NAME = z.string().trim().min(1).max(100)
const KEY = { report: z.string(), version: z.int().min(1) }

const list = createRoute({
  method: 'get',
  path: '/assignments',
  summary: 'who codes what, the latest first; coders see their own',
  request: { query: z.object({ ...PAGE_QUERY, coder: NAME.optional() }) },
  responses: { 200: { description: 'a page of assignments' } },
})

const give = createRoute({
  method: 'post',
  path: '/assignments',
  summary: 'gives reports to coders, blind to each other until both are done',
  request: jsonBody({
    reports: z.array(z.strictObject(KEY)).min(1).max(MOST_REPORTS),
    coders: z.array(NAME).min(1).max(2),
  }),
  responses: { 200: { description: 'those that are new' } },
})

const move = createRoute({
  method: 'post',
  path: '/assignments/state',
  summary: 'says that a coder is done with a report, must look again, or is ruled upon',
  request: jsonBody({ ...KEY, coder: NAME, state: z.enum(ASSIGNMENT_STATES) }),
  responses: { 200: { description: 'the assignment' } },
})

/** Who codes which report. */
export const assignments = newRoutes()
  .openapi(list, async (c) => {
    const { limit, cursor, coder } = c.req.valid('query')
    const { site, user } = c.var
    const seesAll = isAllowed(user, 'assign')
    const after = fromCursor(cursor, z.tuple([z.int(), z.string()]))
    const rows = await listAssignments(site.db, seesAll ? coder : user.name, {
      ...(after && { after }),
      limit: limit + 1,
    })
    return answer(
      c,
      pageOf(rows, limit, (row) => [row.entry, row.coder]),
    )
  })
  .openapi(give, async (c) => {
    const { site, user } = c.var
    const made = await site.db.transaction((db) => {
      can(user, 'assign')
      return assign(db, c.req.valid('json'), doerOf(c.var))
    })
    return answer(c, { rows: made })
  })
  .openapi(move, async (c) => {
    const { site, user } = c.var
    const wanted = c.req.valid('json')
    const moved = await moveAssignment(site.db, wanted, {
      ...doerOf(c.var),
      may: ({ coder }) => {
        if (wanted.state === 'done') can(user, 'review', { owner: coder })
        else can(user, 'adjudicate', { owner: coder })
        if (wanted.state === 'done' && coder !== user.name) can(user, 'assign')
      },
    })
    return answer(c, moved)
  })
