import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asVersion, inputOf, readNamingAgain } from '../../src/bulk/again.ts'
import { newReader } from '../../src/bulk/index.ts'
import { openKit } from '../../src/kit.ts'
import { readReport, withDictionary } from '../../src/pipeline.ts'
import { verifyReading, type NewOwnActor, type Reading } from '../../src/records/index.ts'
import {
  addOwnActor,
  addReadings,
  backUp,
  decideReview,
  eraseReports,
  listChanges,
  listNaming,
  listOwnActors,
  listReviewDecisions,
  listUnknown,
  loadDictionary,
  loadReading,
  readAgain,
  removeOwnActor,
  restore,
  verifyStore,
  type Db,
} from '../../src/store/index.ts'
import { STORES } from '../support/db.ts'
import { doer } from '../support/doer.ts'
import { readingOf } from '../support/incident-readings.ts'

const kit = await openKit()
const FRONT = 'Harrow Front shot dead two farmers in Selin on Tuesday, police said.'
const AGAIN = 'Police said Harrow Front had shot dead two farmers in Selin on Tuesday.'
const OTHER = 'A car bomb killed 12 people at the market of Darun on Monday, the governor said.'
const NAME: NewOwnActor = { name: 'Harrow Front', aliases: ['HF Cells'], kind: 'armed-group' }

