import { expect, test } from 'vitest'
import { openLinkKit } from '../src/kit.ts'
import { findOrigins, linkReadings, membersOf } from '../src/link/index.ts'
import type { Reading } from '../src/records/index.ts'
import { read, violationsOf } from './support/read.ts'
import { sampleReports } from './support/samples.ts'

const inputs = sampleReports()
/** The latest text of each. */
const latest = new Map(inputs.map((input) => [input.id, input]))
const readings = new Map<string, Reading>([...latest].map(([id, input]) => [id, read(input)]))
const linked = linkReadings([...readings.values()], await openLinkKit())
const NAMES = ['bergen', 'kasto', 'orrin', 'perth', 'salta', 'tampere']

test('there are 20 reports, and one page that was changed', () => {
  expect(inputs).toHaveLength(21)
  expect(latest.size).toBe(20)
  const [before, after] = inputs.filter(({ id }) => id === 'perth-1')
  expect([before?.uri, before?.outlet]).toEqual([after?.uri, after?.outlet])
  expect(before?.text).not.toBe(after?.text)
})

test('every record of theirs is proved', () => {
  for (const reading of readings.values()) expect(violationsOf(reading)).toEqual([])
})

test('they are linked into the six incidents that they were written of', () => {
  const reports = linked.clusters.map((keys) => new Set(keys.map(({ report }) => report)))
  const meant = NAMES.map((name) => [...latest.keys()].filter((id) => id.startsWith(name)))
  const byName = reports
    .map((ids) => [...ids].sort())
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  expect(byName).toEqual(meant)
})

test('the copies of the wire story are one origin', () => {
  const cluster = linked.clusters.find((keys) => keys.some(({ report }) => report === 'tampere-1'))
  const origins = findOrigins(membersOf([...readings.values()], cluster ?? []))
  expect(origins.find(({ reports }) => reports.includes('tampere-1'))?.reports.toSorted()).toEqual([
    'tampere-1',
    'tampere-2',
    'tampere-3',
  ])
})
