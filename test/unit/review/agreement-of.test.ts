import { expect, test } from 'vitest'
import type { ReviewDecision } from '../../../src/records/index.ts'
import {
  agreementOf,
  codedUnits,
  concordOf,
  newRandom,
  type CodedReport,
} from '../../../src/review/index.ts'
import { at, smallEvent, smallReading } from '../../support/small-reading.ts'

const TEXT = 'A bomb went off in Darun. Gunmen shot at a patrol in Selin.'
const EVENTS = [
  smallEvent({ id: 'e1', kind: 'bombing', mentions: at(TEXT, 'went off') }),
  smallEvent({ id: 'e2', kind: 'armed-assault', mentions: at(TEXT, 'shot') }),
]
let entry = 0
function says(by: string, record: string, more: Partial<ReviewDecision> = {}): ReviewDecision {
  entry += 1
  const kept = { entry, by, at: '2024-03-08T12:00:00Z', group: `g${entry}` }
  return { report: 'r', version: 1, record, verdict: 'accept', ...kept, ...more }
}
const coded = (...decisions: ReviewDecision[]): CodedReport => ({
  reading: smallReading(TEXT, { events: EVENTS }),
  decisions,
  coders: ['ada', 'ben'],
})
const clash = { field: 'kind', kind: 'armed-clash' } as const
const report = coded(
  says('ada', 'e1/kind'),
  says('ben', 'e1/kind'),
  says('ada', 'e2/kind'),
  says('ben', 'e2/kind', { verdict: 'edit', value: clash, evidence: at(TEXT, 'shot at') }),
  says('ada', 'e1/time'),
  says('ben', 'e1/status', { verdict: 'skip' }),
  says('cyd', 'e1/status', { verdict: 'reject' }),
  says('ada', 'e2', { verdict: 'reject', undone: 99 }),
)

test('what counts is the last word of each, that stands and is of one of the two', () => {
  const units = codedUnits(report)
  expect(units.map((unit) => [unit.part.id, unit.codes, concordOf(unit)])).toEqual([
    ['e1/kind', ['bombing', 'bombing'], 'agreed'],
    ['e1/time', ['not stated', undefined], 'one-only'],
    ['e2/kind', ['armed-assault', 'armed-clash'], 'differs'],
  ])
})

test('reasons and words are no disagreement', () => {
  const edit = { verdict: 'edit', value: clash } as const
  const [unit] = codedUnits(
    coded(
      says('ada', 'e2/kind', { ...edit, evidence: at(TEXT, 'shot') }),
      says('ben', 'e2/kind', { ...edit, evidence: at(TEXT, 'shot at'), reason: 'two sides' }),
    ),
  )
  expect(unit && concordOf(unit)).toBe('agreed')
})

test('each field is counted by itself, with what was confused and where', () => {
  const [kind, ...rest] = agreementOf([report], { times: 100, random: newRandom(1) })
  expect(rest.map(({ field, n }) => [field, n])).toEqual([['time', 0]])
  expect(kind).toMatchObject({
    ...{ field: 'kind', n: 2, agreed: 1 },
    confusions: [
      {
        codes: ['armed-assault', 'armed-clash'],
        count: 1,
        where: [{ report: 'r', record: 'e2/kind' }],
      },
    ],
  })
  expect(kind?.kappa.value).toBeCloseTo(1 / 3, 9)
})

test('what one added is a span that the other did not mark', () => {
  const added = 'add-00000000-0000-4000-8000-000000000001'
  const value = { field: 'site', text: 'Darun' } as const
  const [site] = agreementOf(
    [
      coded(
        says('ada', added, { verdict: 'add', of: 'e1', value, evidence: at(TEXT, 'Darun') }),
        says('ada', 'e1/kind'),
      ),
    ],
    { times: 10, random: newRandom(1) },
  ).filter(({ field }) => field === 'site')
  expect([site?.n, site?.kappa]).toEqual([0, {}])
  expect(site?.spans.value).toBeLessThan(0.1)
})
