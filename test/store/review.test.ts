import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Evidence, NewReviewDecision, Reading } from '../../src/records/index.ts'
import {
  addReadings,
  backUp,
  decideReview,
  eraseReports,
  listQueue,
  listReviewDecisions,
  queueRest,
  redoReview,
  restore,
  undoReview,
  verifyStore,
  type Db,
} from '../../src/store/index.ts'
import { STORES } from '../support/db.ts'
import { doer } from '../support/doer.ts'
import { readingOf } from '../support/incident-readings.ts'

const READER = { name: 'ada', seesCodings: true }
const TEXT = 'A car bomb killed 12 people at the market of Darun on Monday, the governor said.'
const RAID = 'Gunmen shot dead 3 farmers in Selin on Tuesday, police said. Zeltorvian fled.'

function words(text: string, quote: string): Evidence {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote }
}

describe.each(STORES)('what reviewers decide, in a $name store', ({ open }) => {
  let db: Db
  let [market, raid]: Reading[] = []
  beforeAll(async () => {
    db = await open()
    ;[market, raid] = [readingOf('m', TEXT), readingOf('r', RAID)]
    await addReadings(db, [market, raid], doer)
  }, 300_000)
  afterAll(() => db.close())

  const event = (reading = market): string => reading?.events[0]?.id ?? ''
  const on = (record: string, more: Partial<NewReviewDecision> = {}): NewReviewDecision => ({
    ...{ report: 'm', version: 1, record, verdict: 'accept' },
    ...more,
  })
  const decide = (...decisions: NewReviewDecision[]) =>
    decideReview(db, { group: randomUUID(), decisions }, doer)
  const standing = async (report = 'm') =>
    (await listReviewDecisions(db, report))
      .filter(({ undone }) => undone === undefined)
      .map(({ record, verdict }) => `${verdict} ${record}`)
  const faults = async () => (await verifyStore(db, () => [], doer.kit)).faults

  test('is undone and stands again, over all reports, as far as one goes back', async () => {
    await decide(on(event()), on(`${event()}/kind`))
    await decide(on(event(raid), { report: 'r', verdict: 'reject', reason: 'no event' }))
    const all = [`accept ${event()}`, `accept ${event()}/kind`]
    expect(await standing()).toEqual(all)
    expect((await undoReview(db, undefined, doer)).map(({ report }) => report)).toEqual(['r'])
    expect(await standing('r')).toEqual([])
    await undoReview(db, undefined, doer)
    expect(await standing()).toEqual([])
    await expect(undoReview(db, undefined, doer)).rejects.toThrow('nothing')
    expect((await redoReview(db, undefined, doer)).map(({ report }) => report)).toEqual(['m', 'm'])
    await redoReview(db, undefined, doer)
    await expect(redoReview(db, undefined, doer)).rejects.toThrow('nothing')
    expect([await standing(), await standing('r')]).toEqual([all, [`reject ${event(raid)}`]])
    expect(await faults()).toEqual([])
  })

  test('is lost to no later decision: what was undone can be called back by its name', async () => {
    const record = `${event()}/status`
    const [first] = await decide(on(record))
    await undoReview(db, undefined, doer)
    await decide(on(`${event()}/kind`, { verdict: 'skip' }))
    await expect(redoReview(db, undefined, doer)).rejects.toThrow('nothing')
    await redoReview(db, first?.group, doer)
    expect(await standing()).toContain(`accept ${record}`)
    await expect(redoReview(db, first?.group, doer)).rejects.toThrow('stands already')
    await undoReview(db, first?.group, doer)
    await decide(on(record, { verdict: 'reject' }))
    await expect(redoReview(db, first?.group, doer)).rejects.toThrow('since')
    expect(await faults()).toEqual([])
  })

  test('sent twice is done once, and is nobody else’s', async () => {
    const group = { group: randomUUID(), decisions: [on(event())] }
    const once = await decideReview(db, group, doer)
    expect(await decideReview(db, group, doer)).toEqual(once)
    await expect(decideReview(db, group, { ...doer, by: 'other' })).rejects.toThrow('somebody else')
    const may = () => {
      throw new Error('not you')
    }
    await expect(undoReview(db, once[0]?.group, { ...doer, may })).rejects.toThrow('not you')
    expect(await standing()).toContain(`accept ${event()}`)
    await undoReview(db, undefined, doer)
  })

  test('stands on words of the report and on records that are there, or not at all', async () => {
    const before = await standing()
    const time = market?.events[0]?.time?.id ?? ''
    const value = { field: 'time', earliest: '2024-03-04' } as const
    const said = words(TEXT, 'Monday')
    await expect(decide(on(event()), on('nobody'))).rejects.toThrow('names nothing')
    await expect(decide(on(event(), { report: 'x' }))).rejects.toThrow('no report x')
    await expect(decide(on(time, { verdict: 'edit', value }))).rejects.toThrow('without its words')
    const untrue = [{ ...said, quote: 'Sunday' }]
    await expect(decide(on(time, { verdict: 'edit', value, evidence: untrue }))).rejects.toThrow(
      'does not stand',
    )
    const wrong = {
      verdict: 'edit',
      value: { field: 'site', text: 'x' },
      evidence: [said],
    } as const
    await expect(decide(on(time, wrong))).rejects.toThrow('is of the field time')
    await expect(decide(on('add-Zeltorvian', { ...wrong, verdict: 'add' }))).rejects.toThrow('UUID')
    expect(await standing()).toEqual(before)
  })

  test('adds what was missed, and keeps it while something stands on it', async () => {
    const [whole, part] = [`add-${randomUUID()}`, `add-${randomUUID()}`]
    const [added] = await decide(
      on(whole, {
        verdict: 'add',
        value: { field: 'event', kind: 'bombing', status: 'happened' },
        evidence: [words(TEXT, 'car bomb')],
      }),
    )
    const means = { field: 'means', text: 'car bomb' } as const
    const evidence = [words(TEXT, 'car bomb')]
    await decide(on(part, { verdict: 'add', value: means, of: whole, evidence }))
    await expect(undoReview(db, added?.group, doer)).rejects.toThrow('on what it added')
    await undoReview(db, undefined, doer)
    await undoReview(db, undefined, doer)
    expect(await standing()).not.toContain(`add ${whole}`)
    expect(await faults()).toEqual([])
  })

  test('is held to the log', async () => {
    const [decided] = await decide(on(event(), { verdict: 'reject', reason: 'Zeltorvian' }))
    const log = await db.query<{ body: string }>('select body::text as body from operation')
    expect(log.map(({ body }) => body).join()).not.toContain('Zeltorvian')
    const change = (said: string) =>
      db.query('update review_decision set said = $2 where operation = $1', [decided?.entry, said])
    await change('{"reason":"changed"}')
    expect(await faults()).toEqual([
      { where: `review ${decided?.entry}`, reason: 'is not what the log says' },
    ])
    await change('{"reason":"Zeltorvian"}')
    expect(await faults()).toEqual([])
  })

  test('is in a backup, and goes when its report is erased', async () => {
    const evidence = [words(RAID, 'Zeltorvian')]
    const value = { field: 'site', text: 'Zeltorvian' } as const
    await decide(
      on(event()),
      on(`add-${randomUUID()}`, { report: 'r', verdict: 'add', of: event(raid), value, evidence }),
    )
    const lines: string[] = []
    await backUp(db, async (line) => void lines.push(line))
    const copy = await open()
    await restore(
      copy,
      (async function* () {
        for (const line of lines) yield JSON.parse(line) as unknown
      })(),
    )
    expect(await listReviewDecisions(copy, 'r')).toEqual(await listReviewDecisions(db, 'r'))
    await eraseReports(copy, ['r'], doer)
    expect(await listReviewDecisions(copy, 'r')).toEqual([])
    expect(await listReviewDecisions(copy, 'm')).toEqual(await listReviewDecisions(db, 'm'))
    expect((await verifyStore(copy, () => [], doer.kit)).faults).toEqual([])
    await copy.close()
  })
})

