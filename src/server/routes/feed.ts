import { setTimeout as wait } from 'node:timers/promises'
import { createRoute, z } from '@hono/zod-openapi'
import { listFeed, loadLastEntry, type Db, type FeedEntry } from '../../store/index.ts'
import { newRoutes } from '../new-routes.ts'

/** What was done since a screen asked last. */
export interface Feed {
  /** The log's last entry: what to ask behind next time. */
  readonly last: number
  readonly entries: readonly FeedEntry[]
}

const feed = createRoute({
  method: 'get',
  path: '/feed',
  summary:
    'what was done behind an entry of the log; where nothing was, the answer waits for it a while. Without `since` only where the log ends',
  request: { query: z.object({ since: z.coerce.number().int().min(0).optional() }) },
  responses: { 200: { description: '`{last, entries: [{entry, at, by, kind, report?}]}`' } },
})

/** How long an answer waits, in milliseconds, and how often it looks. */
const PATIENCE = 20_000
const PAUSE = 500
/** Most entries of an answer. */
const MOST = 500

/** What others do, for screens that show it. */
export const changeFeed = newRoutes().openapi(feed, async (c) => {
  const { since } = c.req.valid('query')
  const { db } = c.var.site
  if (since === undefined) return c.json({ last: await lastOf(db), entries: [] } satisfies Feed)
  const end = Date.now() + PATIENCE
  const { signal } = c.req.raw
  while (!signal.aborted && (await lastOf(db)) <= since && Date.now() < end) await wait(PAUSE)
  // Whoever asked has gone, and the store may be closed.
  const entries = signal.aborted ? [] : await listFeed(db, since, MOST)
  return c.json({ last: entries.at(-1)?.entry ?? since, entries } satisfies Feed)
})

/** What is being looked up for all who wait: one look for all of them. */
const looks = new WeakMap<Db, Promise<number>>()

function lastOf(db: Db): Promise<number> {
  const running = looks.get(db)
  if (running) return running
  const look = loadLastEntry(db)
  looks.set(db, look)
  const forget = (): void => void setTimeout(() => looks.delete(db), PAUSE / 2).unref()
  look.then(forget, () => looks.delete(db))
  return look
}
