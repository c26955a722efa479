import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePlain } from '../src/ingest/index.ts'
import { read, violationsOf } from './support/read.ts'

const SAMPLES = new URL('../data/samples/', import.meta.url)

/** Sentences of our own samples, whole. */
const SENTENCES = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) =>
    parsePlain(readFileSync(new URL(name, SAMPLES), 'utf8'), name).text.split(/(?<=[.?!”]) |\n+/),
  )

/** Pieces that the stages look for; put together they make text that no person wrote. */
const PIECES = [
  ...[
    'Ilan Morvath',
    'the Front for a Free Velka',
    'Colonel Teodor Vash',
    'Kabul',
    'the army',
    'he',
    'gunmen',
    'ISIS',
  ],
  ...['“', '”', '"', '‘', '’', "'", '(', ')', '—', ',', '.', '. ', ': ', '?', '\n', '\n\n', '- '],
  ...[
    'at least',
    'dozens of',
    'two',
    '12',
    '1,200',
    '9/11',
    'a nine-year-old',
    'no',
    'both',
    'half a dozen',
    'more than 100',
  ],
  ...[
    'people',
    'soldiers',
    'civilians',
    'houses',
    'were killed',
    'wounding',
    'killed',
    'kidnapped',
    'bombing',
    'attack on',
  ],
  ...[
    'said',
    'according to',
    'claimed responsibility for',
    'denied that',
    'told reporters',
    'who said',
    'accused',
  ],
  ...[
    'on Monday',
    'March 5, 2024',
    'last week',
    'two days after',
    'at 14:30',
    'since 2021',
    'near',
    '12 km south of',
  ],
  ...[
    'including',
    'and',
    'or',
    'not',
    'by',
    'of the',
    'if',
    'could',
    '\u202e',
    '\ud800',
    '\u0000',
    'İ',
    'ﬁ',
    '😀',
  ],
]

const half = fc
  .tuple(fc.constantFrom(...SENTENCES), fc.nat(), fc.nat())
  .map(([sentence, from, to]) =>
    sentence.slice(from % sentence.length).slice(0, (to % sentence.length) + 1),
  )
const part = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.constantFrom(...PIECES),
  half,
  fc.constantFrom(...SENTENCES),
)
const text = fc.array(part, { minLength: 1, maxLength: 24 }).map((parts) => parts.join(' '))
const report = fc.record(
  {
    text,
    title: text.filter((title) => title.trim() !== ''),
    publishedAt: fc.constantFrom('2024-03-06', '2021-12-31', '2024-02-29T23:30:00Z'),
  },
  { requiredKeys: ['text'] },
)

const RUNS = { numRuns: 60, seed: 11, endOnFailure: true }

test('whatever the text, its reading is proved, and the same again', () => {
  fc.assert(
    fc.property(report, (input) => {
      const reading = read(input)
      expect(violationsOf(reading)).toEqual([])
      expect(JSON.stringify(read(input))).toBe(JSON.stringify(reading))
    }),
    RUNS,
  )
})

test('a blank paragraph before a text moves its offsets and changes nothing else', () => {
  fc.assert(
    fc.property(text, (body) => {
      const publishedAt = '2024-03-06'
      const [plain, moved] = ['', '\n\n'].map((before) =>
        read({ id: 'one', text: before + body, publishedAt }),
      )
      expect(withoutPlaces(moved, 2)).toEqual(withoutPlaces(plain, 0))
    }),
    RUNS,
  )
})

/** The records of a reading with all offsets moved back; ids, which are made of them, by the order in which they come. */
function withoutPlaces(reading: ReturnType<typeof read> | undefined, by: number): unknown {
  if (!reading) return undefined
  const { actors, events, statements, times, places, notes } = reading
  const ids = new Map<string, string>()
  const text = JSON.stringify({ actors, events, statements, times, places, notes })
  return JSON.parse(text, (key, value: unknown) => {
    if (typeof value === 'number' && (key === 'start' || key === 'end')) return value - by
    if (typeof value !== 'string' || !/^[0-9a-f]{16}$/.test(value)) return value
    const known = ids.get(value) ?? `id ${ids.size}`
    ids.set(value, known)
    return known
  })
}