describe.each(STORES)('the dictionary of a $name store', ({ open }) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
    const readings = [readingOf('a', FRONT), readingOf('b', AGAIN), readingOf('c', OTHER)]
    await addReadings(db, readings, doer)
  }, 300_000)
  afterAll(() => db.close())

  const verify = async (store = db) =>
    (
      await verifyStore(
        store,
        (reading) => verifyReading(reading, kit.verify).map(({ reason }) => reason),
        doer.kit,
      )
    ).faults
  const knownIn = async (id: string): Promise<(string | undefined)[]> =>
    ((await loadReading(db, id))?.actors ?? [])
      .filter(({ name }) => name.includes('Front'))
      .map(({ known }) => known)
  const pool = () => {
    const read = newReader(kit, { head: '', foot: '', write: (reading) => JSON.stringify(reading) })
    return {
      jobs: 1,
      read: async (
        ...[tasks, own = []]: Parameters<Parameters<typeof readNamingAgain>[1]['pool']['read']>
      ) => read({ tasks, own }),
      close: async () => undefined,
    }
  }
  const again = () =>
    readNamingAgain(['Harrow Front', 'HF Cells'], {
      ...{ db, pool: pool(), doer: () => doer },
      complain: (text) => expect.fail(text),
    })
  let entry = 0
  /** What was counted of unknown names as they came and went, and what counting them now gives. */
  const counts = () =>
    Promise.all([
      db.query(`select s.*, n.reports as "all" from unknown_spelling s join unknown_name n using (key)
        order by key, name, kind`),
      db.query(`select key, name, kind, count(*)::int as reports,
          (sum(count(*)) over (partition by key))::int as "all"
        from unknown_actor group by key, name, kind order by key, name, kind`),
    ])

  test('unknown names come by the number of their reports, each with its place', async () => {
    const [first, ...rest] = await listUnknown(db, {}, { limit: 10 })
    expect(first).toMatchObject({ reports: 2 })
    const { report, start, end } = first?.example ?? { report: '', start: 0, end: 0 }
    const { text = '' } = (await loadReading(db, report))?.report ?? {}
    expect(text.slice(start, end)).toContain('Front')
    expect(rest.every(({ reports }) => reports === 1)).toBe(true)
    expect(await listUnknown(db, { kinds: ['media'] }, { limit: 10 })).toEqual([])
    expect(await listUnknown(db, { part: 'HÁRROW' }, { limit: 10 })).toHaveLength(1)
    const after = { reports: 2, key: first?.key ?? '' }
    expect(await listUnknown(db, {}, { after, limit: 10 })).toEqual(rest)
    const [counted, now] = await counts()
    expect(counted).toEqual(now)
    expect(counted.length).toBeGreaterThan(0)
  })

  test('an entry has a name once, and the log tells nothing of it', async () => {
    ;({ entry } = await addOwnActor(db, NAME, doer))
    await expect(addOwnActor(db, { name: 'HF Cells', kind: 'media' }, doer)).rejects.toThrow(
      'Harrow Front is in the dictionary already',
    )
    const log = await db.query<{ body: string }>('select body::text as body from operation')
    expect(log.map(({ body }) => body).join()).not.toMatch(/Harrow|HF/)
    expect(await verify()).toEqual([])
  })

  test('reports that have a name are found, also within longer words, and no others', async () => {
    const found = async (...names: string[]) =>
      (await listNaming(db, names, { after: '', limit: 10 })).map(({ report }) => report)
    expect(await found('Harrow Front', 'HF Cells')).toEqual(['a', 'b'])
    expect(await found('harrow-front', 'market')).toEqual(['a', 'b', 'c'])
    expect(await found('Nobody At All')).toEqual([])
    // No search keeps these words.
    expect(await found('The Who')).toEqual(['a', 'b', 'c'])
  })

  test('affected reports are read again: decisions stay, incidents tell what changed', async () => {
    const event = (await loadReading(db, 'a'))?.events[0]
    const decision = {
      report: 'a',
      version: 1,
      record: event?.id ?? '',
      verdict: 'accept' as const,
    }
    await decideReview(db, { group: randomUUID(), decisions: [decision] }, doer)
    const [since] = await db.query<{ seq: number }>('select max(seq)::int as seq from operation')
    expect(await again()).toEqual({ looked: 2, changed: 2 })
    const [{ actor } = { actor: undefined }] = await listOwnActors(db)
    expect([...(await knownIn('a')), ...(await knownIn('b'))]).toEqual([actor?.id, actor?.id])
    expect(await knownIn('c')).toEqual([])
    expect((await loadReading(db, 'a'))?.events[0]?.id).toBe(event?.id)
    expect(await listReviewDecisions(db, 'a')).toMatchObject([{ verdict: 'accept' }])
    const changed = []
    for await (const one of listChanges(db, since?.seq ?? 0)) changed.push(one)
    expect(JSON.stringify(changed)).toContain('Front')
    expect(await verify()).toEqual([])
  })

  test('what says the same is not kept twice', async () => {
    expect(await again()).toEqual({ looked: 2, changed: 0 })
    const entries = await db.query("select 1 from operation where kind = 'read-again'")
    expect(entries).toHaveLength(2)
  })

  test('a version that is not the latest is left as it is', async () => {
    const past = asVersion(JSON.stringify(readingOf('c', OTHER)), 7)
    expect(await readAgain(db, [past], doer)).toEqual([{ id: 'c', version: 7, outcome: 'past' }])
  })

  test('an entry that is taken back is known no more, and can be added again', async () => {
    await expect(
      removeOwnActor(db, entry, { ...doer, may: (owner) => expect.fail(`of ${owner}`) }),
    ).rejects.toThrow('of tester')
    await removeOwnActor(db, entry, doer)
    await expect(removeOwnActor(db, entry, doer)).rejects.toThrow('taken back already')
    await expect(removeOwnActor(db, 1, doer)).rejects.toThrow('none of the dictionary')
    expect(await again()).toEqual({ looked: 2, changed: 2 })
    expect(await knownIn('a')).not.toContain((await addOwnActor(db, NAME, doer)).actor.id)
    await again()
    expect(await verify()).toEqual([])
  })

  test('a backup holds the dictionary and what was read before', async () => {
    const lines: unknown[] = []
    await backUp(db, async (line) => void lines.push(JSON.parse(line)))
    const copy = await open()
    await restore(
      copy,
      (async function* () {
        yield* lines
      })(),
    )
    expect(await loadDictionary(copy)).toEqual(await loadDictionary(db))
    expect(await verify(copy)).toEqual([])
    await copy.close()
  })

  test('what somebody changes in the tables is found', async () => {
    await db.query(
      "update own_actor set said = replace(said, 'Harrow', 'Hollow') where undone is null",
    )
    const [standing] = await listOwnActors(db)
    expect(await verify()).toEqual([
      { where: `entry ${standing?.entry} of the dictionary`, reason: 'is not what the log says' },
    ])
    await db.query("update own_actor set said = replace(said, 'Hollow', 'Harrow')")
    await db.query(
      "update former_reading set body = replace(body, 'Front', 'Wave') where until = (select min(until) from former_reading)",
    )
    expect(await verify()).toMatchObject([{ reason: 'was changed after it was stored' }])
    await db.query("update former_reading set body = replace(body, 'Wave', 'Front')")
  })

  test('erasing a report leaves nothing of what was read of it before', async () => {
    await eraseReports(db, ['a'], doer)
    const left = await db.query("select 1 from former_reading where report_id = 'a'")
    expect(left).toEqual([])
    expect(await verify()).toEqual([])
    const [counted, now] = await counts()
    expect(counted).toEqual(now)
    const names = new Set((now as readonly { key: string }[]).map(({ key }) => key))
    expect(await db.query('select key from unknown_name')).toHaveLength(names.size)
  })
})

test('a report is read again as it was handed over', () => {
  const reading = readReport({ id: 'x', text: FRONT, title: 'Front', outlet: 'Darun Post' }, kit)
  const versioned: Reading = { ...reading, report: { ...reading.report, version: 3 } }
  const anew = readReport(inputOf(versioned.report), withDictionary(kit, []))
  expect(anew).toEqual(reading)
})
