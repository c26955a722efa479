import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusterEvents, incidentIdOf } from '../../../src/link/index.ts'
import type { EventKey, EventLink, LinkDecision } from '../../../src/records/index.ts'
import { clusterLines, keyOf, linkOf } from '../../support/link.ts'

const decide = (verdict: LinkDecision['verdict'], a: string, b: string): LinkDecision => ({
  id: `${verdict} ${a} ${b}`,
  verdict,
  a: keyOf(a),
  b: keyOf(b),
})

const cluster = (
  events: string,
  links: readonly string[],
  decisions: readonly LinkDecision[] = [],
): string[] =>
  clusterLines(clusterEvents(events.split(' ').map(keyOf), links.map(linkOf), decisions))

describe('clusters', () => {
  test('events that go together are one, others stand alone', () => {
    expect(cluster('r1 r2 r3', ['r1~r2 0.9', 'r2~r3 0.31'])).toEqual(['r1 r2', 'r3'])
  })

  test('a chain of links is no incident: the average decides', () => {
    expect(cluster('r1 r2 r3', ['r1~r2 0.9', 'r2~r3 0.8'])).toEqual(['r1 r2', 'r3'])
    expect(cluster('r1 r2 r3', ['r1~r2 0.9', 'r2~r3 0.8', 'r1~r3 0.4'])).toEqual(['r1 r2 r3'])
  })

  test('two events of one report are never one by links', () => {
    expect(cluster('r1/a r1/b r2', ['r1/a~r2 0.9', 'r1/b~r2 0.8', 'r1/a~r1/b 0.99'])).toEqual([
      'r1/a r2',
      'r1/b',
    ])
  })

  test('a decision outweighs scores', () => {
    expect(cluster('r1 r2', [], [decide('same', 'r1', 'r2')])).toEqual(['r1 r2'])
    expect(cluster('r1 r2', ['r1~r2 0.99'], [decide('not-the-same', 'r2', 'r1')])).toEqual([
      'r1',
      'r2',
    ])
  })

  test('who is kept apart stays apart through others', () => {
    const links = ['r1~r2 0.9', 'r2~r3 0.95', 'r1~r3 0.99']
    expect(cluster('r1 r2 r3', links, [decide('not-the-same', 'r1', 'r3')])).toEqual([
      'r1',
      'r2 r3',
    ])
    const both = [decide('same', 'r1', 'r3'), decide('not-the-same', 'r1', 'r3')]
    expect(cluster('r1 r3', ['r1~r3 0.99'], both)).toEqual(['r1', 'r3'])
  })

  test('links and decisions on events that are not there say nothing', () => {
    expect(cluster('r1', ['r1~r2 0.9'], [decide('same', 'r1', 'r3')])).toEqual(['r1'])
  })
})

