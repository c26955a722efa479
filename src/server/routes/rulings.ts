import { createRoute, z } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import type { ReviewDecision } from '../../records/index.ts'
import { codedUnits, concordOf, type CodedUnit, type Concord } from '../../review/index.ts'
import {
  listAssignmentsOf,
  listReviewDecisions,
  listRulingGroups,
  listRulings,
  loadReading,
  ruleReview,
  type Assignment,
} from '../../store/index.ts'
import { answer } from '../answer.ts'
import { isBlindIn } from '../blind.ts'
import { DECIDED } from '../decided.ts'
import { doerOf } from '../doer.ts'
import { can, isAllowed } from '../guard/can.ts'
import { BY_VERSION, jsonBody, newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, pageOf } from '../page.ts'
import { IF_MATCH, seenUpTo, tagOf } from '../seen.ts'

/** One thing that two coded, with what was ruled on it. */
export interface RuledUnit extends CodedUnit {
  readonly concord: Concord
  readonly ruling?: ReviewDecision
}

/** Two codings of a report, side by side. */
export interface Codings {
  readonly report: string
  readonly version: number
  readonly title?: string
  readonly text: string
  readonly assignments: readonly Assignment[]
  readonly units: readonly RuledUnit[]
}

const codings = createRoute({
  method: 'get',
  path: '/reports/{id}/codings',
  summary: 'what the two coders of a report said, side by side, once both are done',
  request: BY_VERSION,
  responses: { 200: { description: 'the units, each with both codes and the ruling' } },
})

const rule = createRoute({
  method: 'post',
  path: '/rulings',
  summary:
    'rules between the coders of one report, on exactly these records; undone like decisions',
  request: { ...IF_MATCH, ...jsonBody(DECIDED) },
  responses: { 200: { description: 'decisions, as they are kept' } },
})

const feed = createRoute({
  method: 'get',
  path: '/rulings',
  summary: 'what was ruled, the latest first: coders see the reports that they coded',
  request: { query: z.object(PAGE_QUERY) },
  responses: { 200: { description: 'a page of rulings' } },
})

/** Two codings of one report, and what is ruled between them. */
export const rulings = newRoutes()
  .openapi(codings, async (c) => {
    const { site, user } = c.var
    const reading = await loadReading(
      site.db,
      c.req.valid('param').id,
      c.req.valid('query').version,
    )
    if (!reading) throw new AscribeError('not-found', 'no such report in the store')
    const { id: report, version = 1, title, text } = reading.report
    const assignments = await listAssignmentsOf(site.db, report, version)
    const [one, other] = assignments
    if (!one || !other) throw new AscribeError('not-found', `${report} is not coded twice`)
    if (isBlindIn(assignments, user))
      throw new AscribeError('forbidden', 'what others say is hidden until both are done')
    if (!assignments.some(({ coder }) => coder === user.name)) can(user, 'see-coding')
    const decisions = await listReviewDecisions(site.db, report, version)
    const groups = new Set(await listRulingGroups(site.db, report, version))
    const ruled = rulingsAmong(decisions, groups)
    const coded = codedUnits({
      reading,
      decisions: decisions.filter(({ group }) => !groups.has(group)),
      coders: [one.coder, other.coder],
    })
    const units = coded.map((unit): RuledUnit => {
      const ruling = ruled.get(unit.part.id)
      return { ...unit, concord: concordOf(unit), ...(ruling && { ruling }) }
    })
    const shown = {
      report,
      version,
      text,
      assignments,
      units,
      ...(title !== undefined && { title }),
    }
    c.header('etag', tagOf(decisions))
    return answer(c, shown satisfies Codings)
  })
  .openapi(rule, async (c) => {
    const { site, user } = c.var
    const reviewer = { ...doerOf(c.var), may: () => can(user, 'adjudicate') }
    const seen = seenUpTo(c.req.valid('header')['if-match'], user)
    return answer(c, await ruleReview(site.db, { ...c.req.valid('json'), ...seen }, reviewer))
  })
  .openapi(feed, async (c) => {
    const { limit, cursor } = c.req.valid('query')
    const { site, user } = c.var
    const before = fromCursor(cursor, z.tuple([z.int(), z.int()]))
    const coder = isAllowed(user, 'adjudicate') ? undefined : user.name
    const rows = await listRulings(site.db, coder, { ...(before && { before }), limit: limit + 1 })
    return answer(
      c,
      pageOf(rows, limit, ({ decision, place }) => [decision.entry, place]),
    )
  })

/** The last ruling on each record that stands. */
function rulingsAmong(
  decisions: readonly ReviewDecision[],
  groups: ReadonlySet<string>,
): Map<string, ReviewDecision> {
  const standing = decisions.filter(
    ({ undone, group }) => undone === undefined && groups.has(group),
  )
  return new Map(standing.map((decision) => [decision.record, decision]))
}
