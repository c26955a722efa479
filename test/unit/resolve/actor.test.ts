import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openActors } from '../../../src/resolve/actor/index.ts'

const actors = openActors(
  readFileSync(new URL('../../../data/actors/actors.json', import.meta.url), 'utf8'),
)
const entriesOf = (phrase: string) =>
  [...actors.phrases()].filter((name) => name.phrase === phrase).map(({ entry }) => entry)

test('an actor is what it was on the day', () => {
  expect(actors.resolveActor('taliban-afg', '2021-08-14')?.kind).toBe('armed-group')
  expect(actors.resolveActor('taliban-afg', '2021-08-15')?.kind).toBe('government')
  expect(actors.resolveActor('taliban-afg', '2021')?.kind).toBe('armed-group')
  expect(actors.resolveActor('taliban-afg')?.role).toBe('de-facto-government')
  expect(actors.resolveActor('nobody')).toBeUndefined()
})

test('acronyms count in capitals only, names in any', () => {
  expect(entriesOf('ISKP')).toEqual([
    { list: 'actor', value: 'iskp', exact: true, facts: { kind: 'armed-group', country: 'AFG' } },
  ])
  expect(entriesOf('Islamic State')[0]?.exact).toBeUndefined()
  expect(entriesOf('IS')[0]?.facts?.['word']).toBe('yes')
})

test('names of forces are made for every country, where no listed force has them', () => {
  expect(entriesOf('Danish army').map(({ value }) => value)).toEqual(['military-dnk'])
  expect(entriesOf('Israeli army').map(({ value }) => value)).toEqual(['idf'])
  expect(actors.resolveActor('police-nor')).toEqual({
    kind: 'state-force',
    name: 'Police of Norway',
    country: ['NOR'],
  })
})

test('a name that two actors share comes for each', () => {
  expect(entriesOf('SNA').map(({ value }) => value)).toEqual(['sna-syr', 'sna-som'])
})

test('every name leads to an actor', () => {
  const lost = [...actors.phrases()].filter(({ entry }) => !actors.resolveActor(entry.value))
  expect(lost).toEqual([])
})

test('no other text is taken for actors', () => {
  expect(() => openActors('{"actors":[{"id":1}]}')).toThrow(/actors\[0\]/)
})
