import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLinkKit } from '../../../src/kit.ts'
import { incidentIdOf, linkReadings, linkReports } from '../../../src/link/index.ts'
import type { LinkDecision, Reading } from '../../../src/records/index.ts'
import { at, smallEvent, smallFigure, smallReading } from '../../support/small-reading.ts'

const kit = await openLinkKit()

const TOWNS = ['Darun', 'Orrin', 'Selin']
const KINDS = { blast: 'bombing', strike: 'airstrike', arrest: 'arrest' } as const

interface Told {
  readonly town: number
  readonly day: number
  readonly killed: number
  readonly word: keyof typeof KINDS
}

/** A report of one or two things, each in a sentence. */
function tell(id: string, things: readonly Told[]): Reading {
  const sentences = things.map(
    ({ town, killed, word }) => `The ${word} in ${TOWNS[town]} left ${killed} dead. `,
  )
  const text = sentences.join('')
  const events = things.map(({ town, day, killed, word }, i) => {
    const name = TOWNS[town] ?? ''
    const read = { id: `v${i}`, readBy: 'events/x', evidence: at(text, name) }
    const date = `2024-03-0${day}`
    return smallEvent({
      id: `e${i}`,
      kind: KINDS[word],
      mentions: at(text, word),
      place: { ...read, value: { name, exactness: 'town' } },
      time: { ...read, value: { earliest: date, latest: date } },
      figures: [smallFigure({ harm: 'killed', atLeast: killed, atMost: killed })],
    })
  })
  const reading = smallReading(text, { events })
  const publishedAt = `2024-03-0${things[0]?.day ?? 1}`
  return { ...reading, report: { ...reading.report, id, publishedAt } }
}

const thing = fc.record({
  town: fc.integer({ min: 0, max: 2 }),
  day: fc.integer({ min: 1, max: 3 }),
  killed: fc.integer({ min: 3, max: 5 }),
  word: fc.constantFrom('blast' as const, 'strike' as const, 'arrest' as const),
})
const readings = fc
  .array(fc.array(thing, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 10 })
  .map((all) => all.map((things, i) => tell(`r${i}`, things)))

/** Incidents with their members, as bytes. */
const incidents = (all: readonly Reading[], decisions: readonly LinkDecision[] = []): string =>
  JSON.stringify(
    linkReadings(all, kit, decisions).clusters.map((members) => [incidentIdOf(members), members]),
  )

test('reports are linked the same in 20 orders', () => {
  fc.assert(
    fc.property(readings, fc.infiniteStream(fc.integer()), (all, numbers) => {
      const wanted = incidents(all)
      for (let round = 0; round < 20; round += 1) {
        const mixed = all
          .map((reading) => ({ reading, place: numbers.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ reading }) => reading)
        expect(incidents(mixed)).toBe(wanted)
      }
    }),
    { numRuns: 20 },
  )
})

test('a decision holds whatever the scores, and once undone all is as before', () => {
  const verdict = fc.constantFrom('same' as const, 'not-the-same' as const)
  fc.assert(
    fc.property(readings, verdict, fc.tuple(fc.nat(), fc.nat()), (all, said, picks) => {
      const keys = linkReadings(all, kit).profiles.map(({ key }) => key)
      const [a, b] = picks.map((pick) => keys[pick % keys.length])
      if (!a || !b || a === b) return
      const before = incidents(all)
      const taken = incidents(all, [{ id: 'd', a, b, verdict: said }])
      const together = (line: string): boolean =>
        (JSON.parse(line) as [string, unknown[]][]).some(([, members]) =>
          [a, b].every((key) =>
            members.some((member) => JSON.stringify(member) === JSON.stringify(key)),
          ),
        )
      expect(together(taken)).toBe(said === 'same')
      expect(incidents(all, [])).toBe(before)
    }),
    { numRuns: 40 },
  )
})

test('reports of one thing are one incident, of two things two', () => {
  const strike: Told = { town: 0, day: 2, killed: 5, word: 'strike' }
  const all = [
    tell('r1', [strike]),
    tell('r2', [strike]),
    tell('r3', [{ ...strike, town: 1, killed: 3, word: 'arrest' }]),
  ]
  const groups = linkReadings(all, kit).clusters.map((members) => members.map((key) => key.report))
  expect(groups.map((group) => group.sort().join(' ')).sort()).toEqual(['r1 r2', 'r3'])
})

test('a report without an event that can be linked is compared by what it tells, under a key without one', () => {
  const text =
    'Lerwick Industries of Darun bought Tamsin Foods, said Tomas Lerwick and Ilka Tamsin of Orrin.'
  const all = ['r1', 'r2'].map((id) => {
    const reading = smallReading(text)
    return { ...reading, report: { ...reading.report, id } }
  })
  expect(linkReadings(all, kit).clusters).toEqual([])
  expect(linkReports(all, kit).clusters).toHaveLength(1)
  expect(linkReports(all, kit).profiles.map(({ key }) => key.event)).toEqual(['', ''])
})
