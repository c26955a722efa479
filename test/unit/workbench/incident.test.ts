import { describe, expect, test } from 'vitest'
import { matrixOf } from '../../../workbench/src/incident/matrix.ts'
import { notesByMonth } from '../../../workbench/src/incident/notes-by-month.ts'
import { graphOf } from '../../../workbench/src/incident/origins-graph.ts'
import {
  boundsText,
  dumbbellsOf,
  mostOf,
  standingText,
} from '../../../workbench/src/incident/tolls.ts'
import { incidentOf } from '../../support/incident.ts'

const INCIDENT = incidentOf([
  {
    id: 'one',
    outlet: 'Orrin Daily',
    publishedAt: '2024-03-05',
    text: 'An airstrike on the market of Darun killed three people on Monday, police said.',
  },
  {
    id: 'two',
    outlet: 'Radio Selin',
    publishedAt: '2024-03-06',
    text: 'An airstrike by the army on the market of Darun killed 17 people on Monday, the governor said. The army denied that it had carried out the airstrike.',
  },
])
const claims = new Map(INCIDENT.values.map((claim) => [claim.id, claim]))

describe('who says what', () => {
  const { propositions, rows } = matrixOf(INCIDENT)
  const rowOf = (who: string) => rows.find((row) => row.who?.toLowerCase() === who)
  const column = (field: string) => propositions.filter((one) => one.field === field)

  test('who asserts and who denies stand in one column, which is marked as disputed', () => {
    const [perpetrator] = column('participant.perpetrator')
    expect(perpetrator?.isDisputed).toBe(true)
    expect(rowOf('the governor')?.cells.get(perpetrator?.key ?? '')?.marks).toEqual(['asserts'])
    expect(rowOf('the army')?.cells.get(perpetrator?.key ?? '')?.marks).toEqual(['denies'])
  })

  test('silence is an empty cell', () => {
    const [perpetrator] = column('participant.perpetrator')
    expect(rowOf('police')?.cells.has(perpetrator?.key ?? '')).toBe(false)
  })

  test('each number is a column of its own, and every claim stands in one cell', () => {
    expect(column('figure.killed').map(({ text }) => text)).toEqual(['3', '17'])
    const placed = rows.flatMap(({ cells }) => [...cells.values()].flatMap((cell) => cell.claims))
    expect(placed.map(({ id }) => id).sort()).toEqual(INCIDENT.values.map(({ id }) => id).sort())
  })
})

test('“dozens” is told by its words, and drawn as no number', () => {
  const toll = incidentOf([
    {
      id: 'one',
      publishedAt: '2024-03-05',
      text: 'An airstrike on the market of Darun wounded dozens on Monday.',
    },
  ]).figures.injured
  if (!toll) throw new Error('no toll')
  const [step] = dumbbellsOf(toll, new Map())
  expect([step?.low, step?.high, step?.isOpen]).toEqual([undefined, undefined, false])
})

describe('the toll', () => {
  const toll = INCIDENT.figures.killed
  if (!toll) throw new Error('no toll')
  const steps = dumbbellsOf(toll, claims)

  test('has its steps by day, the replaced one marked, with who told each', () => {
    expect(steps.map(({ day, low, high, isPast }) => [day, low, high, isPast])).toEqual([
      ['2024-03-05', 3, 3, true],
      ['2024-03-06', 17, 17, false],
    ])
    expect(standingText(steps)).toBe('17 = the governor (Radio Selin)')
    expect(mostOf(toll)).toBe(17)
  })

  test('is written out as wide and as open as it is', () => {
    expect(boundsText({ low: 3, best: 3, high: 17 })).toBe('3–17')
    expect(boundsText({ low: 4, best: 4, high: 4 })).toBe('4')
    expect(boundsText({ low: 12, best: 12, open: true })).toBe('≥ 12')
    expect(boundsText({ low: 3, open: true, vague: true })).toBe('')
  })
})

test('copies hang on what they copy, other reports of an origin on its first', () => {
  const graph = graphOf(
    [
      { id: 'o', reports: ['a', 'b', 'c', 'd'], why: '' },
      { id: 'p', reports: ['e'], why: '' },
    ],
    [
      { earlier: 'a', later: 'b', held: 0.9 },
      { earlier: 'b', later: 'c', held: 1 },
    ],
  )
  expect(graph.nodes.map(({ report, layer }) => [report, layer])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 1],
    ['e', 0],
  ])
  expect(graph.edges.map(({ from, to, held }) => [from.report, to.report, held])).toEqual([
    ['a', 'b', 0.9],
    ['b', 'c', 1],
    ['a', 'd', undefined],
  ])
})

test('notes are counted by month, those without a date last', () => {
  const note = (publishedAt: string | undefined, side: 'by' | 'of') => ({
    report: 'r',
    side,
    evidence: [],
    ...(publishedAt !== undefined && { publishedAt }),
  })
  expect(
    notesByMonth([
      note('2024-03-05', 'by'),
      note('2024-04-01T10:00:00Z', 'of'),
      note('2024-03-09', 'of'),
      note(undefined, 'of'),
    ]),
  ).toEqual([
    { month: '2024-04', by: 0, of: 1 },
    { month: '2024-03', by: 1, of: 1 },
    { month: '', by: 0, of: 1 },
  ])
})
