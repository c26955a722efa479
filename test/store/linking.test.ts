import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { incidentIdOf, linkReadings } from '../../src/link/index.ts'
import type { Reading } from '../../src/records/index.ts'
import { addReadings, eraseReports, listIncidents, type Db } from '../../src/store/index.ts'
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
  }, 300_000)
})
