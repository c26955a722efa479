import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../../src/server/outline.ts'
import { listOutline, openStore } from '../../../src/store/index.ts'
import { toFilter } from '../../../src/server/incident-filter.ts'
import { daysAt, timelineOf } from '../../../workbench/src/incidents/bars.ts'
import { boxText, changed, filterIn, sizeOf } from '../../../workbench/src/incidents/filter.ts'
import { addLine, emptyOutline, type Outline } from '../../../workbench/src/incidents/outline.ts'
import { byKilled, sift, tally } from '../../../workbench/src/incidents/sift.ts'
import { areaOf, spotsOf } from '../../../workbench/src/incidents/spots.ts'
import { makeIncidents } from '../../support/made-incidents.ts'

/** "2024-03-04..2024-03-05" in each: the outline of incidents on these days; "" has none. */
function outlineOf(...days: string[]): Outline {
  const outline = emptyOutline()
  for (const [i, text] of days.entries()) {
    const [first, last] = text.split('..')
    outline.id.push(String(i))
    outline.first.push(first || null)
    outline.last.push((last ?? first) || null)
  }
  return outline
}
const all = (outline: Outline): number[] => outline.id.map((_, i) => i)

describe('the filter of the screen', () => {
  test('leaves what the filter of the server leaves', async () => {
    const db = await openStore()
    await makeIncidents(db, 1500)
    const outline = emptyOutline()
    addLine(outline, columnsOf(await listOutline(db, {}, { limit: 2000 })))
    for (const query of [
      'kind=bombing&kind=protest',
      'country=AFG&killed=3',
      'since=2024-06-01&until=2024-06-30',
      'until=2024-02-01',
      'dated=no',
      'located=yes&dated=yes',
      'located=no',
      'box=60,30,70,35',
      'box=170,-90,-170,90',
      'killed=0',
    ]) {
      const filter = filterIn(new URLSearchParams(query))
      const found = await listOutline(db, toFilter(filter), { limit: 2000 })
      const left = sift(outline, filter).map((i) => outline.id[i])
      expect(left.length, query).toBeGreaterThan(0)
      expect(left, query).toEqual(found.map(({ id }) => id))
    }
    await db.close()
  })

  test('takes from an address what it knows, and nothing else', () => {
    const query = new URLSearchParams('kind=a&kind=&killed=many&box=1,2,3,4&dated=perhaps&sort=x')
    expect(filterIn(query)).toEqual({ kind: ['a'], box: '1,2,3,4' })
    expect(changed({ text: 'a', kind: ['b'] }, { text: '' })).toEqual({ kind: ['b'] })
    expect(sizeOf({ text: undefined, killed: 0 })).toBe(1)
    expect(boxText([1.23456, -2, 3, 4])).toBe('1.235,-2,3,4')
  })

  test('counts and orders', () => {
    const outline = { ...outlineOf('', '', ''), killed: [null, 3, 9], country: ['B', 'A', 'B'] }
    expect(tally(outline.country, all(outline))).toEqual([
      ['B', 2],
      ['A', 1],
    ])
    expect(byKilled(outline, all(outline))).toEqual([2, 1, 0])
  })
})

describe('the timeline', () => {
  const counts = (outline: Outline) =>
    timelineOf(outline, all(outline)).bars.map(({ sure, maybe }) => [sure, maybe])

  test('counts a day once, and what is without a day beside it', () => {
    const outline = outlineOf('2024-03-04', '2024-03-04', '2024-03-06', '')
    expect(counts(outline)).toEqual([
      [2, 0],
      [0, 0],
      [1, 0],
    ])
    expect(timelineOf(outline, all(outline))).toMatchObject({ unit: 'day', undated: 1 })
  })

  test('makes no day of several: what reaches over bars may have been in each', () => {
    expect(counts(outlineOf('2024-03-04..2024-03-05', '2024-03-05'))).toEqual([
      [0, 1],
      [1, 1],
    ])
  })

  test.each([
    ['week', '2024-01-31', '2024-09-02', '2024-01-29'],
    ['month', '2020-02-29', '2024-12-31', '2020-02-01'],
    ['year', '1990-06-01', '2024-12-31', '1990-01-01'],
  ])('by %s the bars follow each other without gaps', (...row) => {
    const [unit, from, to, first] = row
    const outline = outlineOf(from, to)
    const timeline = timelineOf(outline, [0, 1])
    expect(timeline.unit).toBe(unit)
    expect(timeline.bars[0]?.first).toBe(first)
    for (const [i, bar] of timeline.bars.entries()) {
      const next = timeline.bars[i + 1]
      if (next) expect(Date.parse(next.first) - Date.parse(bar.last)).toBe(86_400_000)
    }
    expect(timeline.bars.reduce((sum, { sure, maybe }) => sum + sure + maybe, 0)).toBe(2)
  })

  test('one wrong year does not make endless bars', () => {
    expect(timelineOf(outlineOf('0101-01-01', '2024-03-04'), [0, 1]).bars.length).toBeLessThan(420)
  })

  test('a brush takes whole bars, whichever way it is drawn', () => {
    const timeline = timelineOf(outlineOf('2024-03-04', '2024-03-13'), [0, 1])
    expect(daysAt(timeline, 0.05, 0.25)).toEqual({ since: '2024-03-04', until: '2024-03-06' })
    expect(daysAt(timeline, 1, 0.95)).toEqual({ since: '2024-03-13', until: '2024-03-13' })
    expect(daysAt(timelineOf(outlineOf(''), [0]), 0, 1)).toBeUndefined()
  })
})

test('places are counted together only where they are known as exactly, the vaguest below', () => {
  const outline: Outline = {
    ...outlineOf('', '', '', ''),
    longitude: [1, 1, 1, null],
    latitude: [2, 2, 2, null],
    exactness: ['town', 'province', 'town', null],
  }
  expect(spotsOf(outline, [0, 1, 2, 3])).toEqual({
    spots: [
      { longitude: 1, latitude: 2, exactness: 'province', count: 1 },
      { longitude: 1, latitude: 2, exactness: 'town', count: 2 },
    ],
    unlocated: 1,
  })
})

test('the map begins at most of what there is, one stray place left out', () => {
  const spot = (longitude: number, latitude: number) =>
    ({ longitude, latitude, exactness: 'town', count: 1 }) as const
  const near = Array.from({ length: 99 }, (_, i) => spot(60 + (i % 10), 30 + (i % 5)))
  expect(areaOf([...near, spot(-170, -60)])).toEqual([60, 30, 69, 34])
  expect(areaOf([])).toBeUndefined()
})
