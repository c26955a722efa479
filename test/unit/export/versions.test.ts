import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differencesOf } from '../../../src/base/differences.ts'
import { writeVersions } from '../../../src/export/index.ts'
import type { Report } from '../../../src/records/index.ts'

function page(text: string, more: Partial<Report> = {}): Report {
  return { id: 'page', text, hash: 'h', language: 'en', ...more }
}

test('what changed on a page is marked word by word, and what did not is left out', () => {
  const before = page(
    'Market hit\n\nThree people died in Darun on Monday.\n\nShops closed.\n\nRain fell.\n\nThe army denied it.',
    { title: 'Three dead' },
  )
  const after = page(
    'Market hit\n\nSeventeen people died in Darun on Monday.\n\nShops closed.\n\nRain fell.\n\nThe army denied it.\n\nUpdated at noon.',
    { title: 'Seventeen dead', version: 2 },
  )
  expect(writeVersions(before, after)).toBe(`page: version 1 → 2
  title: [-Three-] {+Seventeen+} dead

  Market hit

  [-Three-] {+Seventeen+} people died in Darun on Monday.

  Shops closed.

  …

  The army denied it.

  {+Updated at noon.+}
`)
})

test('paragraphs that were taken out are gone as a whole, and terminals are not steered', () => {
  const text = writeVersions(
    page('One.\nTwo two.\nThree.'),
    page('One.\nThree. \u001b[2J', { version: 3 }),
  )
  expect(text).toContain('[-Two two.-]')
  expect(text).toContain('version 1 → 3')
  expect(text).not.toContain('\u001b')
})

test('differences give both lists back, and of equal lists there are none', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(list, list, (before, after) => {
      const all = differencesOf(before, after)
      const without = (kind: string): string[] =>
        all.filter((one) => one.kind !== kind).flatMap(({ items }) => items)
      expect(without('new')).toEqual(before)
      expect(without('gone')).toEqual(after)
    }),
  )
  expect(differencesOf(['a', 'b'], ['a', 'b'])).toEqual([{ kind: 'both', items: ['a', 'b'] }])
})

test('long texts that share nothing take no long time', () => {
  const words = (sign: string): string[] => Array.from({ length: 100_000 }, (_, i) => `${sign}${i}`)
  expect(differencesOf(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['gone', 'new'])
})
