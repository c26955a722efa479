import { expect, test } from 'vitest'
import type { ReviewPart } from '../../../src/review/index.ts'
import { missingIn } from '../../../workbench/src/views/review/missing.ts'
import { rivalsOf } from '../../../workbench/src/views/review/rivals.ts'

const evidence = [{ start: 0, end: 3, quote: 'two' }]
const part = (id: string, field: ReviewPart['field'], more: Partial<ReviewPart> = {}) =>
  ({ id, field, of: 'e1', evidence, ...more }) as ReviewPart
const event = { id: 'e1', field: 'event', evidence } as ReviewPart

test('rivals are what a report gives beside a value, whichever of them is looked at', () => {
  const [second, third] = [{ id: 'f2', also: [{ id: 'f3' }] }, { id: 'f3' }]
  const parts = [
    event,
    part('f1', 'figure', { read: { id: 'f1', also: [second] } }),
    part('f2', 'figure', { read: second }),
    part('f3', 'figure', { read: third }),
    part('f4', 'figure', { read: { id: 'f4' } }),
  ]
  const ids = (at: number) => rivalsOf(parts[at] ?? event, parts).map(({ id }) => id)
  expect(ids(1)).toEqual(['f1', 'f2', 'f3'])
  expect(ids(3)).toEqual(['f1', 'f2', 'f3'])
  expect(ids(4)).toEqual(['f4'])
  expect(ids(0)).toEqual(['e1'])
})

test('what may be missing is what the event has none of, and what there may be more of', () => {
  const parts = [
    event,
    part('e1/time', 'time', { evidence: [] }),
    part('p1', 'place'),
    part('f1', 'figure'),
  ]
  const fields = missingIn(parts[3], parts)
  expect(fields.slice(0, 3)).toEqual(['time', 'participant', 'figure'])
  expect(fields).not.toContain('place')
  expect(fields.length).toBeLessThanOrEqual(9)
  const statement = { id: 's1', field: 'statement', evidence } as ReviewPart
  expect(missingIn(statement, [statement])).toEqual(['source', 'cue'])
  expect(missingIn(undefined, parts)).toEqual([])
})
