import { describe, expect, test } from 'vitest'
import { openLinkKit } from '../../../src/kit.ts'
import { blockKeys, profileEvents } from '../../../src/link/index.ts'
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

  test('a month is all its days, a figure without a bound has none', () => {
    const [profile] = profileEvents(
      smallReading(TEXT, {
        events: [
          smallEvent({
            kind: 'bombing',
            mentions: at(TEXT, 'blast'),
            time: {
              id: 't',
              readBy: 'events/x',
              evidence: [],
              value: { earliest: '2024-02', latest: '2024-02' },
            },
            figures: [smallFigure({ harm: 'killed', atLeast: 9 })],
          }),
        ],
      }),
      kit,
    )
    expect(profile?.days).toEqual([19754, 19782])
    expect(profile?.tolls).toEqual({ killed: [9] })
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