describe.each(STORES)('the queue of a $name store', ({ open }) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
    const readings = [
      readingOf('quiet', 'The council met in Darun.', { outlet: 'Radio Orrin' }),
      readingOf('deadly', TEXT, { outlet: 'Radio Orrin' }),
      readingOf('denied', `${RAID} The army denied that it killed farmers in Selin.`),
    ]
    await addReadings(db, readings, doer)
  }, 300_000)
  afterAll(() => db.close())

  const queued = async (filter = {}, place = {}) =>
    (await listQueue(db, filter, { limit: 10, reader: READER, ...place })).map(({ id }) => id)
  const say = (report: string, verdict: 'accept' | 'reject' | 'skip') =>
    decideReview(
      db,
      { group: randomUUID(), decisions: [{ report, version: 1, record: report, verdict }] },
      doer,
    )

  test('begins with what a look is worth most at, and says why', async () => {
    const all = await listQueue(db, {}, { limit: 10, reader: READER })
    expect(all.map(({ worth }) => worth)).toEqual(
      all.map(({ worth }) => worth).sort((a, b) => b - a),
    )
    expect(all.at(-1)).toMatchObject({
      id: 'quiet',
      reasons: [{ why: 'new-outlet' }, { why: 'nothing-read' }],
    })
    expect(all.find(({ id }) => id === 'deadly')?.reasons).toContainEqual({
      why: 'harm',
      killed: 12,
    })
    const [first, ...rest] = all
    if (!first) throw new Error('an empty queue')
    expect(await queued({}, { after: first })).toEqual(rest.map(({ id }) => id))
    expect(await queued({ reasons: ['nothing-read'] })).toEqual(['quiet'])
    expect(await queued({ outlets: ['Radio Orrin'], words: 'governor' })).toEqual(['deadly'])
  })

  test('knows how far the review of each report is', async () => {
    const stage = async () =>
      (await listQueue(db, { words: 'governor' }, { limit: 1, reader: READER }))[0]?.stage
    expect(await stage()).toBe('unreviewed')
    await say('deadly', 'skip')
    expect(await stage()).toBe('in-work')
    await say('deadly', 'accept')
    expect(await stage()).toBe('done')
    await say('deadly', 'reject')
    expect(await queued({ stages: ['returned'] })).toEqual(['deadly'])
    await undoReview(db, undefined, doer)
    expect(await stage()).toBe('done')
    expect(await queued({ stages: ['unreviewed'] })).toHaveLength(2)
  })

  test('takes up what came before there was one', async () => {
    const before = await queued()
    await db.query('delete from review_item')
    expect(await queueRest(db)).toBe(false)
    expect(await queued()).toEqual(before)
  })
})
