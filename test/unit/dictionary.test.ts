import { expect, test } from 'vitest'
import { newReader } from '../../src/bulk/index.ts'
import { openKit } from '../../src/kit.ts'
import { readReport, withDictionary } from '../../src/pipeline.ts'
import {
  newOwnActorSchema,
  verifyReading,
  type OwnActor,
  type Reading,
} from '../../src/records/index.ts'

const kit = await openKit()
const own: readonly OwnActor[] = [
  { id: 'own-1', name: 'Rising Tide', aliases: ['Coast Cells'], kind: 'armed-group' },
  { id: 'own-2', name: 'Lantern Festival', kind: 'not-an-actor' },
  { id: 'own-3', name: 'Taliban', kind: 'organisation', country: ['KEN'] },
]

function read(text: string, actors: readonly OwnActor[] = own): Reading {
  const reading = readReport({ text, publishedAt: '2024-03-06' }, withDictionary(kit, actors))
  expect(verifyReading(reading, kit.verify)).toEqual([])
  return reading
}
const actorsOf = ({ actors }: Reading): unknown[] =>
  actors.filter(({ named }) => named).map(({ name, kind, known }) => [name, kind, known])

test('a name of the dictionary is known by all its names, and the reading says with which dictionary', () => {
  const reading = read(
    'Rising Tide killed two farmers near Darun. Later the Coast Cells denied it.',
  )
  expect(actorsOf(reading)).toEqual([['Rising Tide', 'armed-group', 'own-1']])
  expect(reading.run.dictionary).toMatch(/^[0-9a-f]{16}$/)
  expect(reading.run).toMatchObject(kit.run)
})

test('a name counts as it is written: the tide that rises is nobody', () => {
  expect(actorsOf(read('The rising tide killed two people in Darun.'))).toEqual([])
})

test('a name that is none is no actor, whoever else the text names', () => {
  const text = 'The Lantern Festival said two people were killed by Rising Tide.'
  expect(actorsOf(read(text, []))).toContainEqual(['Lantern Festival', 'organisation', undefined])
  expect(actorsOf(read(text))).toEqual([['Rising Tide', 'armed-group', 'own-1']])
})

test('what the dictionary says of a name counts, whatever the lists say', () => {
  const text = 'The Taliban killed two farmers near Darun.'
  expect(actorsOf(read(text, []))).toEqual([['Taliban', 'government', 'taliban-afg']])
  const reading = read(text)
  expect(actorsOf(reading)).toEqual([['Taliban', 'organisation', 'own-3']])
  expect(reading.actors.find(({ named }) => named)?.country).toEqual(['KEN'])
})

test('without entries the kit is the same, and the order of entries says nothing', () => {
  expect(withDictionary(kit, [])).toBe(kit)
  const [there, back] = [withDictionary(kit, own), withDictionary(kit, own.toReversed())]
  expect(there.run).toEqual(back.run)
  expect(withDictionary(kit, own.slice(1)).run).not.toEqual(there.run)
})

test('a reader reads each chunk with its own dictionary', () => {
  const readChunk = newReader(kit, {
    head: '',
    foot: '',
    write: (one) => JSON.stringify(one.actors),
  })
  const tasks = [{ where: 'one', report: { text: 'Rising Tide left Darun.' } }]
  const said = [own, [], own].map((actors) => JSON.stringify(readChunk({ tasks, own: actors })))
  expect(said[0]).toContain('own-1')
  expect(said[1]).not.toContain('own-1')
  expect(said[2]).toBe(said[0])
})

test.each([
  [{ name: ' ', kind: 'media' }, 'name'],
  [{ name: '“…”', kind: 'media' }, 'name'],
  [{ name: 'Two\nlines', kind: 'media' }, 'name'],
  [{ name: 'Rising Tide', kind: 'unknown' }, 'kind'],
  [{ name: 'Rising Tide', kind: 'media', country: ['Kenya'] }, 'country'],
  [{ name: 'Rising Tide', kind: 'media', why: 'so' }, ''],
])('%j is no entry', (entry, where) => {
  const result = newOwnActorSchema.safeParse(entry)
  expect(result.error?.issues[0]?.path.join('.')).toContain(where)
  expect(result.success).toBe(false)
})
