import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parsePlain } from '../src/ingest/index.ts'
import { read, violationsOf } from './support/read.ts'
import { showWholeReading } from '../src/evaluate/cases/index.ts'

const FOLDER = new URL('golden/', import.meta.url)

test.each(readdirSync(FOLDER))('%s is read as it stands there', async (name) => {
  const report = readFileSync(new URL(`${name}/report.txt`, FOLDER), 'utf8')
  const reading = read(parsePlain(report, name))
  expect(violationsOf(reading)).toEqual([])
  await expect(showWholeReading(reading)).toMatchFileSnapshot(`golden/${name}/reading.txt`)
})

test('every sample report has a golden reading', () => {
  const samples = new URL('../data/samples/', import.meta.url)
  for (const file of readdirSync(samples).filter((name) => name.endsWith('.txt')))
    expect(
      readFileSync(new URL(`${file.slice(0, -'.txt'.length)}/report.txt`, FOLDER), 'utf8'),
    ).toBe(readFileSync(new URL(file, samples), 'utf8'))
})
