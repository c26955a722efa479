import { expect, test } from 'vitest'
import { writeCase } from '../../../src/evaluate/cases/index.ts'
import { CASE_FOLDERS, regressionCaseSchema } from '../../../src/records/index.ts'
import { parseCases, readCaseFiles } from '../../support/cases.ts'

const CASE = {
  title: 'a band that is named by its wood',
  folder: 'actors',
  date: '2024-03-06',
  text: 'The Reed Band left.\nIt was cold.',
  expected: 'actor Reed Band (armed-group, named) "Reed Band", "It"',
} as const

test('a case that is written is one that is read', () => {
  const source = [CASE, { ...CASE, title: 'nothing', expected: '' }].map(writeCase).join('\n')
  expect(parseCases(source, 'here')).toMatchObject([
    {
      title: CASE.title,
      expected: CASE.expected,
      report: { text: CASE.text, publishedAt: CASE.date },
    },
    { title: 'nothing', expected: '' },
  ])
})

test.each([
  ['text', 'One.\n==>\nTwo.'],
  ['text', 'One.\n# two'],
  ['text', 'date 2024-03-06\nOne.'],
  ['expected', 'event bombing\n# another'],
  ['title', 'two\nlines'],
  ['folder', 'nowhere'],
])('a %s that would be another part of the file is refused: %j', (key, value) => {
  const { error } = regressionCaseSchema.safeParse({ ...CASE, [key]: value })
  expect(error?.issues[0]?.path).toEqual([key])
})

test('cases lie in the folders that there are', () => {
  const folders = new Set(readCaseFiles().map(({ folder }) => folder))
  expect([...folders].filter((one) => !CASE_FOLDERS.some((known) => known === one))).toEqual([])
})
