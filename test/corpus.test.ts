import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { openReports } from '../scripts/open-reports.ts'
import { gumReports } from '../scripts/ud-reports.ts'
import { loadCorpus, type CorpusFile } from '../src/cli/corpus-files.ts'
import { markWordsOf } from '../src/cli/corpus-words.ts'
import { compileReport } from '../src/evaluate/index.ts'
import { openKit } from '../src/kit.ts'
import { verifyReading } from '../src/records/index.ts'

const REPORTS = fileURLToPath(new URL('../corpus/reports', import.meta.url))

const corpus: CorpusFile[] = []

beforeAll(async () => {
  for await (const file of loadCorpus(REPORTS, await openKit())) corpus.push(file)
}, 300_000)

test('every report of the corpus compiles, and its reading keeps the contract', () => {
  const faults: string[] = []
  for (const { path, faults: found, reading } of corpus) {
    expect(reading, path).toBeDefined()
    faults.push(...found.map(({ line, reason }) => `${path}:${line}: ${reason}`))
  }
  expect(faults).toEqual([])
  expect(corpus.length).toBeGreaterThan(0)
})

test('every part of the corpus states its licence', () => {
  const source = readFileSync(new URL('../corpus/SOURCE.md', import.meta.url), 'utf8')
  for (const part of readdirSync(REPORTS)) {
    expect(source).toContain(`| \`reports/${part}\` |`)
    if (part !== 'own') expect(readdirSync(join(REPORTS, part))).toContain('SOURCE.md')
  }
})

// Sets of others' texts: they are read where they lie and are no part of the project.
const DATA = new URL('../../shared/data/', import.meta.url)

/** The texts that may stand in the corpus, as importers give them, by attribution. */
function textsOfOthers(): ReadonlyMap<string, string> {
  const lines = (path: string) => readFileSync(new URL(path, DATA), 'utf8')
  const reports = [
    ...['gum-dev', 'gum-train'].flatMap((name) => gumReports(lines(`ud/${name}.conllu`), name)),
    ...openReports('re3d', lines('re3d/re3d.jsonl')),
    ...openReports('isafpr', lines('isafpr/even.jsonl')),
    ...openReports('wiki', lines('wiki_terror/incidents.jsonl')),
  ]
  return new Map(reports.map(({ attribution, text }) => [attribution, text]))
}

test.skipIf(!existsSync(DATA))('texts of others are as their origin has them (../shared)', () => {
  const texts = textsOfOthers()
  for (const { path, part, head, reading } of corpus)
    if (part !== 'own')
      expect(reading?.report.text, path).toBe(texts.get(head?.attribution ?? 'nobody'))
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