describe('any set of events', () => {
  const REPORTS = 12
  const name = fc.tuple(fc.integer({ min: 0, max: REPORTS }), fc.constantFrom('a', 'b'))
  const key = name.map(([report, event]): EventKey => ({ report: `r${report}`, event }))
  const link = fc
    .tuple(key, key, fc.integer({ min: 0, max: 10 }))
    .map(([a, b, tenths]): EventLink => ({ a, b, score: tenths / 10, reasons: [] }))
  const decision = fc
    .tuple(key, key, fc.constantFrom('same' as const, 'not-the-same' as const))
    .map(([a, b, verdict]): LinkDecision => ({ id: JSON.stringify([a, b]), a, b, verdict }))
  const events = Array.from({ length: REPORTS + 1 }, (_, i) =>
    ['a', 'b'].map((event) => ({ report: `r${i}`, event })),
  ).flat()
  const set = fc.record({
    links: fc.uniqueArray(link, { maxLength: 60, selector: ({ a, b }) => pairName(a, b) }),
    decisions: fc.uniqueArray(decision, { maxLength: 6, selector: ({ a, b }) => pairName(a, b) }),
  })

  test('has the same incidents in 20 orders', () => {
    fc.assert(
      fc.property(set, fc.infiniteStream(fc.integer()), ({ links, decisions }, numbers) => {
        const wanted = clusterEvents(events, links, decisions)
        const ids = wanted.map(incidentIdOf)
        for (let round = 0; round < 20; round += 1) {
          const mixed = <T>(items: readonly T[]): T[] => shuffle(items, numbers)
          const turned = mixed(links).map(({ a, b, ...rest }) =>
            (numbers.next().value ?? 0) % 2 ? { a, b, ...rest } : { a: b, b: a, ...rest },
          )
          const found = clusterEvents(mixed(events), turned, mixed(decisions))
          expect(found).toEqual(wanted)
          expect(found.map(incidentIdOf)).toEqual(ids)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('is clustered the same part by part', () => {
    fc.assert(
      fc.property(set, ({ links, decisions }) => {
        const whole = clusterEvents(events, links, decisions)
        const parts = componentsOf(events, links, decisions).flatMap((part) => {
          const names = new Set(part.map(nameOf))
          const within = ({ a, b }: { a: EventKey; b: EventKey }): boolean =>
            names.has(nameOf(a)) && names.has(nameOf(b))
          return clusterEvents(part, links.filter(within), decisions.filter(within))
        })
        expect(clusterLines(parts)).toEqual(clusterLines(whole))
      }),
    )
  })

  test('is as before once a decision is taken and undone', () => {
    fc.assert(
      fc.property(set, decision, ({ links, decisions }, more) => {
        const before = JSON.stringify(clusterEvents(events, links, decisions))
        const taken = [...decisions, more]
        clusterEvents(events, links, taken)
        const undone = taken.filter((one) => one !== more)
        expect(JSON.stringify(clusterEvents(events, links, undone))).toBe(before)
      }),
    )
  })

  test('heeds every decision that no other stands against', () => {
    fc.assert(
      fc.property(set, decision, ({ links }, { id, a, b, verdict }) => {
        fc.pre(nameOf(a) !== nameOf(b))
        const clusters = clusterEvents(events, links, [{ id, a, b, verdict }])
        const together = clusters.some(
          (members) =>
            members.some((one) => nameOf(one) === nameOf(a)) &&
            members.some((one) => nameOf(one) === nameOf(b)),
        )
        expect(together).toBe(verdict === 'same')
      }),
    )
  })
})

describe('the id of an incident', () => {
  test('is the same in any order, and that of the same first member', () => {
    const keys = ['r1', 'r2', 'r3', 'r4/a'].map(keyOf)
    const id = incidentIdOf(keys)
    expect(incidentIdOf(keys.toReversed())).toBe(id)
    const alone = keys.map((key) => incidentIdOf([key]))
    expect(alone.filter((one) => one === id)).toHaveLength(1)
  })
})

function nameOf({ report, event }: EventKey): string {
  return `${report}/${event}`
}

function pairName(a: EventKey, b: EventKey): string {
  return [nameOf(a), nameOf(b)].sort().join(' ')
}

function shuffle<T>(items: readonly T[], numbers: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, place: (numbers.next().value as number | undefined) ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

/** Events that links or decisions lead between: every event takes the least number it hears of, until nothing changes. */
function componentsOf(
  keys: readonly EventKey[],
  links: readonly EventLink[],
  decisions: readonly LinkDecision[],
): EventKey[][] {
  const numbers = new Map(keys.map((key, i) => [nameOf(key), i]))
  const numberOf = (key: EventKey): number => numbers.get(nameOf(key)) ?? -1
  for (let changed = true; changed;) {
    changed = false
    for (const { a, b } of [...links, ...decisions]) {
      if (numberOf(a) === numberOf(b)) continue
      const least = Math.min(numberOf(a), numberOf(b))
      numbers.set(nameOf(a), least).set(nameOf(b), least)
      changed = true
    }
  }
  const found = [...new Set(keys.map(numberOf))]
  return found.map((number) => keys.filter((key) => numberOf(key) === number))
}
