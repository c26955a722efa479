import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { evaluate, type EvaluateOptions } from '../../src/cli/commands/evaluate.ts'
import { openKit } from '../../src/kit.ts'
import { readReport, type Kit } from '../../src/pipeline.ts'

const folder = mkdtempSync(join(tmpdir(), 'ascribe-evaluate-'))
let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

const file = (name: string, records: readonly unknown[]): string => {
  const path = join(folder, name)
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  return path
}
async function run(path: string, options: Partial<EvaluateOptions> = {}) {
  let [out, err] = ['', '']
  const streams = {
    write: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
  }
  const missing = await evaluate(path, { json: false, ...options }, { kit, streams })
  return { out, err, missing }
}

const text = 'The bridge was hit, the mayor said on Monday.'
const attribution = {
  source: [{ start: 20, end: 29 }],
  cue: [{ start: 30, end: 34 }],
  content: [{ start: 0, end: 18 }],
}
const gold = { docid: 'a', text, attributions: [attribution] }

test('a set is read and scored', async () => {
  const { out, missing } = await run(file('g.ndjson', [gold]), { json: true })
  expect(missing).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ whole: { exact: { right: 1, system: 1, gold: 1 } } })
})

test('readings are held against gold readings, and agree with themselves', async () => {
  const reading = readReport({ id: 'a', text, publishedAt: '2024-03-06' }, kit)
  const { out } = await run(file('r.ndjson', [reading]), { json: true })
  expect(JSON.parse(out)).toMatchObject({
    statements: { whole: { exact: { f1: 1 } } },
    times: { strict: { f1: 1, gold: 1 } },
  })
})

test('a record without a reading counts as missed, and is told', async () => {
  const other = readReport({ id: 'b', text }, kit)
  const { out, err, missing } = await run(file('g.ndjson', [gold]), {
    readings: file('other.ndjson', [other]),
  })
  expect(missing).toBe(1)
  expect(err).toContain('1 of 1 records have no reading')
  expect(out).toContain('ours 0, gold 1')
})

test('what cannot be scored is named by file and line', async () => {
  await expect(run(join(folder, 'none.ndjson'))).rejects.toThrow('none.ndjson: no such file')
  await expect(run(file('e.ndjson', []))).rejects.toThrow('e.ndjson: no records')
  await expect(run(file('t.ndjson', [{ text }]))).rejects.toThrow('t.ndjson line 1: the keys tell')
  await expect(run(file('m.ndjson', [gold, { docid: 'x' }]))).rejects.toThrow(
    'm.ndjson line 2: no record of polnear: text',
  )
  const path = join(folder, 'b.ndjson')
  writeFileSync(path, '{"text":')
  await expect(run(path)).rejects.toThrow('b.ndjson line 1: broken JSON')
})
