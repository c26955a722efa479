import { expect, test } from 'vitest'
import type { ReviewDecision, Verdict } from '../../../src/records/index.ts'
import { standingOf } from '../../../src/review/index.ts'

let entry = 0
const said = (by: string, verdict: Verdict, more: Partial<ReviewDecision> = {}): ReviewDecision => {
  entry += 1
  return {
    ...{ report: 'r', version: 1, record: 'e', at: '2024-03-06', group: String(entry) },
    ...{ entry, by, verdict, ...more },
  }
}
const state = (...decisions: ReviewDecision[]): unknown => standingOf(decisions).get('e')?.state

test('two who differ dispute it, until somebody rules', () => {
  const [ada, ben] = [said('ada', 'accept'), said('ben', 'reject')]
  expect(state(ada, ben)).toBe('disputed')
  expect(state(ada, ben, said('rosa', 'accept'))).toBe('disputed')
  expect(state(ada, ben, said('rosa', 'accept', { rules: true }))).toBe('accepted')
  expect(state(ada, said('rosa', 'reject', { rules: true }), ben)).toBe('rejected')
})

test('the last ruling counts, also before what whoever ruled says later; one that is undone does not', () => {
  const [ada, ben] = [said('ada', 'accept'), said('ben', 'reject')]
  const rule = (verdict: Verdict, more = {}) => said('rosa', verdict, { rules: true, ...more })
  expect(state(ada, ben, rule('accept'), rule('reject'))).toBe('rejected')
  expect(state(ada, ben, rule('accept'), said('rosa', 'reject'))).toBe('accepted')
  expect(state(ada, ben, rule('accept', { undone: 99 }))).toBe('disputed')
  expect(state(ada, ben, rule('skip'))).toBe('disputed')
})
