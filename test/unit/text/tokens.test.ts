import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openLexicon } from '../../../src/text/lexicon.ts'
import { findTokens, openTokenWords } from '../../../src/text/tokens.ts'

const list = (name: string): [string, string] => [
  name,
  readFileSync(new URL(`../../../data/lexicon/${name}.tsv`, import.meta.url), 'utf8'),
]
const words = openTokenWords(openLexicon(new Map([list('abbreviations'), list('clitics')])))
const cut = (text: string): string[] =>
  findTokens(text, { start: 0, end: text.length }, words).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('tokens', () => {
  test.each([
    ["The army's men didn't stop.", "The|army|'s|men|did|n't|stop|."],
    ['the army’s men don’t', 'the|army|’s|men|do|n’t'],
    [
      'Darun-based Gen. Vash said at 5 p.m. on Sept. 5',
      'Darun|-|based|Gen.|Vash|said|at|5|p.m.|on|Sept.|5',
    ],
    ['the U.S. and the U.N.', 'the|U.S.|and|the|U.N.'],
    ['J. Morvath left.', 'J.|Morvath|left|.'],
    ['1,200 men, 3.5 km, the 1990s, the 5th', '1,200|men|,|3.5|km|,|the|1990s|,|the|5th'],
    ['5km away they cannot', '5|km|away|they|can|not'],
    ["''No,'' he said -- twice...", "''|No|,|''|he|said|--|twice|..."],
    ['see https://darun.example/a?b=1, now', 'see|https://darun.example/a?b=1|,|now'],
    ["O'Rell of Al-Dar'a", "O'Rell|of|Al|-|Dar'a"],
  ])('%s', (text, expected) => {
    expect(cut(text).join('|')).toBe(expected)
  })

  test('tokens lie in order, do not overlap and cover all that is no space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let at = 0
        for (const { start, end } of findTokens(text, { start: 0, end: text.length }, words)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(at, start)).toMatch(
            /^[\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*$/u,
          )
          at = end
        }
      }),
    )
  })
})
