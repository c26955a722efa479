import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp } from '../../src/server/index.ts'
import type { Reading, ReviewDecision } from '../../src/server/api.ts'
import { asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, openSite } from '../support/site.ts'

describe.each(STORES)('decisions of reviewers, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const api = asker(makeApp(site), {}, '/api')
  const TEXT = 'A bomb killed two people in Darun on Monday.'

  beforeAll(() => fill(site, [{ id: 'one', text: TEXT, publishedAt: '2024-03-06' }]))
  afterAll(() => site.db.close())

  async function ask<Answer>(path: string, body?: object): Promise<[number, Answer]> {
    const response = await (body ? api.post(path, body) : api.get(path))
    return [response.status, (await response.json()) as Answer]
  }

  test('what is decided is listed, undone and stands again', async () => {
    const [, reading] = await ask<Reading>('/reports/one')
    const record = reading.events[0]?.id ?? ''
    const decision = { report: 'one', version: 1, record, verdict: 'accept' }
    const sent = { group: randomUUID(), decisions: [decision] }
    const [status, kept] = await ask<ReviewDecision[]>('/decisions', sent)
    expect(status).toBe(200)
    expect(kept).toMatchObject([{ ...decision, by: 'analyst', group: sent.group }])
    expect(await ask('/reports/one/decisions')).toEqual([200, kept])
    const [, undone] = await ask<ReviewDecision[]>('/decisions/undo', {})
    expect(undone).toMatchObject([{ ...decision, undone: (kept[0]?.entry ?? 0) + 1 }])
    expect(await ask('/decisions/redo', {})).toEqual([200, kept])
    expect((await ask('/decisions/redo', { group: sent.group }))[0]).toBe(409)
  })

  test.each([
    ['a word of its own', { verdict: 'perhaps' }, 400],
    ['a key that is none of ours', { verdict: 'accept', because: 'x' }, 400],
    ['a record that is not there', { verdict: 'accept', record: 'none' }, 400],
    ['a report that is not there', { verdict: 'accept', report: 'none' }, 404],
  ])('%s is refused', async (_, more, status) => {
    const decision = { report: 'one', version: 1, record: 'one', ...more }
    const [said] = await ask('/decisions', { group: randomUUID(), decisions: [decision] })
    expect(said).toBe(status)
  })

  test('an unknown kind of event is refused, and the kinds are told', async () => {
    const [, kinds] = await ask<string[]>('/kinds')
    expect(kinds).toContain('bombing')
    const evidence = [{ start: 2, end: 6, quote: 'bomb' }]
    const add = (kind: string) => ({
      ...{ report: 'one', version: 1, record: `add-${randomUUID()}`, verdict: 'add' },
      ...{ value: { field: 'event', kind, status: 'happened' }, evidence },
    })
    const send = async (kind: string) =>
      (await ask('/decisions', { group: randomUUID(), decisions: [add(kind)] }))[0]
    expect(await send('party')).toBe(400)
    expect(await send('bombing')).toBe(200)
    expect((await ask<{ rows: object[] }>('/queue'))[1].rows).toMatchObject([{ stage: 'in-work' }])
  })
})
