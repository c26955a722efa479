import { createRoute, z } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import { loadReading } from '../../store/index.ts'
import { answer } from '../answer.ts'
import { BY_ID, newRoutes } from '../new-routes.ts'
import { wordsAround } from '../words-around.ts'

const show = createRoute({
  method: 'get',
  path: '/reports/{id}/words',
  summary: 'the words at a span of a report, with those around them',
  request: {
    ...BY_ID,
    query: z.object({
      start: z.coerce.number().int().min(0),
      end: z.coerce.number().int().min(1),
      in: z.literal('title').optional(),
      version: z.coerce.number().int().min(1).optional(),
    }),
  },
  responses: { 200: { description: 'the words, and what stands before and behind them' } },
})

/** Words of reports. */
export const words = newRoutes().openapi(show, async (c) => {
  const { id } = c.req.valid('param')
  const { start, end, version, in: part } = c.req.valid('query')
  const reading = await loadReading(c.var.site.db, id, version)
  if (!reading) throw new AscribeError('not-found', `no report ${id} in the store`)
  const { title, outlet, publishedAt, text: body } = reading.report
  const text = part === 'title' ? (title ?? '') : body
  if (start >= end || end > text.length)
    throw new AscribeError('bad-usage', `${start} to ${end}: no words of report ${id}`)
  return answer(c, {
    report: { id, title, outlet, publishedAt },
    ...wordsAround(text, { start, end }),
  })
})
