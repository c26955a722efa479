import { expect, test } from 'vitest'
import type { ReviewDecision } from '../../../src/records/index.ts'
import type { Waiting } from '../../../workbench/src/api/outbox.ts'
import { isWaiting, nextToTurn, withWaiting } from '../../../workbench/src/api/waiting.ts'

const kept = (entry: number, more: Partial<ReviewDecision> = {}): ReviewDecision => ({
  ...{ entry, at: '2024-03-08', by: 'ada', group: `g${entry}` },
  ...{ report: 'one', version: 1, record: `r${entry}`, verdict: 'accept' },
  ...more,
})
const change = (path: string, body: object): Waiting => ({
  ...{ key: 'key', by: 'ada', label: '', path, body },
})
const decide = (group: string, report = 'one') =>
  change('/decisions', {
    group,
    decisions: [{ report, version: 1, record: `r-${group}`, verdict: 'reject' }],
  })
const turn = (way: string, group?: string) =>
  change(`/decisions/${way}`, { ...(group && { group }) })

const stands = (decisions: readonly ReviewDecision[]) =>
  decisions.filter(({ undone }) => undone === undefined).map(({ group }) => group)

test('what waits stands behind what is kept, of this report alone', () => {
  const all = withWaiting([kept(1)], [decide('a'), decide('b', 'two')], 'one')
  expect(all.map(({ group, by }) => [group, by])).toEqual([
    ['g1', 'ada'],
    ['a', 'ada'],
  ])
  expect(all.map(isWaiting)).toEqual([false, true])
})

test('what is taken back or called back while it waits is shown so', () => {
  expect(stands(withWaiting([kept(1)], [decide('a'), turn('undo', 'g1')], 'one'))).toEqual(['a'])
  expect(stands(withWaiting([kept(1)], [decide('a'), turn('undo', 'a')], 'one'))).toEqual(['g1'])
  const undone = kept(1, { undone: 2 })
  expect(stands(withWaiting([undone], [turn('redo', 'g1')], 'one'))).toEqual(['g1'])
})

test('what the server has kept meanwhile is not there twice', () => {
  expect(withWaiting([kept(1, { group: 'a' })], [decide('a')], 'one')).toHaveLength(1)
})

test('other changes say nothing of reviews', () => {
  const other = change('/incidents/join', { ids: ['a', 'b'] })
  expect(withWaiting([kept(1)], [other], 'one')).toEqual([kept(1)])
})

test('undo takes the last that waits, then what waits before it, then what is kept', () => {
  const waiting = [decide('a'), decide('b', 'two')]
  expect(nextToTurn('undo', waiting, [kept(1)])).toEqual({ group: 'b', report: 'two' })
  waiting.push(turn('undo', 'b'))
  expect(nextToTurn('undo', waiting, [kept(1)])).toEqual({ group: 'a', report: 'one' })
  waiting.push(turn('undo', 'a'))
  expect(nextToTurn('undo', waiting, [kept(1)])).toEqual({ group: 'g1', report: 'one' })
  waiting.push(turn('undo', 'g1'))
  expect(nextToTurn('undo', waiting, [kept(1)])).toBeUndefined()
})

test('redo calls back in turn, until something new is decided', () => {
  const waiting = [decide('a'), decide('b'), turn('undo', 'b'), turn('undo', 'a')]
  expect(nextToTurn('redo', waiting, [])).toEqual({ group: 'a', report: 'one' })
  waiting.push(turn('redo', 'a'))
  expect(nextToTurn('redo', waiting, [])).toEqual({ group: 'b', report: 'one' })
  waiting.push(decide('c'))
  expect(nextToTurn('redo', waiting, [])).toBeUndefined()
  expect(nextToTurn('redo', [], [kept(1, { undone: 2 })])).toEqual({ group: 'g1', report: 'one' })
  expect(nextToTurn('redo', [], [kept(1, { undone: 2 }), kept(3)])).toBeUndefined()
})
