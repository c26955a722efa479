import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineIncident, toIncident, type Member } from '../../../src/link/index.ts'
import type { Incident, Policy } from '../../../src/records/index.ts'
import { eventOf } from '../../support/incident.ts'
import { read } from '../../support/read.ts'

const TEXTS = [
  'An airstrike on the market of Darun killed three people on Monday, police said.',
  'The governor said 17 people died on Monday when the army bombed the market of Darun. The army denied that it had bombed the market.',
  'DARUN, March 5 (AFP) - At least 12 people, including five children, were killed in an airstrike on Monday, doctors said. 30 were wounded.',
  'Dozens were killed and hundreds wounded in an airstrike on Darun, AFP reported.',
  'The army said it killed 40 rebels in an airstrike on Darun in March.',
  'The Front for a Free Velka bombed the market of Selin on Tuesday, the army said. It killed two guards and four civilians.',
  'An airstrike killed up to 20 people in Darun. Another three people died on Wednesday.',
  "Police lowered the death toll of Monday's airstrike on Darun to 9.",
  'Warplanes bombed Darun. No group claimed responsibility for the bombing. Several people were hurt.',
  'The Front for a Free Velka claimed responsibility for a bombing in Darun that killed 15 soldiers.',
]
const OUTLETS = ['Orrin Daily', 'Velka Post', 'Radio Selin']
const POLICIES: readonly Policy[] = [
  'conservative',
  'range',
  'latest',
  'majority-of-origins',
  'source-order',
]

const MEMBERS: readonly Member[] = TEXTS.map((text, i) => {
  const outlet = OUTLETS[i % OUTLETS.length] ?? ''
  const day = i % 4 === 3 ? {} : { publishedAt: `2024-03-0${5 + (i % 3)}` }
  const reading = read({ id: `r${i}`, text, outlet, ...day })
  return { reading, event: eventOf(reading) }
})

const members = fc.shuffledSubarray([...MEMBERS], { minLength: 1 })
const policy = fc.constantFrom(...POLICIES)
const incidentBy = (some: readonly Member[], name: Policy): Incident =>
  toIncident('i', some, { policy: name, order: ['Velka Post', 'doctors'] })

test('the order of the members is of no matter', () => {
  fc.assert(
    fc.property(members, policy, (some, name) => {
      const ordered = some.toSorted((a, b) => (a.reading.report.id < b.reading.report.id ? -1 : 1))
      expect(incidentBy(some, name)).toEqual(incidentBy(ordered, name))
    }),
  )
})

test('an outline says what the incident says', () => {
  fc.assert(
    fc.property(members, policy, (some, name) => {
      const whole = incidentBy(some, name)
      const outline = outlineIncident('i', some, { policy: name, order: ['Velka Post', 'doctors'] })
      expect(whole).toMatchObject(outline)
      expect(Object.keys(outline).sort()).toEqual(
        Object.keys(whole)
          .filter((key) => !['values', 'stands', 'contradictions'].includes(key))
          .sort(),
      )
    }),
  )
})

test('low is at most best, best at most high; what is for and against is there, and not the same', () => {
  fc.assert(
    fc.property(members, policy, (some, name) => {
      const { values, stands, figures, contradictions } = incidentBy(some, name)
      const known = new Set(values.map(({ id }) => id))
      expect(known.size).toBe(values.length)
      for (const { low, best, high } of Object.values(figures).flatMap((toll) => [
        toll,
        ...(toll.parts ?? []),
      ])) {
        expect(low ?? 0).toBeLessThanOrEqual(best ?? high ?? Infinity)
        expect(best ?? 0).toBeLessThanOrEqual(high ?? Infinity)
      }
      for (const { because, against } of [
        ...Object.values(stands).flat(),
        ...Object.values(figures),
      ]) {
        expect(because.length).toBeGreaterThan(0)
        expect([...because, ...against].filter((id) => !known.has(id))).toEqual([])
        expect(against.filter((id) => because.includes(id))).toEqual([])
      }
      const named = contradictions.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims))
      expect(named.filter((id) => !known.has(id))).toEqual([])
      const steps = Object.values(figures).flatMap(({ history }) =>
        history.flatMap((step) => step.because),
      )
      expect(steps.filter((id) => !known.has(id))).toEqual([])
    }),
  )
})

test('every claim has its words in its report, and every report its origin', () => {
  const texts = new Map(MEMBERS.map(({ reading: { report } }) => [report.id, report]))
  const { values, origins } = incidentBy(MEMBERS, 'range')
  const reports = origins.flatMap((one) => one.reports)
  expect(reports.toSorted()).toEqual([...texts.keys()].sort())
  for (const { evidence, report, origin } of values) {
    const { text = '', title = '' } = texts.get(report) ?? {}
    expect(evidence.length).toBeGreaterThan(0)
    for (const { start, end, quote, in: where } of evidence)
      expect((where === 'title' ? title : text).slice(start, end)).toBe(quote)
    expect(origins.find(({ id }) => id === origin)?.reports).toContain(report)
  }
})

/** The same text, published later by somebody else. */
function copyOf({ reading, event }: Member, outlet: string): Member {
  const report = { ...reading.report, id: `${reading.report.id} in ${outlet}`, outlet }
  const { publishedAt, ...undated } = report
  const dated = publishedAt === undefined ? undated : { ...undated, publishedAt: '2024-03-09' }
  return { reading: { ...reading, report: dated }, event }
}

test('a copy changes nothing of what stands for most origins', () => {
  fc.assert(
    fc.property(members, fc.nat(), (some, at) => {
      const copied = some[at % some.length]
      if (!copied) return
      const before = incidentBy(some, 'majority-of-origins')
      const after = incidentBy([...some, copyOf(copied, 'Lower Herald')], 'majority-of-origins')
      expect(after.origins).toHaveLength(before.origins.length)
      const values = ({ stands }: Incident) =>
        Object.entries(stands).map(([field, standing]) => [
          field,
          standing.map(({ value }) => value),
        ])
      const tolls = ({ figures }: Incident) =>
        Object.entries(figures).map(([harm, { low, best, high, open }]) => [
          harm,
          low,
          best,
          high,
          open,
        ])
      expect(values(after)).toEqual(values(before))
      expect(tolls(after)).toEqual(tolls(before))
    }),
  )
})
