import { expect, test } from 'vitest'
import { sha256 } from '../../../src/base/hash.ts'
import { verifyReading, type Place, type Reading } from '../../../src/records/index.ts'

const text = 'A bomb killed two people in Darun.'
const place: Place = { id: 'p1', name: 'Darun', evidence: [{ start: 28, end: 33, quote: 'Darun' }] }
const reading = (changes: Partial<Reading> = {}): Reading => ({
  schema: 'ascribe.reading/1',
  run: { ascribe: '0', codebook: 'core@1', data: 'd' },
  report: { id: 'r', text, hash: sha256(text), language: 'en' },
  actors: [],
  events: [],
  statements: [],
  times: [],
  places: [place],
  notes: [],
  ...changes,
})
const kinds = (one: Reading): string[] => verifyReading(one).map((violation) => violation.kind)

test('a proved reading has no violation', () => {
  expect(verifyReading(reading())).toEqual([])
})

test.each<[string, Partial<Reading>]>([
  ['span', { places: [{ ...place, evidence: [{ start: 27, end: 32, quote: 'Darun' }] }] }],
  ['id', { places: [place, place] }],
  ['void', { places: [{ ...place, name: '' }] }],
  ['hash', { report: { id: 'r', text, hash: 'x', language: 'en' } }],
  [
    'place',
    {
      places: [],
      events: [
        {
          id: 'e',
          readBy: 'events/x',
          kind: 'bombing',
          status: 'happened',
          mentions: [{ start: 2, end: 6, quote: 'bomb' }],
          place: {
            id: 'v',
            readBy: 'events/x',
            value: { name: 'Darun' },
            evidence: place.evidence,
          },
          participants: [],
          means: [],
          figures: [],
          claims: [],
          codes: {},
        },
      ],
    },
  ],
  [
    'reference',
    {
      statements: [
        {
          id: 's',
          readBy: 'statements/x',
          content: [{ start: 0, end: 6, quote: 'A bomb' }],
          form: 'indirect',
          stance: 'asserts',
          certainty: 'unstated',
          about: ['nobody'],
        },
      ],
    },
  ],
])('a breach of kind %s is found', (kind, changes) => {
  expect(kinds(reading(changes))).toEqual([kind])
})
