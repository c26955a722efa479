import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockKeys, scoreEvents, type EventProfile } from '../../../src/link/index.ts'
import { smallProfile } from '../../support/link.ts'

const score = (a: Partial<EventProfile>, b: Partial<EventProfile>): number =>
  scoreEvents(smallProfile('r1', a), smallProfile('r2', b)).score
const reasons = (a: Partial<EventProfile>, b: Partial<EventProfile>): string[] =>
  scoreEvents(smallProfile('r1', a), smallProfile('r2', b)).reasons.map(({ name }) => name)

describe('two events', () => {
  test('of one day, place and toll are likely one', () => {
    expect(score({ killed: 12 }, { killed: 12 })).toBeGreaterThan(0.8)
  })

  test('are told apart by day, place or toll', () => {
    const known = score({ killed: 12 }, { killed: 12 })
    const far = [{ name: 'rn', weight: 1 }]
    for (const other of [
      { days: [19780], published: 19781 },
      { places: far, placesNear: far },
      { killed: 90 },
    ])
      expect(score({ killed: 12 }, { killed: 12, ...other })).toBeLessThan(known - 0.2)
  })

  test('that one report tells less of are no less alike for it than where it tells otherwise', () => {
    const told = { killed: 12, days: [19786] }
    for (const [unknown, other] of [
      [{ killed: 0 }, { killed: 90 }],
      [{ days: [] }, { days: [19770] }],
    ] as const)
      expect(score(told, unknown)).toBeGreaterThan(score(told, other))
  })

  test('of two strikes of one day in one city, by the same force, those with one toll and spot are one', () => {
    const city = { name: 'drn', weight: 0.4 }
    const bakery = { placesNear: [city, { name: 'bkr', weight: 1 }], killed: 12, numbers: [12, 30] }
    const bridge = { placesNear: [city, { name: 'ltkl', weight: 1 }], killed: 4, numbers: [19] }
    expect(score(bakery, bakery)).toBeGreaterThan(0.5)
    expect(score(bakery, { ...bridge, places: bridge.placesNear })).toBeLessThan(0.5)
  })

  test('are compared by rare kinds, and by families of kinds', () => {
    expect(reasons({ kinds: ['chemical-attack'] }, { kinds: ['chemical-attack'] })).toContain(
      'rare-kind',
    )
    expect(reasons({ kinds: ['airstrike'] }, { kinds: ['drone-strike'] })).toContain('kind')
    expect(reasons({ kinds: ['airstrike'] }, { kinds: ['arrest'] })).not.toContain('kind')
  })

  test('have one score whichever is given first, and reasons that say why', () => {
    const profile = fc.record({
      published: fc.integer({ min: 19780, max: 19790 }),
      days: fc.uniqueArray(fc.integer({ min: 19780, max: 19790 }), { maxLength: 2 }),
      killed: fc.integer({ min: 0, max: 20 }),
      rank: fc.integer({ min: 0, max: 2 }),
    })
    fc.assert(
      fc.property(profile, profile, (one, other) => {
        const [a, b] = [smallProfile('r1', one), smallProfile('r2', other)]
        const link = scoreEvents(a, b)
        expect(scoreEvents(b, a)).toEqual(link)
        expect(link.score).toBeGreaterThanOrEqual(0)
        expect(link.score).toBeLessThanOrEqual(1)
        expect(link.reasons.every(({ name, weight }) => name !== '' && weight !== 0)).toBe(true)
      }),
    )
  })
})

describe('block keys', () => {
  const meet = (a: Partial<EventProfile>, b: Partial<EventProfile>): boolean => {
    const keys = new Set(blockKeys(smallProfile('r1', a)))
    return blockKeys(smallProfile('r2', b)).some((key) => keys.has(key))
  }

  test('events of one place meet where their reports came out within two days, or name one day', () => {
    expect(meet({}, {})).toBe(true)
    expect(meet({ days: [] }, { days: [], published: 19789 })).toBe(true)
    expect(meet({ days: [] }, { days: [], published: 19790 })).toBe(false)
    expect(meet({}, { published: 19790 })).toBe(true)
  })

  test('without a place they meet by toll or kind', () => {
    const nowhere = { places: [], placesNear: [] }
    expect(meet(nowhere, nowhere)).toBe(true)
    expect(meet({ ...nowhere, rank: 1 }, { ...nowhere, rank: 1 })).toBe(false)
    expect(meet({ ...nowhere, rank: 1, killed: 12 }, { ...nowhere, rank: 1, killed: 12 })).toBe(
      true,
    )
  })
})
