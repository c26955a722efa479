import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/base/hash.ts'
import {
  addReadings,
  eraseReports,
  listReadings,
  listReports,
  loadReading,
  markWords,
  searchReports,
  verifyStore,
  type Db,
} from '../../src/store/index.ts'
import { STORES } from '../support/db.ts'
import { doer } from '../support/doer.ts'
import { smallReading } from '../support/small-reading.ts'

function reading(id: string, text: string, more: object = {}) {
  return smallReading(text, { report: { id, text, hash: sha256(text), language: 'en', ...more } })
}

describe.each(STORES)('a $name store', ({ open }) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
  }, 300_000)
  afterAll(() => db.close())

  const faults = async () => (await verifyStore(db, () => [])).faults

  test('keeps readings as they are, once', async () => {
    const one = reading('a1', 'Snow fell on Darun.', { outlet: 'Radio Orrin' })
    expect(await addReadings(db, [one], doer)).toEqual([{ id: 'a1', outcome: 'added', version: 1 }])
    expect(await addReadings(db, [one, one], doer)).toEqual([
      { id: 'a1', outcome: 'known', version: 1 },
      { id: 'a1', outcome: 'known', version: 1 },
    ])
    expect(await loadReading(db, 'a1')).toEqual(one)
    expect(await loadReading(db, 'nobody')).toBeUndefined()
    expect(await faults()).toEqual([])
  })

  test('keeps another text under the same id as its next version', async () => {
    const [first, second] = [
      reading('b1', 'Three died in Velka.'),
      reading('b1', 'Five died in Velka.'),
    ]
    const added = await addReadings(db, [first, second, first], doer)
    expect(added.map(({ outcome, version }) => [outcome, version])).toEqual([
      ['added', 1],
      ['added', 2],
      ['known', 1],
    ])
    expect((await loadReading(db, 'b1'))?.report).toMatchObject({
      version: 2,
      text: 'Five died in Velka.',
    })
    expect(await loadReading(db, 'b1', 1)).toEqual(first)
    expect(await faults()).toEqual([])
  })

  test('finds reports by their words, of a changed one the last version only', async () => {
    await addReadings(
      db,
      [
        reading('s1', 'Rebels shelled the grain silo at Oster.', { title: 'Silo burns' }),
        reading('s2', 'The minister visited Oster.'),
        reading('s3', 'Rebels shelled the old bridge.'),
        reading('s3', 'The bridge was not hit.'),
      ],
      doer,
    )
    const ids = async (query: string) => (await searchReports(db, query, 10)).map(({ id }) => id)
    expect(await ids('shelling')).toEqual(['s1'])
    expect(await ids('oster')).toHaveLength(2)
    expect(await ids('oster -minister')).toEqual(['s1'])
    expect(await ids('"grain silo"')).toEqual(['s1'])
    expect(await ids('burning')).toEqual(['s1'])
    expect(await ids('"; drop table report; --')).toEqual([])
    const [passage] = await markWords(db, 'silo', ['Rebels shelled the grain silo at Oster.'])
    expect(passage).toContain('«silo»')
  })

  test('lists the last versions in order of id, page by page', async () => {
    const all = await listReports(db, '', 100)
    expect(all.map(({ id }) => id)).toEqual([...all.map(({ id }) => id)].sort())
    expect(all.filter(({ id }) => id === 'b1')).toMatchObject([{ id: 'b1', version: 2 }])
    const [first, second] = [
      await listReports(db, '', 2),
      await listReadings(db, all[1]?.id ?? '', 2),
    ]
    expect([...first.map(({ id }) => id), ...second.map(({ report }) => report.id)]).toEqual(
      all.slice(0, 4).map(({ id }) => id),
    )
  })

  test('erases a report for good, and does not take it back', async () => {
    const secret = reading('e1', 'The witness is called Maro Tel.')
    await addReadings(db, [secret, reading('e1', 'The witness Maro Tel fled.')], doer)
    await eraseReports(db, ['e1'], doer)
    expect(await loadReading(db, 'e1')).toBeUndefined()
    expect(await searchReports(db, 'Maro Tel', 10)).toEqual([])
    expect(await addReadings(db, [secret], doer)).toEqual([{ id: 'e1', outcome: 'erased' }])
    await expect(eraseReports(db, ['e1'], doer)).rejects.toThrow('no report e1')
    expect(await faults()).toEqual([])
  })

  test('tells what was changed behind its back', async () => {
    await addReadings(db, [reading('t1', 'Two died.'), reading('t2', 'Two fled.')], doer)
    await expect(db.query('delete from operation')).rejects.toThrow('only ever added to')
    await expect(db.query("update operation set by = 'nobody'")).rejects.toThrow(
      'only ever added to',
    )
    await db.transaction(async (inner) => {
      const body = JSON.stringify({ ...reading('t1', 'Ten died.').report })
      await inner.query('update report set body = $1::json where id = $2', [body, 't1'])
      await inner.query('delete from report where id = $1', ['t2'])
    })
    expect(await faults()).toEqual([
      { where: 'report t1', reason: 'was changed after it was stored' },
      { where: 'report t2', reason: 'the log has it, the store has not' },
    ])
  })

  test('keeps any text to the letter', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
    const odd = fc.constantFrom(
      '\u0000',
      '\ud800',
      'a\udc00b',
      '\u202e',
      "';--",
      '\\',
      '“',
      '\u{1f525}',
    )
    const parts = fc.array(fc.oneof(text, odd), { minLength: 1, maxLength: 6 })
    let count = 0
    await fc.assert(
      fc.asyncProperty(parts, parts, async (words, title) => {
        count += 1
        const one = reading(`x${count}`, words.join(''), { title: title.join('') })
        await addReadings(db, [one], doer)
        expect(await loadReading(db, one.report.id)).toEqual(one)
      }),
      { numRuns: 60 },
    )
  })

  test('takes a text of the greatest length', async () => {
    const words = Array.from({ length: 250_000 }, (_, i) => `w${i.toString(36)}`).join(' ')
    await addReadings(db, [reading('long', words)], doer)
    expect((await loadReading(db, 'long'))?.report.text).toHaveLength(words.length)
  })
})
