import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { incidentIdOf, linkReadings } from '../../src/link/index.ts'
import type { Reading } from '../../src/records/index.ts'
import {
  addReadings,
  eraseReports,
  linkAnew,
  listIncidents,
  verifyStore,
  type Db,
} from '../../src/store/index.ts'
import { STORES } from '../support/db.ts'
import { doer } from '../support/doer.ts'
import { readingOf, textOf } from '../support/incident-readings.ts'

/** Ids of all incidents with the number of their reports. */
async function incidentsIn(db: Db): Promise<Map<string, number>> {
  const all = await listIncidents(db, {}, { limit: 10_000 })
  return new Map(all.map(({ id, reports }) => [id, reports]))
}

/** The same of readings that are linked in memory. */
function incidentsOf(readings: readonly Reading[]): Map<string, number> {
  const { clusters } = linkReadings(readings, doer.kit)
  return new Map(
    clusters.map((keys) => [incidentIdOf(keys), new Set(keys.map(({ report }) => report)).size]),
  )
}

const sorted = (map: ReadonlyMap<string, number>): [string, number][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))

describe.each(STORES)('incidents of a $name store', ({ open }) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
  }, 300_000)
  afterAll(() => db.close())

  test('are what linking all readings at once gives, in whatever order and portions they came, and after versions and erasures', async () => {
    const world = fc.record({
      reports: fc.array(fc.tuple(fc.nat(17), fc.nat(17)), { minLength: 4, maxLength: 9 }),
      portions: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }),
      changed: fc.nat(8),
      erased: fc.nat(8),
    })
    let run = 0
    let joined = 0
    await fc.assert(
      fc.asyncProperty(world, async ({ reports, portions, changed, erased }) => {
        run += 1
        const id = (i: number): string => `${run}-${i % reports.length}`
        // A month for each run keeps it apart from those before.
        const more = { publishedAt: `${1900 + run}-03-06` }
        const first = reports.map((numbers, i) => readingOf(id(i), textOf(numbers), more))
        const second = readingOf(id(changed), `${textOf([3, 4])} Correction.`, more)
        const before = await incidentsIn(db)
        const queue = [...first, second]
        for (const size of portions)
          if (queue.length > 0) await addReadings(db, queue.splice(0, size), doer)
        await addReadings(db, queue, doer)
        const kept = first.map((reading, i) => (id(i) === id(changed) ? second : reading))
        const added = new Map([...(await incidentsIn(db))].filter(([key]) => !before.has(key)))
        expect(sorted(added)).toEqual(sorted(incidentsOf(kept)))
        joined += [...added.values()].filter((count) => count > 1).length
        await eraseReports(db, [id(erased)], doer)
        const left = new Map([...(await incidentsIn(db))].filter(([key]) => !before.has(key)))
        expect(sorted(left)).toEqual(
          sorted(incidentsOf(kept.filter(({ report }) => report.id !== id(erased)))),
        )
      }),
      { numRuns: 12 },
    )
    expect(joined).toBeGreaterThan(5)
    expect((await verifyStore(db, () => [], doer.kit)).faults).toEqual([])
  }, 300_000)

  test('are found wrong where they are not what linking anew gives, and right again after it', async () => {
    const faults = async (): Promise<string[]> =>
      (await verifyStore(db, () => [], doer.kit)).faults.map(({ reason }) => reason)
    const told = ['z1', 'z2'].map((id) => readingOf(id, textOf([3, 4])))
    await addReadings(db, told, doer)
    const [, second] = await db.query<{ number: number }>(
      'select number from event order by number',
    )
    const broken = [
      ['delete from link where a = (select min(a) from link)', 'scoring them anew'],
      [`delete from event_key where event = ${second?.number ?? 0}`, 'block keys'],
      [
        "update event set incident_id = 'x' where number = (select min(number) from event)",
        'its links make',
      ],
      [
        `update incident set summary = '{"killed":1}' where id = (select min(id) from incident)`,
        'listed as',
      ],
      [
        `update event set profile = jsonb_set(profile::jsonb, '{rank}', '99')::json where number = ${second?.number ?? 0}`,
        'is not linked as it would be',
      ],
    ] as const
    for (const [sql, reason] of broken) {
      await expect(
        db.transaction(async (inner) => {
          await inner.query(sql)
          const found = (await verifyStore(inner, () => [], doer.kit)).faults
          expect(found.map((fault) => fault.reason).join()).toContain(reason)
          throw new Error('and back')
        }),
      ).rejects.toThrow('and back')
    }
    await db.query('update linked_by set version = 0')
    expect(await faults()).toEqual([expect.stringContaining('ascribe link')])
    await expect(addReadings(db, [readingOf('z3', textOf([3, 4]))], doer)).rejects.toThrow(
      'nothing can be added to the store: its events were linked by another version of Ascribe',
    )
    await db.query('delete from event_key')
    await db.query('delete from link')
    await db.query("update incident set summary = '{}'")
    expect(await faults()).not.toEqual([])
    let heard = 0
    const stopped = linkAnew(db, () => {
      heard += 1
      if (heard > 1) throw new Error('stopped')
      return doer
    })
    await expect(stopped).rejects.toThrow('stopped')
    expect(await faults()).toEqual([expect.stringContaining('ascribe link')])
    await linkAnew(db, () => doer)
    expect(await faults()).toEqual([])
    await addReadings(db, [readingOf('z3', textOf([3, 4]))], doer)
  }, 300_000)
})
