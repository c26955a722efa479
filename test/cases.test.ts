import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCaseFiles } from './support/cases.ts'
import { read, violationsOf } from './support/read.ts'
import { showReading } from '../src/evaluate/cases/index.ts'

describe.each(readCaseFiles().map((file) => [file.name, file] as const))('%s', (_, file) => {
  const { cases, folder, isOpen, name } = file
  test.each(cases.map((one) => [isOpen ? `known gap: ${one.title}` : one.title, one] as const))(
    '%s',
    (_title, { report, expected, line }) => {
      const reading = read(report)
      expect(violationsOf(reading)).toEqual([])
      const shown = showReading(reading, folder)
      const where = `test/cases/${name}.txt:${line}`
      if (!isOpen) expect(shown, where).toBe(expected)
      else
        expect(shown, `${where} is read now: move it to ${name.slice('open/'.length)}`).not.toBe(
          expected,
        )
    },
  )
})

test('every kind of the core codebook has a case, and one at least is read', () => {
  const { kinds } = JSON.parse(
    readFileSync(new URL('../data/codebooks/core.json', import.meta.url), 'utf8'),
  ) as { kinds: { kind: string }[] }
  const files = readCaseFiles()
  const expected = (wantsOpen: boolean): Set<string> =>
    new Set(
      files
        .filter(({ isOpen }) => isOpen === wantsOpen)
        .flatMap(({ cases }) =>
          cases.flatMap((one) => one.expected.match(/^event [\w-]+/gm) ?? []),
        ),
    )
  const read = expected(false)
  const missed = kinds.filter(({ kind }) => !read.has(`event ${kind}`)).map(({ kind }) => kind)
  expect(missed.filter((kind) => !expected(true).has(`event ${kind}`))).toEqual([])
  expect(missed.length).toBeLessThan(kinds.length / 10)
})
