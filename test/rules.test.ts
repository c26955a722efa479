import { beforeAll, describe, expect, test } from 'vitest'
import { openKit } from '../src/kit.ts'
import { readReport, toReport, type Kit } from '../src/pipeline.ts'
import { verifyReading } from '../src/records/index.ts'
import { TIME_RULES } from '../src/resolve/time/index.ts'
import { analyseText } from '../src/text/index.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

describe.each(TIME_RULES.map((rule) => [rule.name, rule] as const))('time/%s', (_, rule) => {
  test('has a case in which it stays silent', () => {
    expect(Object.values(rule.examples)).toContain('-')
  })

  test.each(Object.entries(rule.examples))('%s → %s', (text, expected) => {
    const document = analyseText(toReport({ text }), kit.text)
    const found = document.tokens.flatMap((_token, at) => {
      const tokens = document.tokens.slice(at)
      return rule.read({ document, words: kit.time, publishedOn: '2024-03-06', tokens }) ?? []
    })
    expect(found[0]?.value ?? '-').toBe(expected)
  })
})

test('times are proved and counted from publication; without it a weekday stays a weekday', () => {
  const text = 'A bomb went off on Monday night, two weeks after the attack of Feb. 19, 2024.'
  const reading = readReport({ text, publishedAt: '2024-03-06' }, kit)
  expect(verifyReading(reading)).toEqual([])
  expect(
    reading.times.map(({ value, anchor, evidence }) => [value, anchor, evidence[0]?.quote]),
  ).toEqual([
    ['2024-03-04TNI', 'publication', 'Monday night'],
    ['2024-02-19', undefined, 'Feb. 19, 2024'],
  ])
  expect(readReport({ text }, kit).times[0]?.value).toBe('XXXX-WXX-1')
})
