import { describe, expect, test } from 'vitest'
import { openVerifyKit } from '../../../src/kit.ts'
import type { PeopleCount } from '../../../src/records/index.ts'
import { readQuantities } from '../../../src/records/verify/counts/read-quantities.ts'
import { saysCount } from '../../../src/records/verify/counts/says-count.ts'

const { counts: words } = await openVerifyKit()

test.each<[string, number[]]>([
  ['seven people', [7]],
  ['12 soldiers', [12]],
  ['1,200 fighters', [1200]],
  ['12 000 people', [12_000]],
  ['2.5 million refugees', [2_500_000]],
  ['12k protesters', [12_000]],
  ['twenty-five villagers', [25]],
  ['forty - seven', [47]],
  ['two hundred and six prisoners', [206]],
  ['three thousand four hundred', [3400]],
  ['a hundred men', [100]],
  ['half a dozen men', [6]],
  ['two dozen boys', [24]],
  ['three dozens of boys', [36]],
  ['a score of ships', [20]],
  ['10 to 15 people', [10, 15]],
  ['between 400-500 people', [400, 500]],
  ['400 - 500 people', [400, 500]],
  ['both brothers', [2]],
  // not counts
  ['a nine-year-old girl', []],
  ['a man aged 45', []],
  ['a boy, 9 months old', []],
  ['on March 5, 2024', []],
  ['on 5 March', []],
  ['05/03/2024', []],
  ['at 14:30', []],
  ['the third victim', []],
  ['the 3rd victim', []],
  ['an M23 fighter', []],
  ['the 9/11 plotter', []],
  ['soldiers', []],
])('%s says %j', (quote, said) => {
  expect(readQuantities(quote, words).flatMap((one) => one.said)).toEqual(said)
})

const exactly = (number: number): PeopleCount => ({ atLeast: number, atMost: number })

describe('is read as', () => {
  test.each<[string | string[], PeopleCount]>([
    ['at least seven people', { atLeast: 7 }],
    ['more than 100', { atLeast: 101 }],
    ['more than 100', { atLeast: 100 }],
    ['fewer than 20', { atMost: 19 }],
    ['nearly 40', exactly(40)],
    ['between 10 and 15', { atLeast: 10, atMost: 15 }],
    ['dozens of people', { atLeast: 24, vague: true }],
    ['dozens', { atLeast: 120, vague: true }],
    ['several dozen', { atLeast: 36, vague: true }],
    ['several', { atLeast: 3 }],
    ['a few hundred men', { atLeast: 200, vague: true }],
    ['soldiers', { atLeast: 2 }],
    ['police', { atLeast: 2, vague: true }],
    ['a soldier', exactly(1)],
    ['Governor Ilan Morvath', exactly(1)],
    ['his wife and two children', exactly(3)],
    ['the mayor, a guard and his driver', exactly(3)],
    ['Ilan Morvath and Sanna Orrel', exactly(2)],
    [['two employees', 'four civilians'], exactly(6)],
    [['a guard', 'two drivers'], exactly(3)],
    ['no casualties', exactly(0)],
    ['Nobody was hurt', exactly(0)],
    ['soldiers escaped unhurt', exactly(0)],
    ["didn't hurt anyone", exactly(0)],
    ['a man died when three rockets fell', exactly(1)],
    ['an unknown number', { vague: true }],
  ])('%j: %j', (quote, count) => {
    expect(saysCount([quote].flat(), count, words)).toBe(true)
  })
})

describe('is not read as', () => {
  test.each<[string | string[], PeopleCount]>([
    ['at least seven people', { atLeast: 8 }],
    ['at least seven people', { atLeast: 7, atMost: 70 }],
    ['seven people', exactly(17)],
    ['seven people', exactly(0)],
    ['more than 100', { atLeast: 110 }],
    ['12 soldiers', exactly(1)],
    ['the 12 soldiers', exactly(1)],
    ['a nine-year-old girl', exactly(9)],
    ['three soldiers on March 5', exactly(5)],
    ['three soldiers on March 5', exactly(8)],
    ['the third victim', exactly(3)],
    ['the 9/11 plotter', exactly(9)],
    ['a soldier', exactly(2)],
    ['soldiers', exactly(7)],
    ['soldiers', { atLeast: 11, vague: true }],
    ['dozens', exactly(57)],
    ['dozens', exactly(24)],
    ['dozens', { atLeast: 30 }],
    ['dozens', { atLeast: 130, vague: true }],
    ['his wife and two children', exactly(4)],
    // sentences are not added up
    ['Two people died. Four people were hurt.', exactly(6)],
    [['Two people died. Four were hurt.', 'one man'], exactly(7)],
    ['', exactly(1)],
    ['…', exactly(1)],
  ])('%j: %j', (quote, count) => {
    expect(saysCount([quote].flat(), count, words)).toBe(false)
  })
})

test('many numbers are added up in bounded time', () => {
  const many = Array.from({ length: 5000 }, (_, i) => `${i + 1000} men`).join(', ')
  const began = performance.now()
  expect(saysCount([many], exactly(7), words)).toBe(false)
  expect(performance.now() - began).toBeLessThan(2000)
})
