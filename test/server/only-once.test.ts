import { createRoute, z } from '@hono/zod-openapi'
import { afterAll, describe, expect, test } from 'vitest'
import { jsonBody, newRoutes } from '../../src/server/new-routes.ts'
import { makeApp } from '../../src/server/index.ts'
import { AscribeError } from '../../src/base/errors.ts'
import { asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { openSite } from '../support/site.ts'

describe.each(STORES)('what is sent twice, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  afterAll(() => site.db.close())
  await site.db.script('create table done (what text not null)')

  const change = createRoute({
    method: 'post',
    path: '/change',
    request: jsonBody({ what: z.string() }),
    responses: { 200: { description: 'how many were done' } },
  })
  /** A change as our routes make them: in one transaction. */
  const changes = newRoutes().openapi(change, async (c) => {
    const { what } = c.req.valid('json')
    return c.var.site.db.transaction(async (db) => {
      await db.query('insert into done values ($1)', [what])
      if (what === 'wrong') throw new AscribeError('conflict', 'somebody was quicker')
      const [row] = await db.query<{ count: number }>('select count(*)::int as count from done')
      return c.json(row as { count: number })
    })
  })
  const { post } = asker(makeApp(site, [changes]))
  const once = (key: string, what: string) =>
    post('/api/change', { what }, { 'idempotency-key': key })
  const count = async (): Promise<number> => (await site.db.query('select from done')).length

  test('a change that is sent again is answered again, and done once', async () => {
    const [first, again] = [await once('a-first-key', 'one'), await once('a-first-key', 'one')]
    expect(await first.json()).toEqual({ count: 1 })
    expect(await again.json()).toEqual({ count: 1 })
    expect(again.status).toBe(200)
    expect(await count()).toBe(1)
  })

  test('of twenty that are sent at the same time one is done', async () => {
    const before = await count()
    const all = await Promise.all(Array.from({ length: 20 }, () => once('many-at-once', 'two')))
    const answers = await Promise.all(all.map((answer) => answer.text()))
    expect(new Set(answers).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  test('what was refused leaves nothing, and may be tried again under its key', async () => {
    const before = await count()
    for (let i = 0; i < 2; i += 1) {
      const refused = await once('refused-key', 'wrong')
      expect(refused.status).toBe(409)
      expect(await refused.json()).toMatchObject({ code: 'conflict' })
    }
    expect(await count()).toBe(before)
  })

  test('a key belongs to one change, and is one', async () => {
    expect((await once('a-first-key', 'another')).status).toBe(400)
    expect((await once('!', 'one')).status).toBe(400)
  })

  test('answers with secrets are not kept: such changes take no key', async () => {
    const headers = { 'idempotency-key': 'a-second-key' }
    for (const path of ['/api/session', '/api/tokens', '/api/password', '/api/accounts'])
      expect((await post(path, {}, headers)).status).toBe(400)
    const kept = await site.db.query<{ key: string }>('select key from request_key order by key')
    expect(kept.map(({ key }) => key)).toEqual(['a-first-key', 'many-at-once'])
  })
})
