import { expect, test } from 'vitest'
import type { ReviewPart } from '../../../src/review/index.ts'
import { draftOf, finished } from '../../../workbench/src/views/review/drafts.ts'

test('a place keeps where it is as long as its name is the same', () => {
  const kept = { name: 'Darun', country: 'SYR', latitude: 33, longitude: 36 }
  const value = { ...kept, ref: 'p1' }
  const part: ReviewPart = { id: 'v', field: 'place', of: 'e', evidence: [], read: { value } }
  const draft = draftOf(part, [], [])
  expect(draft.value).toEqual({ field: 'place', ...kept })
  expect(finished(draft, { ...draft.value })).toEqual(draft.value)
  expect(finished(draft, { ...draft.value, name: 'Orlo', country: '' })).toEqual({
    field: 'place',
    name: 'Orlo',
  })
})
