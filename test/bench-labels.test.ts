import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Incident {
  readonly name: string
  readonly main: readonly string[]
  readonly also: readonly string[]
  readonly about: readonly string[]
}

interface Pool {
  readonly pool: string
  readonly part: string
  readonly articles: readonly string[]
  readonly incidents: readonly Incident[]
  readonly unsure: readonly (readonly string[])[]
}

const FILES = { open: 'fakes-incidents.jsonl', 'held-back': 'fakes-incidents-held-back.jsonl' }
const DATA = new URL('../../shared/data/fakes/fakes.jsonl', import.meta.url)

const linesOf = (url: URL): unknown[] =>
  readFileSync(url, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

const poolsOf = (file: string): Pool[] =>
  linesOf(new URL(`../bench/labels/${file}`, import.meta.url)) as Pool[]

const pools = Object.values(FILES).flatMap(poolsOf)
const incidents = pools.flatMap((pool) => pool.incidents)
const ofIncident = ({ main, also, about }: Incident): string[] => [...main, ...also, ...about]

/** Values that come more than once. */
function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) < at)
}

test('every pool stands in the file that the hash of its name says', () => {
  for (const [part, file] of Object.entries(FILES))
    for (const { pool, part: stated } of poolsOf(file)) {
      const first = createHash('sha256').update(pool).digest()[0] ?? 0
      expect([pool, stated, first % 2 === 0 ? 'open' : 'held-back']).toEqual([pool, part, part])
    }
})

test('every pool has a name of its own, and every article one pool', () => {
  expect(repeated(pools.map(({ pool }) => pool))).toEqual([])
  expect(repeated(pools.flatMap(({ articles }) => articles))).toEqual([])
})

test('every article of an incident is in its pool, once, and mainly in one incident', () => {
  for (const { pool, articles, incidents: found } of pools) {
    expect(repeated(found.flatMap(({ main }) => main)), pool).toEqual([])
    expect(repeated(found.map(({ name }) => name)), pool).toEqual([])
    for (const incident of found) {
      const ids = ofIncident(incident)
      expect(incident.main, incident.name).not.toEqual([])
      expect(repeated(ids), incident.name).toEqual([])
      expect(articles, incident.name).toEqual(expect.arrayContaining(ids))
    }
  }
})

test('a pair is unsure only where it is not told to be of one incident', () => {
  for (const { pool, articles, incidents: found, unsure } of pools) {
    expect(repeated(unsure.map((pair) => [...pair].sort().join(' '))), pool).toEqual([])
    for (const pair of unsure) {
      expect(new Set(pair).size, pool).toBe(2)
      expect(articles, pool).toEqual(expect.arrayContaining([...pair]))
      const joined = found.filter(({ main }) => pair.every((id) => main.includes(id)))
      expect(joined, pair.join(' ')).toEqual([])
    }
  }
})

test('the labels carry ids and short names, no texts', () => {
  for (const { name } of incidents) expect(name.length, name).toBeLessThan(60)
  for (const { articles } of pools) for (const id of articles) expect(id).toMatch(/^\d{10}$/)
})

test('there are enough: 44 pools, 40 incidents told by two articles or more', () => {
  expect(pools.length).toBeGreaterThanOrEqual(44)
  expect(incidents.filter(({ main }) => main.length > 1).length).toBeGreaterThanOrEqual(40)
})

test.skipIf(!existsSync(DATA))('every labelled article exists (../shared)', () => {
  const known = new Set((linesOf(DATA) as { id: string }[]).map(({ id }) => id))
  const unknown = pools.flatMap(({ articles }) => articles).filter((id) => !known.has(id))
  expect(unknown).toEqual([])
})
