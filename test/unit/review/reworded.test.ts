import { expect, test } from 'vitest'
import { holdsWordsOf, namesKept } from '../../../src/review/index.ts'
import { readingOf } from '../../support/incident-readings.ts'

const TEXT =
  'Snow fell. Gunmen of the Harrow Front shot dead two farmers near the river in Selin on Tuesday. Later Daud left.'

test('a case that has a run of a report’s words holds somebody’s text', () => {
  expect(holdsWordsOf(TEXT, TEXT)).toBe(true)
  const changed = 'Gunmen of the Harrow Front shot dead two farmers, Omar Lor said.'
  expect(holdsWordsOf(changed, TEXT)).toBe(false)
  expect(holdsWordsOf(`${changed.slice(0, 50)} — near the RIVER in Selin`, TEXT)).toBe(true)
  expect(
    holdsWordsOf(
      '“gunmen of the Harrow Front: shot dead two farmers near the river in Selin on',
      TEXT,
    ),
  ).toBe(true)
  expect(holdsWordsOf('A band shot three herders near a wood.', TEXT)).toBe(false)
  expect(holdsWordsOf('Before. Snow fell! After.', 'Snow fell.')).toBe(true)
})

test('names that stand at the words and are still in the case are named', () => {
  const reading = readingOf('one', TEXT)
  const span = { start: TEXT.indexOf('Gunmen'), end: TEXT.indexOf('Later') }
  expect(namesKept('The Harrow Front shot a herder, Daud said.', reading, span)).toContain(
    'Harrow Front',
  )
  expect(namesKept('The Harrow Front shot a herder, Daud said.', reading, span)).not.toContain(
    'Daud',
  )
  expect(namesKept('The Reed Band shot a herder.', reading, span)).toEqual([])
})
