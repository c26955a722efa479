import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { NewReviewDecision, Problem, Verdict } from '../../src/server/api.ts'
import { makeApp } from '../../src/server/index.ts'
import { assign, decideReview, loadReading } from '../../src/store/index.ts'
import { asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, NOW, openSite } from '../support/site.ts'

describe.each(STORES)('decisions that clash, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  afterAll(() => site.db.close())
  const { get, post } = asker(makeApp(site))
  const TEXT = 'A bomb killed two people in Darun on Monday.'
  await fill(site, [
    { id: 'one', text: TEXT, publishedAt: '2024-03-06' },
    { id: 'blind', text: TEXT, publishedAt: '2024-03-07' },
  ])
  const eventOf = async (report: string): Promise<string> =>
    (await loadReading(site.db, report))?.events[0]?.id ?? ''

  const on = async (
    report: string,
    part: string,
    verdict: Verdict,
  ): Promise<NewReviewDecision> => ({
    ...{ report, version: 1, verdict },
    record: [await eventOf(report), part].filter((name) => name !== '').join('/'),
  })
  const ben = (decision: NewReviewDecision) =>
    decideReview(site.db, { group: randomUUID(), decisions: [decision] }, { at: NOW, by: 'ben' })
  const decide = (decision: NewReviewDecision, tag?: string) =>
    post(
      '/api/decisions',
      { group: randomUUID(), decisions: [decision] },
      tag === undefined ? {} : { 'if-match': tag },
    )
  const tagOf = async (report: string): Promise<string> =>
    (await get(`/api/reports/${report}/decisions`)).headers.get('etag') ?? ''

  test('what somebody else decided otherwise since is told with both, and nothing is kept', async () => {
    const tag = await tagOf('one')
    await ben(await on('one', 'kind', 'accept'))
    const mine = await on('one', 'kind', 'reject')
    const refused = await decide(mine, tag)
    expect(refused.status).toBe(409)
    const { code, details } = (await refused.json()) as Problem
    expect(code).toBe('conflict')
    expect(details).toMatchObject({
      conflicts: [{ yours: { verdict: 'reject' }, theirs: { by: 'ben', verdict: 'accept' } }],
    })
    const { upTo } = details as { upTo: number }
    expect(`"${upTo}"`).toBe(await tagOf('one'))
    // Whoever has seen it may say otherwise: then both stand.
    expect((await decide(mine, `"${upTo}"`)).status).toBe(200)
  })

  test('who says the same, leaves it for later, or speaks of something else is not asked', async () => {
    const tag = await tagOf('one')
    await ben(await on('one', 'status', 'accept'))
    expect((await decide(await on('one', 'kind', 'reject'), tag)).status).toBe(200)
    expect((await decide(await on('one', 'status', 'skip'), tag)).status).toBe(200)
    expect((await decide(await on('one', 'status', 'accept'), tag)).status).toBe(200)
  })

  test('who does not say what they have seen is not asked, and what is no tag is refused', async () => {
    await ben(await on('one', '', 'accept'))
    expect((await decide(await on('one', '', 'reject'), 'W/"x"')).status).toBe(400)
    expect((await decide(await on('one', '', 'reject'))).status).toBe(200)
  })

  test('a blind coder hears nothing of what the other said', async () => {
    const coders = ['analyst', 'ben'] as const
    await assign(
      site.db,
      { reports: [{ report: 'blind', version: 1 }], coders },
      { at: NOW, by: 'rosa' },
    )
    const tag = await tagOf('blind')
    await ben(await on('blind', 'kind', 'accept'))
    expect(await tagOf('blind')).toBe(tag)
    expect((await decide(await on('blind', 'kind', 'reject'), tag)).status).toBe(200)
  })
})
