import { expect, test } from 'vitest'
import { countAttribution, type GoldStatement } from '../../../src/evaluate/measures/attribution.ts'
import type { Statement } from '../../../src/records/index.ts'
import { at, smallReading, smallStatement } from '../../support/small-reading.ts'

const text =
  'The bridge at Darun was hit twice, the mayor said. “We saw no smoke,” a baker told us later.'
const gold: GoldStatement[] = [
  {
    source: at(text, 'the mayor'),
    cue: at(text, 'said'),
    content: at(text, 'The bridge at Darun was hit twice'),
  },
  { source: at(text, 'a baker'), cue: at(text, 'told'), content: at(text, '“We saw no smoke,”') },
]
const ours = (one: GoldStatement): Statement =>
  smallStatement({
    content: quoted(one.content),
    cue: { lemma: 'say', evidence: quoted(one.cue) },
    ...(one.source.length > 0 && {
      source: { text: 'x', kind: 'unnamed-person', evidence: quoted(one.source) },
    }),
  })
const quoted = (spans: GoldStatement['content']) =>
  spans.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }))
const scoresOf = (statements: readonly Statement[]) => {
  const counts = countAttribution()
  counts.add(text, gold, smallReading(text, { statements }))
  return counts.scores()
}

test('the gold itself is wholly right', () => {
  expect(scoresOf(gold.map(ours))).toMatchObject({
    units: { content: { f1: 1 } },
    whole: { exact: { f1: 1, right: 2 } },
    direct: { whole: { f1: 1, gold: 1 } },
    indirect: { whole: { f1: 1, gold: 1 } },
  })
})

test('silence finds nothing', () => {
  expect(scoresOf([])).toMatchObject({ whole: { overlap: { f1: 0, system: 0, gold: 2 } } })
})

test('a shorter content overlaps from half of all units on, and is not exact', () => {
  const [first] = gold
  if (!first) throw new Error('no gold')
  const long = ours({ ...first, content: at(text, 'bridge at Darun was hit twice') })
  expect(scoresOf([long])).toMatchObject({
    content: { exact: { right: 0 }, overlap: { right: 1, system: 1, gold: 2 } },
  })
  const short = ours({ ...first, content: at(text, 'The bridge') })
  expect(scoresOf([short])).toMatchObject({ content: { overlap: { right: 0 } } })
})

test('a whole wants the source too: none where the gold has one is wrong', () => {
  const [first] = gold
  if (!first) throw new Error('no gold')
  expect(scoresOf([ours({ ...first, source: [] })])).toMatchObject({
    content: { exact: { right: 1 } },
    whole: { overlap: { right: 0, system: 1 } },
    'source, given the content': { overlap: { right: 0, of: 1 } },
  })
})

test('two statements of ours on one of the gold count once', () => {
  const [first] = gold
  if (!first) throw new Error('no gold')
  expect(scoresOf([ours(first), ours(first)])).toMatchObject({
    whole: { overlap: { right: 1, system: 2, precision: 0.5, recall: 0.5 } },
  })
})
