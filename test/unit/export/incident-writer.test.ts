import { expect, test } from 'vitest'
import { INCIDENT_COLUMNS, openIncidentWriter } from '../../../src/export/index.ts'
import type { IncidentSummary } from '../../../src/records/index.ts'

const DARUN: IncidentSummary = {
  id: 'a1',
  kind: 'bombing',
  status: 'happened',
  time: { earliest: '2024-03', latest: '2024-03' },
  place: {
    name: 'Darun',
    country: 'AFG',
    longitude: -65.12345678,
    latitude: -3.5,
    exactness: 'town',
  },
  tolls: { killed: { low: 3, best: 3, high: 17 }, injured: { low: 4 } },
  reports: 3,
  origins: 2,
}
const write = (form: 'csv' | 'geojson', ...incidents: IncidentSummary[]): string => {
  const writer = openIncidentWriter(form)
  return `${writer.head}${incidents.map(writer.write).join('')}${writer.foot}`
}
const rowOf = (incident: IncidentSummary): Record<string, string> => {
  const [, line = ''] = write('csv', incident).split('\r\n')
  const cells = [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^",]*),/g)].map((cell) => cell[1] ?? '')
  return Object.fromEntries(Object.keys(INCIDENT_COLUMNS).map((name, i) => [name, cells[i] ?? '']))
}

test('a table leaves empty what nobody says, and keeps days as vague as they are', () => {
  expect(rowOf(DARUN)).toMatchObject({
    incident: 'a1',
    earliest: '2024-03',
    longitude: '-65.12345678',
    killed_best: '3',
    killed_high: '17',
    injured_low: '4',
    injured_best: '',
    detained_low: '',
    admin1: '',
  })
})

test.each(['=HYPERLINK("x")', '+1', '-1', '@x', '\t=1', '＝1', '＋1', '－1', '＠x'])(
  'a spreadsheet does not run a place called %j',
  (name) => {
    const cell = rowOf({ ...DARUN, place: { name } }).place ?? ''
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true)
  },
)

test('a feature has its longitude first, and how far it may be off', () => {
  const { features } = JSON.parse(write('geojson', DARUN, { ...DARUN, id: 'a2' })) as {
    features: { id: string; geometry: unknown; properties: Record<string, unknown> }[]
  }
  expect(features.map(({ id }) => id)).toEqual(['a1', 'a2'])
  expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [-65.123457, -3.5] })
  expect(features[0]?.properties).toMatchObject({ place: 'Darun', uncertainty_m: 5000 })
  expect(features[0]?.properties).not.toHaveProperty('latitude')
})

test('what is not located has no geometry', () => {
  const nowhere: IncidentSummary = {
    id: 'a3',
    kind: 'bombing',
    status: 'happened',
    tolls: {},
    reports: 1,
    origins: 1,
  }
  for (const incident of [nowhere, { ...DARUN, place: { name: 'Darun' } }]) {
    const { features } = JSON.parse(write('geojson', incident)) as { features: object[] }
    expect(features).toMatchObject([{ type: 'Feature', geometry: null }])
  }
})
