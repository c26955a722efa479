import { expect, test } from 'vitest'
import { openKit } from '../../src/kit.ts'
import { readReport } from '../../src/pipeline.ts'
import type { ReportInput } from '../../src/records/index.ts'

const kit = await openKit()

test('a report in another language is refused with a note, and has no records', () => {
  const text =
    'Une explosion a fait douze morts lundi dans un marché, selon le gouverneur. Les autorités ont déclaré que cette attaque n’a pas été revendiquée par les rebelles.'
  const reading = readReport({ text, title: 'Attentat' }, kit)
  expect(reading).toMatchObject({ events: [], statements: [], actors: [], times: [], places: [] })
  expect(reading.report).toMatchObject({ text, language: 'fr' })
  expect(reading.notes).toEqual([
    {
      code: 'language-not-read',
      message: 'the text is not in English but, it seems, in French: nothing was read',
    },
  ])
})

test('a key that is not ours is left out with a note', () => {
  const input = { text: 'A bomb went off.', publishedAt: '2024-03-06', category: null, hash: 'x' }
  const reading = readReport(input as ReportInput, kit)
  expect(reading.notes.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'unknown-key: “category” is no key of an input record, and was left out',
    'unknown-key: “hash” is no key of an input record, and was left out',
  ])
  expect(reading.report).not.toHaveProperty('category')
  expect(reading.report.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('times that cannot be dated without a day of publication are pointed at', () => {
  const text = 'A bomb went off on Monday.'
  const [note, ...others] = readReport({ text }, kit).notes
  expect(others).toEqual([])
  expect(note).toMatchObject({ code: 'no-publication-date' })
  expect(note?.evidence?.map(({ quote }) => quote)).toEqual(['Monday'])
  expect(readReport({ text, publishedAt: '2024-03-06' }, kit).notes).toEqual([])
  expect(readReport({ text: 'A bomb went off on 4 March 2024.' }, kit).notes).toEqual([])
})
