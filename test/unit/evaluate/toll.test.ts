import { expect, test } from 'vitest'
import { tollOf } from '../../../src/evaluate/measures/toll.ts'
import type { Figure, Statement } from '../../../src/records/index.ts'
import { at, smallEvent, smallFigure, smallStatement } from '../../support/small-reading.ts'

const text = 'A bomb went off.'
const exactly = (count: number, more: Partial<Figure> = {}): Figure =>
  smallFigure({ harm: 'killed', atLeast: count, atMost: count, ...more })
const of = (words: string) => ({ of: { text: words, category: 'unknown' as const } })
const toll = (figures: readonly Figure[], statements: readonly Statement[] = []) =>
  tollOf(smallEvent({ kind: 'bombing', mentions: at(text, 'bomb'), figures }), 'killed', {
    statements,
  })?.atLeast

test.each<[string, number | undefined, Figure[]]>([
  ['no figure says nothing', undefined, [exactly(3, { harm: 'injured' })]],
  ['parts add up', 5, [exactly(2, of('guards')), exactly(3, of('farmers'))]],
  ['the same part twice counts once', 2, [exactly(2, of('guards')), exactly(2, of('guards'))]],
  ['a total goes before its parts', 6, [exactly(6, { total: true }), exactly(9, of('farmers'))]],
  ['a whole that is larger than the parts stands', 7, [exactly(7), exactly(3, of('farmers'))]],
  ['new ones come on top', 5, [exactly(3), exactly(2, { series: 'new' })]],
  [
    'a revised figure supersedes what stands before',
    2,
    [exactly(9), exactly(2, { series: 'revised' })],
  ],
  ['a part of another figure does not count', 4, [exactly(4), exactly(9, { partOf: 'f' })]],
  [
    'rival carriers are never added',
    4,
    [exactly(3, of('a')), exactly(4, { ...of('b'), statement: 's1' })],
  ],
  ['a denied figure does not count', 3, [exactly(3), exactly(9, { deniedBy: ['s1'] })]],
])('%s', (_, expected, figures) => {
  expect(toll(figures)).toBe(expected)
})

test('what a denial carries does not count', () => {
  const denial = smallStatement({ id: 's1', stance: 'denies', content: at(text, 'bomb') })
  expect(toll([exactly(9, { statement: 's1' })], [denial])).toBeUndefined()
})

test('an open upper bound stays open in a sum', () => {
  const figures = [
    smallFigure({ harm: 'killed', atLeast: 2, ...of('guards') }),
    exactly(1, of('b')),
  ]
  const event = smallEvent({ kind: 'bombing', mentions: at(text, 'bomb'), figures })
  expect(tollOf(event, 'killed', { statements: [] })).toEqual({ atLeast: 3, atMost: Infinity })
})
