import { expect, test } from 'vitest'
import { partsOf, standingOf, withDecided } from '../../../src/review/index.ts'
import type { ReviewDecision } from '../../../src/records/index.ts'
import { valueWords } from '../../../workbench/src/views/review/value-words.ts'
import { countWords } from '../../../workbench/src/words/counts.ts'
import { readingOf } from '../../support/incident-readings.ts'

const reading = readingOf(
  'r',
  'A car bomb killed at least 12 people in Darun on Monday, the governor said.',
)

test('every part says something in few words', () => {
  const said = partsOf(reading).map((part) => [part.field, valueWords(part, reading)])
  expect(said).toContainEqual(['time', '2024-03-04'])
  expect(said).toContainEqual(['figure', expect.stringContaining('killed · ≥ 12')])
  expect(said.filter(([field, words]) => field !== 'content' && words === '')).toEqual([])
})

test('counts are as exact as they are', () => {
  const counts = [
    { atLeast: 4, atMost: 4 },
    { atLeast: 12 },
    { atMost: 3 },
    { atLeast: 24, vague: true },
    {},
  ] as const
  expect(counts.map(countWords)).toEqual(['4', '≥ 12', '≤ 3', '~ ≥ 24', undefined])
})

test('what reviewers say stands beside what was read', () => {
  const decision = (more: Partial<ReviewDecision>): ReviewDecision => ({
    ...{
      entry: 1,
      at: '',
      by: 'a',
      report: 'r',
      version: 1,
      record: 'x',
      verdict: 'accept',
      group: 'g',
    },
    ...more,
  })
  const state = (...decisions: ReviewDecision[]) => standingOf(decisions).get('x')?.state
  expect(state(decision({}))).toBe('accepted')
  expect(state(decision({ undone: 2 }))).toBeUndefined()
  expect(state(decision({}), decision({ entry: 2, verdict: 'reject' }))).toBe('rejected')
  expect(state(decision({}), decision({ entry: 2, by: 'b', verdict: 'reject' }))).toBe('disputed')
  expect(state(decision({}), decision({ entry: 2, by: 'b', verdict: 'skip' }))).toBe('accepted')
  const time = reading.events[0]?.time?.id ?? ''
  const value = { field: 'time', earliest: '2024-03' } as const
  const edited = withDecided(partsOf(reading), [
    decision({ record: time, verdict: 'edit', value, evidence: [] }),
  ])
  expect(edited.find(({ id }) => id === time)?.value).toEqual(value)
})
