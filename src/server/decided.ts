import { z } from '@hono/zod-openapi'
import { newReviewDecisionSchema } from '../records/index.ts'

/** Most decisions at once: more than one report has values. */
const MOST = 5000

/** How what is done at once is named. */
export const GROUP = z
  .uuid()
  .describe('names what is done at once: sent again, it is not done again')

/** What is decided on records at once. */
export const DECIDED = {
  group: GROUP,
  decisions: z.array(newReviewDecisionSchema).min(1).max(MOST),
}
