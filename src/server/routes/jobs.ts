import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AscribeError } from '../../base/errors.ts'
import { isDay, parseReportInput } from '../../ingest/index.ts'
import {
  dropWaiting,
  listItems,
  listJobs,
  loadJob,
  retryFailed,
  updateJob,
  type Db,
  type Job,
} from '../../store/index.ts'
import { can, isAllowed, type Action } from '../guard/can.ts'
import { takeFile, takeReport, type Handing } from '../jobs/take.ts'
import { BY_ID, jsonBody, newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, pageOf } from '../page.ts'
import type { Env, User } from '../site.ts'

const JOB = { 200: { description: 'a job, how far it is' } }
const WORDS = z.string().max(1000).optional()

const intake = createRoute({
  method: 'post',
  path: '/intake',
  summary: 'adds a report whose text is given; it is read by a job',
  request: jsonBody({
    text: z.string(),
    title: WORDS,
    outlet: WORDS,
    publishedAt: WORDS,
    uri: WORDS,
  }),
  responses: JOB,
})

const upload = createRoute({
  method: 'post',
  path: '/uploads',
  summary:
    'adds the reports of a file (text, JSON, NDJSON, by the ending of its name), sent as it is; they are read by a job',
  request: {
    query: z.object({
      name: z.string().min(1).max(1000).openapi({ description: 'of the file' }),
      job: z.string().optional().openapi({ description: 'a job to which it is added' }),
      outlet: z.string().optional().openapi({ description: 'where a report names none' }),
      date: z
        .string()
        .refine(isDay, 'a day is written 2024-03-04')
        .optional()
        .openapi({ description: 'when it was published, where a report does not say' }),
    }),
    // The body is read as it comes, and not checked here.
  },
  responses: JOB,
})

const list = createRoute({
  method: 'get',
  path: '/jobs',
  summary: 'the latest jobs: one’s own, or all of them for who may steer them',
  responses: { 200: { description: '`{rows}`' } },
})

const show = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'how far a job is',
  request: BY_ID,
  responses: JOB,
})

const items = createRoute({
  method: 'get',
  path: '/jobs/{id}/items',
  summary: 'what a job could not read, with the reason, or what it read',
  request: {
    ...BY_ID,
    query: z.object({ ...PAGE_QUERY, state: z.enum(['failed', 'done']).default('failed') }),
  },
  responses: { 200: { description: 'a page of items' } },
})

/** How a job is steered: what that does to it. */
const STEERS: Readonly<Record<string, (db: Db, job: Job, at: string) => Promise<unknown>>> = {
  pause: (db, { id }, at) => updateJob(db, id, { state: 'paused', at }),
  resume: (db, { id }, at) => updateJob(db, id, { state: 'running', at }),
  async cancel(db, { id }, at) {
    await updateJob(db, id, { state: 'cancelled', at })
    await dropWaiting(db, id)
  },
  async retry(db, { id }, at) {
    await retryFailed(db, id)
    await updateJob(db, id, { state: 'running', at })
  },
}

const steer = createRoute({
  method: 'post',
  path: '/jobs/{id}/{how}',
  summary:
    'pauses a job, resumes it, cancels what waits of it, or tries again what could not be read',
  request: {
    params: z.object({ id: z.string(), how: z.enum(['pause', 'resume', 'cancel', 'retry']) }),
  },
  responses: JOB,
})

/** How many jobs are listed. */
const LISTED = 50

/** Reports that are handed over, and the jobs that read them. */
export const jobs = newRoutes()
  .openapi(intake, async (c) => {
    const given = c.req.valid('json')
    const report = parseReportInput(given, 'the text')
    const item = { where: 'the text', bytes: Buffer.byteLength(given.text), report }
    const id = await takeReport(handingOf(c), item)
    return c.json(await need(c, 'see-job', id))
  })
  .openapi(upload, async (c) => {
    const { name, job, outlet, date } = c.req.valid('query')
    const options = {
      ...(outlet !== undefined && { outlet }),
      ...(date !== undefined && { date }),
    }
    const chunks = (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>
    const handing = { ...handingOf(c), options, ...(job !== undefined && { job }) }
    const id = await takeFile(handing, { name, chunks })
    return c.json(await need(c, 'see-job', id))
  })
  .openapi(list, async (c) => {
    const { site, user } = c.var
    can(user, 'add-report')
    const own = isAllowed(user, 'see-job', {}) ? {} : { owner: user.name }
    return c.json({ rows: await listJobs(site.db, { ...own, limit: LISTED }) })
  })
  .openapi(show, async (c) => c.json(await need(c, 'see-job', c.req.valid('param').id)))
  .openapi(items, async (c) => {
    const { limit, cursor, state } = c.req.valid('query')
    const job = await need(c, 'see-job', c.req.valid('param').id)
    const after = fromCursor(cursor, z.number().int().min(0)) ?? 0
    const rows = await listItems(c.var.site.db, { job: job.id, state }, { after, limit: limit + 1 })
    return c.json(pageOf(rows, limit, () => after + limit))
  })
  .openapi(steer, async (c) => {
    const { id, how } = c.req.valid('param')
    const { site } = c.var
    const job = await site.db.transaction(async (db) => {
      const found = checked(c.var.user, 'steer-job', { id, job: await loadJob(db, id) })
      if (found.state === 'cancelled') throw new AscribeError('conflict', `job ${id} was cancelled`)
      await STEERS[how]?.(db, found, site.now().toISOString())
      return loadJob(db, id)
    })
    return c.json(job)
  })

function handingOf(c: Context<Env>): Handing {
  return { site: c.var.site, user: c.var.user, options: {} }
}

/** A job that whoever asks may see or steer. */
async function need(c: Context<Env>, action: Action, id: string): Promise<Job> {
  return checked(c.var.user, action, { id, job: await loadJob(c.var.site.db, id) })
}

function checked(
  user: User,
  action: Action,
  { id, job }: { readonly id: string; readonly job: Job | undefined },
): Job {
  if (!job) throw new AscribeError('not-found', `no job ${id}`)
  can(user, action, { owner: job.owner })
  return job
}
