import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/base/hash.ts'
import {
  addReadings,
  decideReview,
  eraseReports,
  openStore,
  verifyStore,
  type Db,
} from '../../src/store/index.ts'
import { ADDRESSES } from '../support/db.ts'
import { doer } from '../support/doer.ts'
import { smallReading } from '../support/small-reading.ts'

/** A word that is nowhere else, as it stands and as it is searched for. */
const SECRET = 'Zeltorvian'

function reading(id: string, text: string) {
  return smallReading(text, {
    report: { id, text, hash: sha256(text), language: 'en', title: text },
  })
}

/** Files of a folder that hold a word, whatever its case. */
function filesWith(word: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    return (
      statSync(path).isFile() &&
      readFileSync(path, 'latin1').toLowerCase().includes(word.toLowerCase())
    )
  })
}

/** Fills a store with reports of which two, one of them in two versions, have the word, and what a reviewer says of one. */
async function fill(db: Db): Promise<void> {
  const words = Array.from({ length: 3000 }, (_, i) => `word${(i * 7919) % 503}`).join(' ')
  await addReadings(
    db,
    [reading('e1', `The witness is ${SECRET}.`), reading('e1', `${SECRET} fled.`)],
    doer,
  )
  for (let i = 0; i < 8; i += 1)
    await addReadings(
      db,
      Array.from({ length: 20 }, (_, j) => reading(`r${i}-${j}`, `${i} ${j} ${words}`)),
      doer,
    )
  await addReadings(db, [reading('e2', `Said ${SECRET} to ${words}`)], doer)
  const said = {
    report: 'e1',
    version: 1,
    record: 'e1',
    verdict: 'reject',
    reason: SECRET,
  } as const
  await decideReview(db, { group: randomUUID(), decisions: [said] }, doer)
  await db.query('analyze')
  await db.query('checkpoint')
}

test('no word of an erased report is left in a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-erase-'))
  let db = await openStore(folder)
  await fill(db)
  await db.close()
  expect(filesWith(SECRET, folder).length).toBeGreaterThan(1)
  db = await openStore(folder)
  await eraseReports(db, ['e1', 'e2'], doer)
  expect(filesWith(SECRET, folder)).toEqual([])
  expect(await verifyStore(db, () => [])).toMatchObject({ readings: 160, faults: [] })
  await db.close()
  expect(filesWith(SECRET, folder)).toEqual([])
}, 300_000)

test.each(ADDRESSES)(
  'what a process that was killed did not erase to the end of a $name store is erased when it is opened',
  async ({ address }) => {
    const { store, drop } = await address()
    let db = await openStore(store)
    await addReadings(db, [reading('e1', `The witness is ${SECRET}.`)], doer)
    const broken: Db = { ...db, query: () => Promise.reject(new Error('killed')) }
    await expect(eraseReports(broken, ['e1'], doer)).rejects.toThrow('killed')
    const unswept = 'select from tombstone where not swept'
    expect(await db.query(unswept)).toHaveLength(1)
    await db.close()
    db = await openStore(store)
    expect(await db.query(unswept)).toEqual([])
    await db.close()
    await drop()
  },
  300_000,
)

test('a store whose process was killed while it erased is swept when it is opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-erase-'))
  let db = await openStore(folder)
  await fill(db)
  // What is left of a kill between the entry of the log and the sweep.
  const broken: Db = { ...db, query: () => Promise.reject(new Error('killed')) }
  await expect(eraseReports(broken, ['e1', 'e2'], doer)).rejects.toThrow('killed')
  expect(filesWith(SECRET, folder).length).toBeGreaterThan(0)
  await db.close()
  db = await openStore(folder)
  expect(filesWith(SECRET, folder)).toEqual([])
  await expect(eraseReports(db, ['e1'], doer)).rejects.toThrow('no report e1')
  await db.close()
}, 300_000)
