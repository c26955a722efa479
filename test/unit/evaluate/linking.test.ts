import { describe, expect, test } from 'vitest'
import {
  groupByDayAndPlace,
  groupByWords,
  parseArticle,
  parsePool,
  scoreClusters,
  scorePools,
  type Groups,
  type Story,
} from '../../../src/evaluate/index.ts'

/** "a b | c": two groups. */
const groups = (line: string): Groups =>
  new Map(
    line
      .split(' | ')
      .flatMap((part) => part.split(' ').map((id) => [id, `group ${part}`] as const)),
  )

describe('groups of reports', () => {
  const ids = ['a', 'b', 'c', 'd']

  test('that agree are right', () => {
    const { b3, pairs } = scoreClusters(ids, groups('a b c | d'), groups('d | c b a'))
    expect([b3.f1, pairs.f1, pairs.right]).toEqual([1, 1, 3])
  })

  test('that are too small cost recall, too large precision', () => {
    const small = scoreClusters(ids, groups('a b | c d'), groups('a | b | c d'))
    expect(small.b3).toMatchObject({ precision: 1, recall: 0.75 })
    expect(small.pairs).toMatchObject({ right: 1, system: 1, gold: 2 })
    const large = scoreClusters(ids, groups('a b | c d'), groups('a b c d'))
    expect(large.b3).toMatchObject({ precision: 0.5, recall: 1 })
    expect(large.pairs).toMatchObject({ right: 2, system: 6, gold: 2 })
  })

  test('reports in no group stand alone', () => {
    expect(scoreClusters(ids, groups('a b'), new Map()).pairs).toMatchObject({ system: 0, gold: 1 })
  })
})

describe('labelled groups', () => {
  const pool = (name: string, articles: string, rest: object = {}): unknown => ({
    pool: name,
    part: 'open',
    articles: articles.split(' '),
    incidents: [],
    ...rest,
  })
  const parsed = [
    pool('p', 'a b c d e', {
      incidents: [
        { name: 'strike', main: ['a', 'b'], also: ['c'], about: ['d'] },
        { name: 'clash', main: ['c'], also: [], about: [] },
      ],
      unsure: [['a', 'e']],
    }),
    pool('q', 'x y'),
  ].map((value, i) => parsePool(value, `line ${i}`))

  test('count pairs of main incidents, also over pools, and leave out what the labels leave open', () => {
    const { pairs, wrong } = scorePools(parsed, groups('a b c d e x'))
    // a-b is right; b-e, c-e, d-e, and x with each of five are wrong; a-c, b-c, a-d, b-d, c-d and a-e are left out.
    expect(pairs).toMatchObject({ right: 1, system: 9, gold: 1 })
    expect(wrong.map(({ a, b }) => a + b)).toEqual('be ce de ax bx cx dx ex'.split(' '))
  })

  test('a pair that is not grouped is lost', () => {
    const { pairs, wrong } = scorePools(parsed, groups('a | b'))
    expect(pairs).toMatchObject({ right: 0, system: 0, gold: 1 })
    expect(wrong).toEqual([{ a: 'a', b: 'b', gold: true, ours: false }])
  })

  test('a line of something else is refused with its place', () => {
    expect(() => parsePool({ pool: 'p' }, 'labels line 3')).toThrow(/^labels line 3: no pool/)
  })
})

describe('the day of an article', () => {
  test.each([
    ['Wed 05 Apr 2017 Blast in Darun. A bomb …', '2017-04-05'],
    ['17-08-2014 Raids on Orrin.', '2014-08-17'],
    ['19.07.2016(updated) Over 100 …', '2016-07-19'],
    ['Published October 4 2014 At least 35 …', '2014-10-04'],
    ['Last updated at Apr 232017 An attack …', '2017-04-23'],
    ['A bomb went off.', '2001-01-01'],
    ['45.13.2017 A bomb went off.', '2001-01-01'],
  ])('%s', (text, day) => {
    expect(parseArticle({ id: 'a', text, date: '2001-01-01' }, 'x').publishedAt).toBe(day)
  })
})

describe('baselines', () => {
  const story = (id: string, rest: Partial<Story>): Story => ({
    id,
    text: '',
    days: [],
    places: [],
    ...rest,
  })

  test('a day and a place in common join, also through a third', () => {
    const found = groupByDayAndPlace([
      story('a', { days: [1], places: ['drn'] }),
      story('b', { days: [1, 2], places: ['drn', 'rn'] }),
      story('c', { days: [2], places: ['rn'] }),
      story('d', { days: [2], places: ['drn', 'x'] }),
      story('e', { days: [9], places: ['drn'] }),
    ])
    expect(new Set(['a', 'b', 'c', 'd'].map((id) => found.get(id))).size).toBe(1)
    expect(found.get('e')).not.toBe(found.get('a'))
    expect(found.size).toBe(5)
  })

  test('words in common join, the rarer the more', () => {
    const found = groupByWords(
      [
        story('a', { text: 'the bakery of Darun was hit by shells' }),
        story('b', { text: 'shells hit the bakery of Darun' }),
        story('c', { text: 'the council of Orrin met by the river' }),
      ],
      0.3,
    )
    expect(found.get('a')).toBe(found.get('b'))
    expect(found.get('c')).not.toBe(found.get('a'))
  })
})
