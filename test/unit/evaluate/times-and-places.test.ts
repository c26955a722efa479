import { expect, test } from 'vitest'
import { countPlaces, distanceKm } from '../../../src/evaluate/measures/places.ts'
import { countTimes } from '../../../src/evaluate/measures/times.ts'
import type { Place, Time } from '../../../src/records/index.ts'
import { at, smallReading } from '../../support/small-reading.ts'

const text = 'Shells fell on Darun late on Monday\nnight and on Orrin in May.'
const span = (words: string) => {
  const [{ start, end } = { start: 0, end: 0 }] = at(text, words)
  return { start, end }
}
const time = (words: string, value: string): Time => ({
  id: words,
  type: 'date',
  value,
  evidence: at(text, words),
})
const place = (words: string, where: Partial<Place>): Place => ({
  id: words,
  name: words,
  evidence: at(text, words),
  ...where,
})

test('times: extent, touch and value', () => {
  const counts = countTimes()
  const gold = [
    { ...span('late on Monday\nnight'), type: 'time', value: '2024-03-04TNI' },
    { ...span('May'), type: 'date', value: '2024-05' },
  ]
  const times = [time('Monday', '2024-03-04'), time('May', '2024-05'), time('Darun', '2024')]
  counts.add(text, gold, smallReading(text, { times }))
  expect(counts.scores()).toMatchObject({
    strict: { right: 1, system: 3, gold: 2 },
    relaxed: { right: 2, system: 3, precision: 2 / 3, recall: 1 },
    value: { right: 1, of: 2 },
    type: { right: 1, of: 2 },
    'value F1': 0.4,
    'value by type': { date: { right: 1, of: 1 }, time: { right: 0, of: 1 } },
  })
})

test('times: white space at an edge or inside is no difference', () => {
  const counts = countTimes()
  const gold = [{ ...span('Monday\n'), type: 'date', value: 'x' }]
  counts.add(text, gold, smallReading(text, { times: [time('Monday', 'x')] }))
  expect(counts.scores()).toMatchObject({ strict: { right: 1 }, value: { right: 1 } })
})

test('places: near, far, refused and not found', () => {
  const counts = countPlaces()
  const gold = [
    { ...span('Darun'), latitude: 10, longitude: 20 },
    { ...span('Orrin'), latitude: 40, longitude: 20 },
    { ...span('Monday') },
  ]
  const places = [
    place('Darun', { latitude: 11, longitude: 20 }),
    place('Orrin', {}),
    place('May', { latitude: 1, longitude: 1 }),
  ]
  counts.add(gold, smallReading(text, { places }))
  expect(counts.scores()).toMatchObject({
    spans: { exact: { right: 2, system: 3, gold: 3 } },
    where: {
      found: { right: 2, of: 2 },
      resolved: { right: 1, of: 2 },
      'within 161 km of resolved': { right: 1, of: 1 },
      'within 161 km of found': { right: 1, of: 2 },
      'unknowable refused': { right: 1, of: 1 },
    },
  })
})

test('places: a point 162 km off is wrong', () => {
  expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })).toBeCloseTo(
    111.19,
    1,
  )
  const counts = countPlaces()
  const gold = [{ ...span('Darun'), latitude: 10, longitude: 20 }]
  counts.add(
    gold,
    smallReading(text, { places: [place('Darun', { latitude: 11.46, longitude: 20 })] }),
  )
  expect(counts.scores()).toMatchObject({ where: { 'within 161 km of all': { right: 0, of: 1 } } })
})
