import { expect, test } from 'vitest'
import { findSet, writeScores, type Known } from '../../../src/evaluate/index.ts'
import { smallEvent, smallFigure, smallReading } from '../../support/small-reading.ts'

const known: Known = {
  isHarmful: () => true,
  country: () => undefined,
  sameGroup: () => false,
}
const records = {
  polnear: { docid: 'a', text: 'x', attributions: [] },
  timex: { docid: 'a', text: 'x', dct: '2024-03-04', timexes: [] },
  geo: { id: 7, text: 'x', toponyms: [] },
  'wiki-terror': {
    id: 1,
    text: 'x',
    dead: { raw: '3 (+1)', min: 3 },
    injured: { raw: null, min: null },
    location: 'Darun, Velka',
    perpetrator: null,
  },
  isafpr: { id: 1, text: 'x', gold: { min_killed: 1, min_captured: 0, province: [] } },
  readings: smallReading('x'),
}

test.each(Object.entries(records))('%s is told by its keys', (name, record) => {
  expect(findSet(record, { where: 'a' }).name).toBe(name)
  const { input } = findSet(record, { where: 'a' }).open(known).parse(record, 'a')
  expect(input.text).toBe('x')
})

test('the answers are no part of the input', () => {
  const set = findSet(records['wiki-terror'], { where: 'a' }).open(known)
  expect(set.parse({ ...records['wiki-terror'], date: '2024-03-04' }, 'a').input).toEqual({
    id: '1',
    text: 'x',
  })
})

test('an unknown record, an unknown name and a broken record are named', () => {
  expect(() => findSet({ text: 'x' }, { where: 'g.ndjson line 1' })).toThrow(
    'g.ndjson line 1: the keys tell no labelled set; sets: polnear,',
  )
  expect(() => findSet({}, { name: 'nothing', where: 'a' })).toThrow(
    'unknown labelled set: nothing',
  )
  const set = findSet(records.geo, { where: 'a' }).open(known)
  expect(() => set.parse({ id: 'a', text: 'x', toponyms: [{ start: 'b' }] }, 'g line 7')).toThrow(
    'g line 7: no record of geo: toponyms.0.start',
  )
})

test('a reading of another text is refused', () => {
  const set = findSet(records.geo, { where: 'a' }).open(known)
  expect(() => set.parse(records.geo, 'g line 1').count(smallReading('y'))).toThrow(
    'g line 1: the reading is of another text',
  )
})

test.each<[string, number, boolean]>([
  ['3 (+1)', 3, true],
  ['3 (+1)', 4, true],
  ['3 (+1)', 5, false],
  ['(+2)', 0, true],
  ['13+', 13, true],
  ['1,200', 1200, true],
])('a list that says %s and a reading that says %i', (raw, read, isExact) => {
  const record = { ...records['wiki-terror'], dead: { raw, min: 0 } }
  const set = findSet(record, { where: 'a' }).open(known)
  const figure = smallFigure({ harm: 'killed', atLeast: read, atMost: read })
  const mentions = [{ start: 0, end: 1, quote: 'x' }]
  const events = [smallEvent({ kind: 'bombing', mentions, figures: [figure] })]
  set.parse(record, 'a').count(smallReading('x', { events }))
  expect(set.scores()).toMatchObject({ killed: { exact: { right: Number(isExact), of: 1 } } })
})

test('scores are written one a line, with their counts', () => {
  const rate = { precision: 0.5, recall: 1, f1: 2 / 3, right: 1, system: 2, gold: 1 }
  const lines = writeScores({ a: { b: rate, c: { share: 0.25, right: 1, of: 4 } }, d: 0.5 })
  expect(lines.split('\n')).toEqual([
    'a',
    '  b                               P  50.0  R 100.0  F  66.7   right 1, ours 2, gold 1',
    '  c                                25.0   1 of 4',
    'd                                  50.0',
    '',
  ])
})
