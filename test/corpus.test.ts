import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCorpus } from '../src/cli/corpus-files.ts'
import { markWordsOf } from '../src/cli/corpus-words.ts'
import { compileReport } from '../src/evaluate/index.ts'
import { openKit } from '../src/kit.ts'
import { verifyReading } from '../src/records/index.ts'

const REPORTS = fileURLToPath(new URL('../corpus/reports', import.meta.url))

test('every report of the corpus compiles, and its reading keeps the contract', async () => {
  const faults: string[] = []
  let reports = 0
  for await (const { path, faults: found, reading } of loadCorpus(REPORTS, await openKit())) {
    reports += 1
    expect(reading, path).toBeDefined()
    faults.push(...found.map(({ line, reason }) => `${path}:${line}: ${reason}`))
  }
  expect(faults).toEqual([])
  expect(reports).toBeGreaterThan(0)
})

test('every part of the corpus states its licence', () => {
  const source = readFileSync(new URL('../corpus/SOURCE.md', import.meta.url), 'utf8')
  for (const part of readdirSync(REPORTS)) {
    expect(source).toContain(`| \`reports/${part}\` |`)
    if (part !== 'own') expect(readdirSync(join(REPORTS, part))).toContain('SOURCE.md')
  }
})

/** The examples of a page: blocks with a text and records; a head is put before those that have none. */
function examplesOf(page: string): string[] {
  const source = readFileSync(new URL(`../corpus/${page}`, import.meta.url), 'utf8')
  const blocks = [...source.matchAll(/^```\n([^]*?)^```$/gm)].map((match) => match[1] ?? '')
  return blocks
    .filter((block) => block.includes('\n==>\n'))
    .map((block) => (/^\w+: /.test(block) ? block : `publishedAt: 2024-03-06\n\n${block}`))
}

test.each(['FORMAT.md', 'GUIDELINES.md'])('the examples of %s are readings', async (page) => {
  const kit = await openKit()
  const examples = examplesOf(page)
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) {
    const { reading, faults } = compileReport(example, page, markWordsOf(kit))
    expect(faults, example).toEqual([])
    expect(verifyReading(reading, kit.verify), example).toEqual([])
  }
})
