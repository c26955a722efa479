import { expect, test } from 'vitest'
import { CSV_COLUMNS, csvHeader, writeCsv } from '../../../src/export/index.ts'
import type { Event, Reading } from '../../../src/records/index.ts'
import { at, smallEvent, smallFigure, smallReading } from '../../support/small-reading.ts'

const TEXT = 'A bomb killed people in Darun'

function row(
  event: Partial<Event>,
  report: Partial<Reading['report']> = {},
): Record<string, string> {
  const reading = smallReading(TEXT, {
    events: [smallEvent({ kind: 'bombing', mentions: at(TEXT, 'bomb'), ...event })],
  })
  const line = writeCsv({ ...reading, report: { ...reading.report, ...report } })
  const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g)].map((cell) => cell[1])
  return Object.fromEntries(Object.keys(CSV_COLUMNS).map((name, i) => [name, cells[i] ?? '']))
}

test('the columns are stable: new ones come at the end', () => {
  expect(csvHeader()).toBe(
    'report,outlet,published,event,kind,status,earliest,latest,place,country,latitude,longitude,exactness,site,perpetrators,targets,victims,means,killed_min,killed_max,injured_min,injured_max,claimed_by,statement,words,said_by,denied_by,suspected,size_min,size_max,damage,title\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', '＋1', '－1', '＠x', '\n=1', '\r@x'])(
  'a spreadsheet does not run %j',
  (words) => {
    const { title } = row({}, { title: words })
    expect(title?.replace(/^"/, '').startsWith("'")).toBe(true)
    expect(title?.replace(/^"?'/, '').replace(/"$/, '')).toBe(words)
  },
)

test('numbers stay numbers, commas, quotation marks and line ends are quoted', () => {
  const place = {
    id: 'p',
    readBy: 'x',
    evidence: at(TEXT, 'Darun'),
    value: { name: 'Darun, "the old"\ntown', latitude: -3.5, longitude: -70 },
  }
  expect(row({ place })).toMatchObject({
    place: '"Darun, ""the old""\ntown"',
    latitude: '-3.5',
    longitude: '-70',
    country: '',
  })
})

test('a toll is the total or the only figure, never a sum', () => {
  const killed = (atLeast: number, more: object = {}) =>
    smallFigure({ harm: 'killed', atLeast, ...more })
  expect(row({ figures: [killed(12)] })).toMatchObject({ killed_min: '12', killed_max: '' })
  expect(row({ figures: [killed(2), killed(4)] })).toMatchObject({ killed_min: '' })
  const total = killed(9, { atMost: 9, total: true })
  expect(row({ figures: [killed(2), total] })).toMatchObject({ killed_min: '9', killed_max: '9' })
})

test('a reading without events has no rows', () => {
  expect(writeCsv(smallReading(TEXT))).toBe('')
})
