import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { evaluateLinking, type LinkingOptions } from '../../src/cli/commands/evaluate-linking.ts'
import { program } from '../../src/cli/program.ts'
import { openKit, openLinkKit } from '../../src/kit.ts'
import type { LinkKit } from '../../src/link/index.ts'
import type { Kit } from '../../src/pipeline.ts'

const folder = mkdtempSync(join(tmpdir(), 'ascribe-linking-'))
let kit: Kit
let linkKit: LinkKit
beforeAll(async () => {
  kit = await openKit()
  linkKit = await openLinkKit()
})

const file = (name: string, records: readonly unknown[]): string => {
  const path = join(folder, name)
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  return path
}
async function run(path: string, options: LinkingOptions = {}): Promise<string> {
  let out = ''
  const streams = { write: (text: string) => void (out += text), complain: () => undefined }
  await evaluateLinking(path, options, { kit, linkKit, streams })
  return out
}

const article = (id: string, title: string, text: string): object => ({
  id,
  title,
  text: `5 March 2024 ${text}`,
})
const texts = [
  article(
    'a',
    'Airstrike on Darun market kills 14',
    'An airstrike on the market of Darun killed 14 people on Monday, the governor of the Velka valley said.',
  ),
  article(
    'b',
    'Fourteen dead as warplanes hit Darun market',
    'Warplanes struck the market of Darun on Monday, killing 14 people, doctors at the clinic said.',
  ),
  article(
    'c',
    'Police arrest Orrin mayor',
    'Police arrested the mayor of Orrin on Sunday over missing funds, his lawyer Tomas Lerwick said.',
  ),
]
const pool = (part: string): object => ({
  pool: 'p',
  part,
  articles: ['a', 'b', 'c'],
  incidents: [{ name: 'strike', main: ['a', 'b'] }],
})

test('labelled groups are scored by pairs, beside two baselines', async () => {
  const options = { texts: file('texts.ndjson', texts), json: true }
  const scores = JSON.parse(await run(file('open.ndjson', [pool('open')]), options)) as {
    'pairs of articles': Record<string, unknown>
  }
  const pairs = scores['pairs of articles']
  expect(pairs['by incidents']).toMatchObject({ right: 1, system: 1, gold: 1 })
  expect(Object.keys(pairs)).toEqual([
    'by incidents',
    'baseline: same day and place',
    expect.stringMatching(/^baseline: TF-IDF over 0\.\d+$/),
  ])
})

test('groups that are held back are scored only where that is asked for', async () => {
  const path = file('held.ndjson', [pool('held-back')])
  const options = { texts: file('texts.ndjson', texts) }
  await expect(run(path, options)).rejects.toThrow('pool p is held-back: only with --held-back')
  expect(await run(path, { ...options, heldBack: true })).toContain('by incidents')
})

test('labelled groups need their articles', async () => {
  const path = file('open.ndjson', [pool('open')])
  await expect(run(path)).rejects.toThrow('need --texts')
  const few = file('few.ndjson', texts.slice(1))
  await expect(run(path, { texts: few })).rejects.toThrow('1 articles are missing: a')
})

test('documents are scored by their groups', async () => {
  const documents = [
    ['a', 'one', 'Lerwick Industries of Darun agreed to buy Tamsin Foods of Orrin, Lerwick said.'],
    ['b', 'one', 'Tamsin Foods of Orrin agreed to be bought by Lerwick Industries of Darun.'],
    ['c', 'two', 'A ferry sank off Port Halden, and the crew of the Merle was saved by fishermen.'],
  ].map(([docid, subtopic, text]) => ({ docid, subtopic, text }))
  const scores = JSON.parse(await run(file('docs.ndjson', documents), { json: true })) as object
  expect(scores).toMatchObject({
    reports: { 'by what each is about': { pairs: { right: 1, system: 1, gold: 1 } } },
  })
})

test('its options are its own, not those of `evaluate`', async () => {
  const all = await program('0.0.0', 'evaluate')
  const evaluate = all.commands.find((one) => one.name() === 'evaluate')
  const linking = evaluate?.commands.find((one) => one.name() === 'linking')
  let given: unknown
  linking?.action((_path: string, options: unknown) => void (given = options))
  const args = ['evaluate', 'linking', 'pools.jsonl', '--held-back', '--json', '--readings', 'r']
  await all.parseAsync(args, { from: 'user' })
  expect(given).toMatchObject({ heldBack: true, json: true, readings: 'r' })
})
