import { expect, test } from 'vitest'
import { OWN_KINDS, newOwnActorSchema } from '../../../src/records/index.ts'
import { draftFor, entryOf, KINDS } from '../../../workbench/src/views/dictionary/drafts.ts'

test('what is filled in is an entry, with blank lines and small letters made good', () => {
  const draft = {
    ...draftFor({ name: ' Harrow Front ', kind: 'armed-group' }),
    aliases: 'HF\n\n Harrow ',
    country: 'ken, Som',
  }
  const entry = entryOf(draft)
  expect(entry).toEqual({
    ...{ name: 'Harrow Front', kind: 'armed-group' },
    ...{ aliases: ['HF', 'Harrow'], country: ['KEN', 'SOM'] },
  })
  expect(newOwnActorSchema.parse(entry)).toEqual(entry)
})

test('what nobody knows is no entry', () => {
  expect(entryOf(draftFor({ name: 'Harrow', kind: 'unknown' }))).toBeUndefined()
})

test('all kinds of actors are offered', () => {
  expect([...KINDS, 'not-an-actor']).toEqual(OWN_KINDS)
})
