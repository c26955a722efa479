import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluate, type EvaluateOptions } from '../../src/cli/commands/evaluate.ts'
import { isHeldBack } from '../../src/evaluate/index.ts'
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

describe('a folder of marked reports', () => {
  const folderOf = (records: string, name = 'own/bridge-hit.txt'): string => {
    const path = mkdtempSync(join(folder, 'marked-'))
    mkdirSync(join(path, 'own'))
    writeFileSync(join(path, name), `publishedAt: 2024-03-06\n\n${text}\n\n==>\n${records}`)
    return path
  }
  const said =
    'statement by "the mayor" cue "said"\n  "The bridge was hit"\n  source unnamed-person official\n'

  test('is scored, layers apart that are not marked', async () => {
    const path = folderOf(`${said}date 2024-03-04 "Monday"\n`)
    const { out } = await run(path, { json: true })
    expect(JSON.parse(out)).toMatchObject({
      statements: { whole: { exact: { right: 1, system: 1, gold: 1 } } },
      times: { strict: { f1: 1, gold: 1 } },
    })
    const marked = readFileSync(join(path, 'own/bridge-hit.txt'), 'utf8')
    writeFileSync(join(path, 'own/bridge-hit.txt'), `layers: statements\n${marked}`)
    const again = await run(path, { json: true })
    expect(JSON.parse(again.out)).toMatchObject({
      statements: { whole: { exact: { gold: 1 } } },
      times: { strict: { gold: 0, system: 0 } },
    })
  })

  test('holds back a part, which a flag asks for', async () => {
    expect(isHeldBack('own/bridge-hit')).toBe(false)
    expect(isHeldBack('own/market-blast')).toBe(true)
    const path = folderOf(said, 'own/market-blast.txt')
    await expect(run(path)).rejects.toThrow('no records')
    expect((await run(path, { heldBack: true })).out).toContain('gold 1')
  })

  test('is held against another, as two people mark it', async () => {
    const other = folderOf(said.replace('"The bridge was hit"', '"The bridge"'))
    const { out } = await run(folderOf(said), { readings: other, json: true })
    expect(JSON.parse(out)).toMatchObject({
      statements: { content: { exact: { right: 0 }, overlap: { right: 1 } } },
    })
  })

  test('with a fault is refused at its line', async () => {
    await expect(run(folderOf('place "Selin"'))).rejects.toThrow(
      'bridge-hit.txt:6: "Selin" does not',
    )
  })
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
