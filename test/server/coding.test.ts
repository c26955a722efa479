import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  Agreement,
  Assignment,
  Codings,
  ListedAssignment,
  Page,
  Proposal,
  QueuedReport,
  Reading,
  ReviewDecision,
  RulingRow,
} from '../../src/server/api.ts'
import { hashPassword } from '../../src/server/guard/password.ts'
import { makeApp } from '../../src/server/index.ts'
import { standingOf } from '../../src/review/index.ts'
import { addAccount, verifyStore } from '../../src/store/index.ts'
import { asker, cookieOf, type Asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, NOW, openSite } from '../support/site.ts'

const PASSWORD = 'seven herons at dawn'
describe.each(STORES)('coding, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const app = makeApp(site)
  const TEXT = 'A bomb killed two people in Darun on Monday, the governor said.'
  const people = new Map<string, Asker>()
  const as = (name: string): Asker => people.get(name) ?? asker(app)
  let event = ''

  beforeAll(async () => {
    await fill(site, [{ id: 'one', text: TEXT, publishedAt: '2024-03-06' }])
    const password = await hashPassword(PASSWORD)
    const roles = {
      rosa: 'admin',
      ada: 'coder',
      ben: 'coder',
      cyd: 'coder',
      vik: 'viewer',
    } as const
    for (const [name, role] of Object.entries(roles)) {
      await addAccount(site.db, { name, role, password }, { at: NOW, by: 'test' })
      const entered = await asker(app).post('/api/session', { name, password: PASSWORD })
      people.set(name, asker(app, { cookie: cookieOf(entered) }))
    }
    const reading = (await (await as('rosa').get('/api/reports/one')).json()) as Reading
    event = reading.events[0]?.id ?? ''
  })
  afterAll(() => site.db.close())

  async function get<Answer>(name: string, path: string): Promise<Answer> {
    return (await (await as(name).get(`/api${path}`)).json()) as Answer
  }
  const post = (name: string, path: string, body: object) => as(name).post(`/api${path}`, body)
  const key = { report: 'one', version: 1 }
  const decide = (name: string, record: string, more: object = { verdict: 'accept' }) =>
    post(name, '/decisions', { group: randomUUID(), decisions: [{ ...key, record, ...more }] })
  const move = (name: string, coder: string, state: string) =>
    post(name, '/assignments/state', { ...key, coder, state })

  test('a reviewer gives a report to two coders, and to no third', async () => {
    const body = { reports: [key], coders: ['ada', 'ben'] }
    expect((await post('ada', '/assignments', body)).status).toBe(403)
    const made = await post('rosa', '/assignments', body)
    expect(((await made.json()) as { rows: Assignment[] }).rows).toHaveLength(2)
    expect((await post('rosa', '/assignments', { reports: [key], coders: ['cyd'] })).status).toBe(
      409,
    )
    const mine = await get<Page<ListedAssignment>>('ada', '/assignments?coder=ben')
    expect(mine.rows.map(({ coder, state, opening }) => [coder, state, opening])).toEqual([
      ['ada', 'open', TEXT],
    ])
    for (const stranger of ['zed', 'vik', 'Ada'])
      expect(
        (await post('rosa', '/assignments', { reports: [key], coders: [stranger] })).status,
      ).toBe(400)
    const { rows } = await get<{ rows: string[] }>('rosa', '/coders')
    expect(rows.toSorted()).toEqual(['ada', 'ben', 'cyd', 'rosa'])
    expect((await as('ada').get('/api/coders')).status).toBe(403)
    const unknown = { reports: [{ report: 'none', version: 1 }], coders: ['ada'] }
    expect((await post('rosa', '/assignments', unknown)).status).toBe(404)
  })

  test('until both are done, each sees what they said themselves, and nobody rules', async () => {
    await decide('ada', `${event}/kind`)
    const value = { field: 'kind', kind: 'armed-assault' }
    const evidence = [{ start: 2, end: 6, quote: 'bomb' }]
    expect(
      (await decide('ben', `${event}/kind`, { verdict: 'edit', value, evidence })).status,
    ).toBe(200)
    await decide('ada', `${event}/status`)
    await decide('ben', `${event}/status`)
    const seen = async (name: string) =>
      (await get<ReviewDecision[]>(name, '/reports/one/decisions')).map(({ by }) => by)
    expect(await seen('ada')).toEqual(['ada', 'ada'])
    expect(await seen('ben')).toEqual(['ben', 'ben'])
    expect(await seen('cyd')).toEqual([])
    expect(await seen('rosa')).toHaveLength(4)
    expect((await as('ada').get('/api/reports/one/codings')).status).toBe(403)
    const body = {
      group: randomUUID(),
      decisions: [{ ...key, record: `${event}/kind`, verdict: 'accept' }],
    }
    expect((await post('rosa', '/rulings', body)).status).toBe(409)
    expect((await post('ada', '/rulings', body)).status).toBe(403)
  })

  test('what a coder proposes tells the other nothing until both are done', async () => {
    const own = { title: 'reeds', folder: 'actors', text: 'Reedmen left.', expected: 'nobody' }
    const origin = { ...key, start: 2, end: 6 }
    const proposal = { kind: 'rule', asks: 'Reedmen', case: own, origin }
    const { id } = (await (await post('ada', '/proposals', proposal)).json()) as Proposal
    const seen = async (name: string) => (await get<Page<Proposal>>(name, '/proposals')).rows.length
    expect([await seen('ada'), await seen('ben'), await seen('rosa')]).toEqual([1, 0, 1])
    expect((await as('ben').get(`/api/proposals/${id}`)).status).toBe(404)
  })

  test('the queue tells nobody who must not see it that a report is being coded', async () => {
    const row = async (name: string) => {
      const { rows } = await get<Page<QueuedReport>>(name, '/queue')
      return rows.map(({ stage, decided }) => [stage, decided])
    }
    expect(await row('cyd')).toEqual([['unreviewed', 0]])
    expect(await row('ada')).toEqual([['in-work', 2]])
    expect(await row('rosa')).toEqual([['in-work', 2]])
  })

  test('nobody is done for somebody else, and who is done says no more', async () => {
    expect((await move('ben', 'ada', 'done')).status).toBe(403)
    expect((await move('ada', 'ada', 'ruled')).status).toBe(403)
    expect((await move('ada', 'ada', 'done')).status).toBe(200)
    expect((await move('ada', 'ada', 'done')).status).toBe(409)
    expect((await decide('ada', `${event}/kind`, { verdict: 'reject' })).status).toBe(409)
    expect((await post('ada', '/decisions/undo', {})).status).toBe(409)
    expect((await move('ben', 'ben', 'done')).status).toBe(200)
  })

  test('two codings stand side by side, and agreement is counted', async () => {
    const { units } = await get<Codings>('rosa', '/reports/one/codings')
    expect(units.map(({ part, codes, concord }) => [part.field, codes, concord])).toEqual([
      ['kind', ['bombing', 'armed-assault'], 'differs'],
      ['status', ['happened', 'happened'], 'agreed'],
    ])
    expect((await get<Codings>('ada', '/reports/one/codings')).units).toHaveLength(2)
    expect((await as('cyd').get('/api/reports/one/codings')).status).toBe(403)
    const { reports, fields } = await get<Agreement>('rosa', '/agreement')
    expect(reports).toBe(1)
    expect(fields.map(({ field, n, agreed }) => [field, n, agreed])).toEqual([
      ['kind', 1, 0],
      ['status', 1, 1],
    ])
    expect((await as('ada').get('/api/agreement')).status).toBe(403)
  })

  test('a ruling is a decision, which coders see and which is undone like one', async () => {
    const group = randomUUID()
    const decisions = [
      { ...key, record: `${event}/kind`, verdict: 'accept', reason: 'a bomb it was' },
    ]
    expect((await post('rosa', '/rulings', { group, decisions })).status).toBe(200)
    expect((await post('rosa', '/rulings', { group, decisions })).status).toBe(200)
    const feed = await get<Page<RulingRow>>('ben', '/rulings')
    expect(feed.rows).toMatchObject([
      { title: TEXT, decision: { by: 'rosa', reason: 'a bomb it was' } },
    ])
    expect((await get<Page<RulingRow>>('cyd', '/rulings')).rows).toEqual([])
    const [kind] = (await get<Codings>('ben', '/reports/one/codings')).units
    expect([kind?.codes, kind?.ruling?.verdict]).toEqual([['bombing', 'armed-assault'], 'accept'])
    expect((await post('rosa', '/decisions/undo', { group })).status).toBe(200)
    expect((await get<Page<RulingRow>>('ben', '/rulings')).rows).toEqual([])
    await post('rosa', '/decisions/redo', { group })
    const kept = await get<ReviewDecision[]>('ben', '/reports/one/decisions')
    expect(kept.filter(({ rules }) => rules).map(({ by }) => by)).toEqual(['rosa'])
    expect(standingOf(kept).get(`${event}/kind`)?.state).toBe('accepted')
  })

  test('a report is ruled upon, and can be sent back with a note that the log does not tell', async () => {
    expect((await move('rosa', 'ada', 'ruled')).status).toBe(200)
    const note = 'Look at the kind again.'
    const returned = { ...key, coder: 'ada', state: 'returned', note }
    expect((await post('rosa', '/assignments/state', returned)).status).toBe(200)
    const own = await get<Page<ListedAssignment>>('ada', '/assignments')
    expect(own.rows).toMatchObject([{ state: 'returned', note }])
    const log = await site.db.query<{ body: string }>('select body::text as body from operation')
    expect(log.map(({ body }) => body).join()).not.toContain('Look at')
    expect((await decide('ada', `${event}/kind`)).status).toBe(200)
    expect((await verifyStore(site.db, () => [], site.link)).faults).toEqual([])
  })

  test('what somebody changes in the tables of assignments and rulings is found', async () => {
    const faults = async () => (await verifyStore(site.db, () => [], site.link)).faults
    const change = (sql: string) => site.db.query(sql)
    const reason = 'the store has something else of it than the log'
    const where = 'what ada codes of report one'
    await change("update assignment set note = 'Well done.' where coder = 'ada'")
    expect(await faults()).toEqual([{ where, reason }])
    await change("update assignment set note = 'Look at the kind again.' where coder = 'ada'")
    await change("update assignment set state = 'open' where coder = 'ada'")
    expect(await faults()).toEqual([{ where, reason }])
    await change("update assignment set state = 'returned' where coder = 'ada'")
    await change('create table kept as select * from ruling')
    await change('delete from ruling')
    expect(await faults()).toMatchObject([{ reason }])
    await change('insert into ruling select * from kept')
    await change('update ruling set operation = operation - 1')
    expect(await faults()).toMatchObject([{ where: expect.stringMatching(/^ruling /) as string }])
    await change('update ruling set operation = operation + 1')
    expect(await faults()).toEqual([])
  })
})
