import { beforeAll, describe, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { toReport, type Kit } from '../../../src/pipeline.ts'
import { analyseText, findCredits } from '../../../src/text/index.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

describe('credits', () => {
  test.each([
    ['DARUN, March 6 (Velka Press) - A bomb went off on Monday.', ['Velka Press']],
    ['By Dana Lor and Ilan Vash\n\nA bomb went off on Monday.', ['Dana Lor and Ilan Vash']],
    [
      'A bomb went off on Monday.\n\nReporting by Dana Lor; Editing by Ilan Vash',
      ['Dana Lor', 'Ilan Vash'],
    ],
    ['A bomb went off on Monday. Nobody was hurt. (AFP)', ['AFP']],
    ['A bomb went off on Monday. Nobody was hurt. — Reuters', ['Reuters']],
    ['The bomb was planted by Kharun rebels.', []],
    ['It was claimed by the Velka Front (VF).', []],
    ['', []],
  ])('%j', (text, expected) => {
    const document = analyseText(toReport({ text }), kit.text)
    const credits = findCredits(document)
    expect(credits.map((credit) => credit.text)).toEqual(expected)
    for (const { evidence } of credits)
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
  })
})
