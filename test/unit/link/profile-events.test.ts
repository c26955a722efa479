import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../src/base/hash.ts'
import { openLinkKit } from '../../../src/kit.ts'
import {
  blockKeys,
  LINKING,
  profileEvents,
  scoreEvents,
  type EventProfile,
} from '../../../src/link/index.ts'
import type { Exactness } from '../../../src/records/index.ts'
import { fullReading } from '../../support/full-reading.ts'
import { at, smallEvent, smallFigure, smallReading } from '../../support/small-reading.ts'

const kit = await openLinkKit()

const TEXT = 'A blast in Darun killed nine people. Shells fell on Orrin too.'
const blast = smallEvent({
  id: 'blast',
  kind: 'bombing',
  mentions: at(TEXT, 'blast'),
  figures: [smallFigure({ harm: 'killed', atLeast: 9, atMost: 9 })],
})
const shells = smallEvent({ id: 'shells', kind: 'shelling', mentions: at(TEXT, 'Shells fell') })

describe('what linking compares of an event', () => {
  test('is plain JSON', () => {
    const profiles = profileEvents(fullReading, kit)
    expect(profiles.length).toBeGreaterThan(0)
    expect(JSON.parse(JSON.stringify(profiles))).toEqual(profiles)
  })

  test('the event that the report is about comes first', () => {
    const ranks = profileEvents(smallReading(TEXT, { events: [shells, blast] }), kit)
    expect(ranks.map(({ key, rank }) => [key.event, rank])).toEqual([
      ['blast', 0],
      ['shells', 1],
    ])
  })

  test('talk of what may come, and sums of several events, are of no incident', () => {
    const events = [
      { ...blast, id: 'a', status: 'planned' as const },
      { ...blast, id: 'b', status: 'general' as const },
      { ...blast, id: 'c', status: 'threatened' as const },
      { ...blast, id: 'd', kind: 'toll-summary' },
      { ...blast, id: 'e', status: 'denied' as const },
    ]
    const profiles = profileEvents(smallReading(TEXT, { events }), kit)
    expect(profiles.map(({ key }) => key.event)).toEqual(['e'])
  })

  test('a day is known where the report tells it by the day', () => {
    const daysAt = (earliest: string, latest: string): readonly number[] | undefined => {
      const time = { id: 't', readBy: 'events/x', evidence: [], value: { earliest, latest } }
      return profileEvents(smallReading(TEXT, { events: [{ ...blast, time }] }), kit)[0]?.days
    }
    expect(daysAt('2024-03-04', '2024-03-04')).toEqual([19786])
    expect(daysAt('2024-03-04T06:30', '2024-03-05')).toEqual([19786, 19787])
    expect(daysAt('2024-03', '2024-03')).toEqual([])
  })

  test('what the lead tells beside its first event counts for it, and not for the others', () => {
    const profiles = profileEvents(smallReading(TEXT, { events: [blast, shells] }), kit)
    expect(profiles.map(({ kinds }) => kinds)).toEqual([['bombing', 'shelling'], ['shelling']])
    expect(profiles.map(({ killed }) => killed)).toEqual([9, undefined])
  })

  test('a place is known by its name however it is spelled; countries are told apart', () => {
    const placed = (name: string, exactness: Exactness): EventProfile | undefined => {
      const value = { name, exactness, admin1: 'Velka', country: 'VLK' }
      const place = { id: 'p', readBy: 'events/x', evidence: [], value }
      return profileEvents(smallReading(TEXT, { events: [{ ...blast, place }] }), kit)[0]
    }
    const town = placed('Khan Sheikhoun', 'town')?.places
    expect(town).toEqual([{ name: 'kanskn', weight: 1 }])
    expect(placed('Khān Shaykhūn', 'town')?.places).toEqual(town)
    expect(placed('Velka', 'province')?.places[0]?.weight).toBeLessThan(0.5)
    expect(placed('Orrin', 'country')?.places).toEqual([])
    expect(placed('Orrin', 'country')?.countries).toEqual(['VLK'])
  })
})

describe('block keys', () => {
  test('hang on the event alone, and are few', () => {
    for (const profile of profileEvents(fullReading, kit)) {
      const keys = blockKeys(profile)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.length).toBeLessThan(40)
    }
  })
})

test('what linking compares has the version that it is stored with', () => {
  const profiles = profileEvents(fullReading, kit)
  const undated = profiles.map(
    (one) => JSON.parse(JSON.stringify({ ...one, published: undefined })) as EventProfile,
  )
  const all = [...profiles, ...undated]
  const pairs = all.flatMap((a) => all.map((b) => scoreEvents(a, b)))
  const made = JSON.stringify([profiles, all.map(blockKeys), pairs])
  // Where this is another one, `LINKING` has to be raised: stores that were linked before have to be linked anew.
  expect([LINKING, sha256(made).slice(0, 16)]).toEqual([2, '54119739356e1eec'])
})
