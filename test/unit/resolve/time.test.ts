import { beforeAll, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { toReport, type Kit } from '../../../src/pipeline.ts'
import type { Time } from '../../../src/records/index.ts'
import {
  anchoredTimes,
  openTimeWords,
  resolveTimes,
  type TimeWords,
} from '../../../src/resolve/time/index.ts'
import { analyseText } from '../../../src/text/index.ts'

let kit: Kit
let words: TimeWords
beforeAll(async () => {
  kit = await openKit()
  words = openTimeWords(kit.lexicon)
})

const PUBLISHED = '2024-03-06'

function read(text: string, publishedAt?: string): Time[] {
  const report = toReport({ text, ...(publishedAt && { publishedAt }) })
  return resolveTimes(analyseText(report, kit.text), words)
}

const shown = (times: readonly Time[]): (string | undefined)[][] =>
  times.map(({ evidence, value }) => [evidence[0]?.quote, value])

test('times are proved and counted from publication; without it a weekday stays a weekday', () => {
  const text = 'A bomb went off on Monday night, two weeks after the attack of Feb. 19, 2024.'
  const times = read(text, PUBLISHED)
  for (const { start, end, quote } of times.flatMap(({ evidence }) => evidence))
    expect(text.slice(start, end)).toBe(quote)
  expect(times.map(({ value, anchor, evidence }) => [value, anchor, evidence[0]?.quote])).toEqual([
    ['2024-03-04TNI', 'publication', 'Monday night'],
    [undefined, undefined, 'two weeks after'],
    ['2024-02-19', undefined, 'Feb. 19, 2024'],
  ])
  expect(shown(read(text))[0]).toEqual(['Monday night', 'XXXX-WXX-1TNI'])
})

test('a day of two orders is refused', () => {
  expect(read('They met on 05/09/2022 in Aru.', PUBLISHED)).toMatchObject([
    { type: 'date', earliest: '2022', latest: '2022' },
  ])
  expect(read('They met on 05/09/2022 in Aru.', PUBLISHED)[0]).not.toHaveProperty('value')
})

test('a narrative of long ago takes years from the date said last', () => {
  const text =
    'The war began in 1912 and ended in 1913. The treaty of 1911 had failed, as in 1905 and 1899. ' +
    'The army crossed the Vara on 3 May 1912. On 9 June it took the port. Two days later it left.'
  expect(shown(read(text, PUBLISHED)).slice(-3)).toEqual([
    ['3 May 1912', '1912-05-03'],
    ['9 June', '1912-06-09'],
    ['Two days later', '1912-06-11'],
  ])
})

test('capitals are read like other letters', () => {
  const text =
    'ARU, 3 APR 90 -- FOUR MEN WERE KILLED LAST NIGHT. THE RAID OF 12 JANUARY MAY BE THE CAUSE.'
  expect(shown(read(text, '1990-04-04'))).toEqual([
    ['3 APR 90', '1990-04-03'],
    ['LAST NIGHT', '1990-04-03TNI'],
    ['12 JANUARY', '1990-01-12'],
  ])
})

test('feasts that last have a first and a last day', () => {
  expect(read('They fasted in Ramadan 2022.')).toMatchObject([
    { earliest: '2022-04-02', latest: '2022-05-01' },
  ])
})

test('what is counted from an event waits for its day', () => {
  const text = 'He died three days after the raid.'
  const document = analyseText(toReport({ text, publishedAt: PUBLISHED }), kit.text)
  expect(anchoredTimes(document, words)).toMatchObject([
    { amount: 3, unit: 'D', direction: 'after', from: 5 },
  ])
})

test('hostile text is read in time and without error', () => {
  for (const piece of [
    '1',
    '1/',
    'the end of ',
    'early ',
    'last ',
    'two and a half ',
    '12:',
    '\ud800',
  ])
    expect(() => read(piece.repeat(4_000 / piece.length), PUBLISHED)).not.toThrow()
})
