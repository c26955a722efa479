import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCorpus } from '../../src/cli/corpus-files.ts'
import { openKit } from '../../src/kit.ts'

const TEXT = 'Police raided a farm in Darun and killed three men with rifles.'

async function faultsOf(records: string, { part = 'own', head = 'publishedAt: 2024-03-06' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-corpus-'))
  mkdirSync(join(folder, part))
  writeFileSync(join(folder, part, 'farm.txt'), `${head}\n\n${TEXT}\n\n==>\n${records}`)
  const faults: string[] = []
  for await (const file of loadCorpus(folder, await openKit()))
    faults.push(...file.faults.map(({ line, reason }) => `${file.id}:${line}: ${reason}`))
  return faults
}

test('a breach of the contract is named by the line of its record', async () => {
  const faults = await faultsOf(
    'event attack "raided"\nevent raid "killed"\n  killed 4 "three men"',
  )
  expect(faults).toEqual([
    expect.stringMatching(/^own\/farm:6: member: "attack" is no kind/),
    expect.stringMatching(/^own\/farm:8: number: "three men" does not say 4/),
  ])
})

test('means are values of the weapon list', async () => {
  const [fault, more] = await faultsOf(
    'event raid "raided"\n  means gun "rifles"\n  means rifle "rifles"',
  )
  expect(fault).toBe('own/farm:7: no value of data/lexicon/weapons.tsv: gun')
  expect(more).toBeUndefined()
})

test('known actors are those of the list', async () => {
  const police = (id: string) => `actor state-force "Police" known ${id}`
  expect(await faultsOf(police('nga-forces'))).toEqual([])
  expect(await faultsOf(police('police'))).toEqual([
    'own/farm:6: no id of data/actors/actors.json: police',
  ])
})

test('a kind of event has its roles and no others', async () => {
  const raid = (role: string) => `actor facility "a farm"\nevent raid "raided"\n  ${role} "a farm"`
  expect(await faultsOf(raid('recipient'))).toEqual([])
  expect(await faultsOf(raid('target'))).toEqual([
    'own/farm:8: raid has no target (party, recipient, victim, supporter)',
  ])
})

test('a text that is not ours says whose it is', async () => {
  expect(await faultsOf('', { part: 'cc-by' })).toEqual([
    expect.stringMatching(/^cc-by\/farm:1: attribution/),
  ])
  expect(await faultsOf('', { part: 'cc-by', head: 'attribution: Wikinews' })).toEqual([])
})
