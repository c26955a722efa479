import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/base/hash.ts'
import {
  addAccount,
  addReadings,
  assign,
  backUp,
  completeJobFile,
  eraseReports,
  insertJob,
  insertJobFile,
  insertJobItems,
  insertSession,
  insertToken,
  listAssignmentsOf,
  listWaiting,
  loadAccount,
  loadJob,
  loadReading,
  removeAccount,
  restore,
  verifyStore,
  type Db,
} from '../../src/store/index.ts'
import { STORES } from '../support/db.ts'
import { doer } from '../support/doer.ts'
import { readingOf, textOf } from '../support/incident-readings.ts'
import { smallReading } from '../support/small-reading.ts'

function reading(id: string, text: string) {
  return smallReading(text, { report: { id, text, hash: sha256(text), language: 'en' } })
}

async function linesOf(db: Db): Promise<string[]> {
  const lines: string[] = []
  await backUp(db, async (line) => void lines.push(line))
  return lines
}

async function* valuesOf(lines: readonly string[]): AsyncGenerator<unknown> {
  for (const line of lines) yield JSON.parse(line)
}

describe.each(STORES)('a backup of a $name store', ({ open }) => {
  let [from, to]: Db[] = []
  beforeAll(async () => {
    ;[from, to] = [await open(), await open()]
  }, 300_000)
  afterAll(async () => {
    await from?.close()
    await to?.close()
  })

  test('makes the same store again', async () => {
    if (!from || !to) throw new Error('no stores')
    const texts = Array.from({ length: 450 }, (_, i) =>
      reading(`r${i}`, `Report ${i} \u0000 \ud800 of Darun.`),
    )
    await addReadings(from, texts, doer)
    await addReadings(from, [reading('r7', 'Report 7, changed.')], doer)
    const bombs = [1, 2].map((i) => readingOf(`b${i}`, textOf([3, 4])))
    await addReadings(from, bombs, doer)
    await eraseReports(from, ['r8'], doer)
    const lines = await linesOf(from)
    expect(lines.join('')).not.toContain('Report 8 ')
    expect(lines.filter((line) => line.includes('"table":"incident"'))).not.toEqual([])
    await expect(restore(to, valuesOf([...lines.slice(0, 300), '{"is":"x"}']))).rejects.toThrow(
      'line 301: not a line of a backup',
    )
    expect((await verifyStore(to, () => [])).operations).toBe(0)
    await restore(to, valuesOf(lines))
    expect(await linesOf(to)).toEqual(lines)
    expect(await verifyStore(to, () => [])).toEqual(await verifyStore(from, () => []))
    expect(await loadReading(to, 'r7')).toEqual(await loadReading(from, 'r7'))
    await expect(restore(to, valuesOf(lines))).rejects.toThrow('not empty')
    await expect(restore(from, valuesOf(['{"schema":"other"}']))).rejects.toThrow()
  })

  test('brings back who may log in, what waits and who codes what, and nothing that opens', async () => {
    const [one, other] = [await open(), await open()]
    await addReadings(one, [reading('r1', 'A bomb killed two people in Darun.')], doer)
    for (const name of ['ada', 'bob'])
      await addAccount(one, { name, role: 'admin', password: `hash of ${name}` }, doer)
    await removeAccount(one, 'bob', doer)
    const { at } = doer
    await insertSession(one, { id: 's', hash: 'opens-1', account: 'ada', agent: '', madeAt: at })
    const token = { id: 't', account: 'ada', label: 'nightly', role: 'viewer', madeAt: at }
    await insertToken(one, { ...token, hash: 'opens-2' })
    await assign(one, { reports: [{ report: 'r1', version: 1 }], coders: ['ada', 'cyd'] }, doer)
    await insertJob(one, { id: 'j', owner: 'ada', at })
    const file = { id: 'f', job: 'j', name: 'wire.ndjson' }
    await insertJobFile(one, file, at)
    const body = JSON.stringify({ where: 'line 1', report: { text: 'Shells \u0000 hit Selin.' } })
    const broken = { number: 2, place: 'line 2', fault: 'line 2: broken JSON' }
    await insertJobItems(one, file, [{ number: 1, place: 'line 1', body }, broken])
    await completeJobFile(one, file, 40)
    const lines = await linesOf(one)
    expect(lines.join()).not.toMatch(/opens-\d/)
    await restore(other, valuesOf(lines))
    expect(await linesOf(other)).toEqual(lines)
    expect(await loadAccount(other, 'ada')).toMatchObject({ password: 'hash of ada' })
    expect(await loadAccount(other, 'bob')).toBeUndefined()
    await expect(
      addAccount(other, { name: 'bob', role: 'admin', password: 'x' }, doer),
    ).rejects.toThrow('taken')
    expect(await listAssignmentsOf(other, 'r1', 1)).toHaveLength(2)
    expect(await loadJob(other, 'j')).toMatchObject({ state: 'running', waiting: 1, failed: 1 })
    expect(await listWaiting(other, 'j', 10)).toMatchObject([{ place: 'line 1', body }])
    await one.close()
    await other.close()
  }, 120_000)
})
