import { expect, test } from 'vitest'
import type { ListedAssignment, ReviewDecision, RuledUnit } from '../../../src/server/api.ts'
import {
  agreedOpen,
  byReport,
  estimateText,
  isReady,
  openUnits,
  rulingAfter,
  rulingAgainst,
  withWaitingRulings,
  withWaitingStates,
} from '../../../workbench/src/views/coding/coding.ts'

const decision: ReviewDecision = {
  ...{ report: 'r', version: 2, record: 'e/kind', verdict: 'edit', entry: 7, group: 'g' },
  ...{ at: '2024-03-08T12:00:00Z', by: 'ada', reason: 'so it says' },
  value: { field: 'kind', kind: 'bombing' },
  evidence: [{ start: 0, end: 4, quote: 'bomb' }],
}
const unit = (more: Partial<RuledUnit>): RuledUnit => ({
  ...{
    report: 'r',
    said: [decision, undefined],
    codes: ['bombing', undefined],
    concord: 'one-only',
  },
  part: { id: 'e/kind', field: 'kind', evidence: [] },
  ...more,
})

test('a ruling repeats what the coder said, with its words and without reasons of theirs', () => {
  const { value, evidence } = decision
  const ruling = { report: 'r', version: 2, record: 'e/kind', verdict: 'edit', value, evidence }
  expect(rulingAfter(unit({}), 0)).toEqual(ruling)
  expect(rulingAfter(unit({}), 1)).toBeUndefined()
  expect(rulingAgainst(unit({}))).toEqual({
    ...ruling,
    verdict: 'reject',
    value: undefined,
    evidence: undefined,
  })
})

test('what a coder added is accepted where the ruling follows them', () => {
  const added = unit({ said: [{ ...decision, verdict: 'add' }, undefined] })
  expect(rulingAfter(added, 0)).toEqual({
    ...{ report: 'r', version: 2, record: 'e/kind', verdict: 'accept' },
  })
})

test('what is ruled on already is not acted on again', () => {
  const agreed = unit({ concord: 'agreed' })
  const units = [
    agreed,
    unit({ concord: 'differs' }),
    unit({ concord: 'agreed', ruling: decision }),
  ]
  expect(agreedOpen(units)).toEqual([agreed])
  expect(openUnits(units)).toHaveLength(1)
})

test('a report can be ruled upon when two are done with it', () => {
  const row = (coder: string, state: ListedAssignment['state']): ListedAssignment => ({
    ...{ report: 'r', version: 1, coder, state, entry: 1, at: '', opening: 'A bomb' },
  })
  const [item] = byReport([row('ben', 'done'), row('ada', 'ruled')])
  expect(item?.coders.map(({ coder }) => coder)).toEqual(['ada', 'ben'])
  expect(item && isReady(item)).toBe(true)
  expect(isReady({ coders: [row('ada', 'done')] })).toBe(false)
  expect(isReady({ coders: [row('ada', 'done'), row('ben', 'open')] })).toBe(false)
})

test('numbers are written as the language does', () => {
  expect(estimateText({ value: 0.8166, low: 0.7, high: 0.9 }, 'fr')).toBe('0,82 (0,70 – 0,90)')
  expect(estimateText({ value: 1 }, 'en')).toBe('1.00')
  expect(estimateText({}, 'en')).toBe('–')
})

test('rulings that wait stand beside those that are kept, and go where their undoing waits', () => {
  const ruling = { ...decision, group: 'kept' }
  const kept = {
    report: 'r',
    units: [
      unit({}),
      unit({
        part: { id: 'f', field: 'figure', evidence: [] },
        ruling: { ...ruling, record: 'f' },
      }),
    ],
  }
  const change = (path: string, body: object) => ({ key: 'k', by: 'rosa', label: '', path, body })
  const decisions = [{ report: 'r', version: 2, record: 'e/kind', verdict: 'reject' }]
  const ruled = withWaitingRulings(kept, [change('/rulings', { group: 'new', decisions })])
  expect(ruled.map((one) => one.ruling?.verdict)).toEqual(['reject', 'edit'])
  const undone = withWaitingRulings(kept, [change('/decisions/undo', { group: 'kept' })])
  expect(undone.map((one) => one.ruling)).toEqual([undefined, undefined])
  expect(withWaitingRulings(kept, [])).toEqual(kept.units)
})

test('what a coder says of being done holds while it waits, of this coder alone', () => {
  const rows = ['ada', 'ben'].map(
    (coder) => ({ report: 'r', version: 2, coder, state: 'open' }) as ListedAssignment,
  )
  const body = { report: 'r', version: 2, coder: 'ben', state: 'done' }
  const change = { key: 'k', by: 'ben', label: '', path: '/assignments/state', body }
  expect(withWaitingStates(rows, [change]).map(({ state }) => state)).toEqual(['open', 'done'])
})
