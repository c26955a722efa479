import { createRoute } from '@hono/zod-openapi'
import {
  agreementOf,
  newRandom,
  type CodedReport,
  type FieldAgreement,
} from '../../review/index.ts'
import {
  listCodedTwice,
  listReviewDecisions,
  listRulingGroups,
  loadReading,
  type Db,
} from '../../store/index.ts'
import { answer } from '../answer.ts'
import { can } from '../guard/can.ts'
import { newRoutes } from '../new-routes.ts'

/** How far coders agree, over the reports that two of them are done with. */
export interface Agreement {
  readonly reports: number
  readonly fields: readonly FieldAgreement[]
}

/** Reports that are counted: the latest. */
const MOST_REPORTS = 200
/** The same decisions give the same interval. */
const DRAWING = { times: 1000, seed: 1 }

const show = createRoute({
  method: 'get',
  path: '/agreement',
  summary: 'how far coders agree, field by field, over the last reports that two are done with',
  responses: { 200: { description: 'kappa, alpha and alpha of spans, with n and intervals' } },
})

/** How far coders agree. */
export const agreement = newRoutes().openapi(show, async (c) => {
  const { site, user } = c.var
  can(user, 'see-coding')
  const reports = await codedReports(site.db)
  const { times, seed } = DRAWING
  const fields = agreementOf(reports, { times, random: newRandom(seed) })
  return answer(c, { reports: reports.length, fields } satisfies Agreement)
})

async function codedReports(db: Db): Promise<CodedReport[]> {
  const found: CodedReport[] = []
  for (const { report, version, coders } of await listCodedTwice(db, MOST_REPORTS)) {
    const [one, other] = coders
    const reading = await loadReading(db, report, version)
    if (!reading || one === undefined || other === undefined) continue
    const groups = new Set(await listRulingGroups(db, report, version))
    const decisions = await listReviewDecisions(db, report, version)
    found.push({
      reading,
      decisions: decisions.filter(({ group }) => !groups.has(group)),
      coders: [one, other],
    })
  }
  return found
}
