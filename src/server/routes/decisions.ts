import { createRoute } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import { decideReview, listReviewDecisions, redoReview, undoReview } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { seenBy } from '../blind.ts'
import { DECIDED, GROUP } from '../decided.ts'
import { BY_VERSION, jsonBody, newRoutes } from '../new-routes.ts'
import { reviewerOf } from '../reviewer.ts'
import { IF_MATCH, seenUpTo, tagOf } from '../seen.ts'

const listed = { 200: { description: 'decisions, as they are kept' } }

const list = createRoute({
  method: 'get',
  path: '/reports/{id}/decisions',
  summary: 'what reviewers decided on the records of a report, in the order of the log',
  request: BY_VERSION,
  responses: listed,
})

const decide = createRoute({
  method: 'post',
  path: '/decisions',
  summary: 'decides on exactly these records, on all of them or on none',
  request: { ...IF_MATCH, ...jsonBody(DECIDED) },
  responses: listed,
})

const turn = jsonBody({ group: GROUP.optional() })

const undo = createRoute({
  method: 'post',
  path: '/decisions/undo',
  summary: 'takes back what was decided at once: the group that is named, or one’s last',
  request: turn,
  responses: listed,
})

const redo = createRoute({
  method: 'post',
  path: '/decisions/redo',
  summary: 'lets stand again what was undone: the group that is named, or what one undid last',
  request: turn,
  responses: listed,
})

/** What reviewers decide on records. */
export const decisions = newRoutes()
  .openapi(list, async (c) => {
    const { id } = c.req.valid('param')
    const { version } = c.req.valid('query')
    const { site, user } = c.var
    const all = await listReviewDecisions(site.db, id, version)
    const decisions = await seenBy(user, all, site.db)
    c.header('etag', tagOf(decisions))
    return answer(c, decisions)
  })
  .openapi(decide, async (c) => {
    const group = c.req.valid('json')
    const { db, verify } = c.var.site
    for (const { record, value } of group.decisions)
      if (value && 'kind' in value && !verify.kinds.has(value.kind))
        throw new AscribeError('bad-input', `${record}: ${value.kind} is no kind of event`)
    const seen = seenUpTo(c.req.valid('header')['if-match'], c.var.user)
    return answer(c, await decideReview(db, { ...group, ...seen }, reviewerOf(c, 'review')))
  })
  .openapi(undo, async (c) => {
    const { group } = c.req.valid('json')
    return answer(c, await undoReview(c.var.site.db, group, reviewerOf(c, 'undo-review')))
  })
  .openapi(redo, async (c) => {
    const { group } = c.req.valid('json')
    return answer(c, await redoReview(c.var.site.db, group, reviewerOf(c, 'undo-review')))
  })
