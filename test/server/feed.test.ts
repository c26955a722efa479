import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Feed } from '../../src/server/api.ts'
import { makeApp } from '../../src/server/index.ts'
import { asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, openSite } from '../support/site.ts'

describe.each(STORES)('what others do, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  afterAll(() => site.db.close())
  const { get, post } = asker(makeApp(site))
  await fill(site, [
    { id: 'one', text: 'A bomb killed two people in Darun on Monday.', publishedAt: '2024-03-06' },
  ])

  const lastEntry = async (): Promise<number> =>
    ((await (await get('/api/feed')).json()) as Feed).last

  test('the feed says which report a decision is on, also where it is taken back and called back', async () => {
    const last = await lastEntry()
    const group = randomUUID()
    const decisions = [{ report: 'one', version: 1, record: 'one', verdict: 'accept' }]
    for (const [path, body] of [
      ['/api/decisions', { group, decisions }],
      ['/api/decisions/undo', { group }],
      ['/api/decisions/redo', { group }],
      ['/api/decisions/undo', { group }],
    ] as const)
      expect((await post(path, body)).status).toBe(200)
    const { entries } = (await (await get(`/api/feed?since=${last}`)).json()) as Feed
    expect(entries.map(({ kind, report }) => [kind, report])).toEqual([
      ['review', 'one'],
      ['undo-review', 'one'],
      ['undo-review', 'one'],
      ['undo-review', 'one'],
    ])
  })
})
