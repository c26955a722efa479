import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCodebook } from '../../../src/codebook/index.ts'

const CORE = readFileSync(new URL('../../../data/codebooks/core.json', import.meta.url), 'utf8')

test('the core codebook holds every kind with what it says', () => {
  const { name, version, kinds, countries } = parseCodebook(CORE)
  expect([name, version, kinds.size]).toEqual(['core', '1', 90])
  expect(kinds.get('suicide-bombing')?.gtd).toBe(3)
  expect(kinds.get('mediation')?.cameo).toBe('045')
  expect(countries.get('AFG')?.gtd?.label).toBe('Afghanistan')
})

test.each([
  ['{', /no JSON/],
  ['[]', /codebook: no object/],
  [
    '{"name":"x","version":"1","kinds":[{"kind":"a","class":"none","says":"b"}]}',
    /kind a: no class/,
  ],
  [
    '{"name":"x","version":"1","kinds":[{"kind":"a","class":"other","says":"b"},{"kind":"a","class":"other","says":"b"}]}',
    /a twice/,
  ],
  ['{"name":"x","version":"1","kinds":[{"kind":"a","class":"other","says":"b","gtd":12}]}', /gtd/],
])('refuses %s', (text, message) => {
  expect(() => parseCodebook(text)).toThrow(message)
})
