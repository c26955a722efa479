import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { read, violationsOf } from '../support/read.ts'
import { faults } from './check.ts'
import { makeVariant } from './variants.ts'

// The report is somebody else's text: it is read where it lies and is no part of the project.
const SEED = new URL('../../../shared/data/seed/report.json', import.meta.url)
const VARIANTS = 60

describe.skipIf(!existsSync(SEED))('the example report and its variants', () => {
  const original = existsSync(SEED)
    ? (JSON.parse(readFileSync(SEED, 'utf8')) as { text: string }).text
    : ''
  const numbers = Array.from({ length: VARIANTS + 1 }, (_, number) => number)
  test.each(numbers)('variant %i', (number) => {
    const { text, outlet, facts } = makeVariant(original, number)
    const reading = read({ text, outlet, publishedAt: facts.publishedAt })
    expect(faults(reading, facts)).toEqual([])
    expect(violationsOf(reading)).toEqual([])
  })
})
