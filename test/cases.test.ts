import { describe, expect, test } from 'vitest'
import { readCaseFiles } from './support/cases.ts'
import { read, violationsOf } from './support/read.ts'
import { showReading } from './support/show.ts'

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
