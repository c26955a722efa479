import { createRoute, z } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import {
  ASSIGNMENT_STATES,
  assign,
  listAccounts,
  listAssignments,
  moveAssignment,
  type Db,
} from '../../store/index.ts'
import { answer } from '../answer.ts'
import { doerOf } from '../doer.ts'
import { can, isAllowed } from '../guard/can.ts'
import { jsonBody, newRoutes } from '../new-routes.ts'
import type { UserRole } from '../site.ts'
import { fromCursor, PAGE_QUERY, pageOf } from '../page.ts'

/** Reports that are given to coders at once. */
const MOST_REPORTS = 500

/** Longest note to a coder. */
const LONGEST_NOTE = 2000

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
  summary:
    'says that a coder is done with a report, must look again (with a note that says why), or is ruled upon',
  request: jsonBody({
    ...KEY,
    coder: NAME,
    state: z.enum(ASSIGNMENT_STATES),
    note: z.string().trim().max(LONGEST_NOTE).exactOptional(),
  }),
  responses: { 200: { description: 'the assignment' } },
})

const coders = createRoute({
  method: 'get',
  path: '/coders',
  summary: 'the names of those who may code, where there are accounts',
  responses: { 200: { description: '`{rows}`, names' } },
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
    const made = await site.db.transaction(async (db) => {
      can(user, 'assign')
      const given = c.req.valid('json')
      await refuseStrangers(db, given.coders)
      return assign(db, given, doerOf(c.var))
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
  .openapi(coders, async (c) => {
    can(c.var.user, 'assign')
    return answer(c, { rows: await codersOf(c.var.site.db) })
  })

async function codersOf(db: Db): Promise<string[]> {
  const all = await listAccounts(db)
  return all
    .filter(({ name, role }) =>
      isAllowed({ name, role: role as UserRole }, 'review', { owner: name }),
    )
    .map(({ name }) => name)
}

/** Where there are accounts, only they code: a name that is written wrongly would wait for nobody. */
async function refuseStrangers(db: Db, names: readonly string[]): Promise<void> {
  if ((await listAccounts(db)).length === 0) return
  const known = await codersOf(db)
  const stranger = names.find((name) => !known.includes(name))
  if (stranger !== undefined)
    throw new AscribeError('bad-input', `no account ${stranger} that may code`)
}
