import { beforeAll, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { toReport, type Kit } from '../../../src/pipeline.ts'
import { analyseText, openPhraseTable } from '../../../src/text/index.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

const PHRASES = [
  ['Front for a Free Velka', 'actor', {}],
  ['Free Velka', 'actor', {}],
  ['Free Velka', 'place', {}],
  ['IS', 'actor', { exact: true, facts: { word: 'yes' } }],
  ['car bomb', 'weapon', {}],
  ["soldier's knife", 'weapon', {}],
] as const

function find(text: string): string[] {
  const table = openPhraseTable(
    PHRASES.map(([phrase, list, more]) => ({ phrase, entry: { list, value: phrase, ...more } })),
    kit.text.tokens,
  )
  const document = analyseText(toReport({ text }), kit.text)
  const words = (first: number, last: number): string =>
    text.slice(document.tokens[first]?.start, document.tokens[last - 1]?.end)
  return table
    .find(document)
    .flatMap(({ first, last, entries }) =>
      entries.map(({ list }) => `${list} ${words(first, last)}`),
    )
}

test.each<[string, string[]]>([
  [
    'The Front for a Free Velka used a Car Bomb.',
    ['actor Front for a Free Velka', 'place Free Velka', 'weapon Car Bomb'],
  ],
  ['It is said that IS did it.', ['actor IS']],
  ['IT IS SAID THAT THE ARMY OF THE NORTH DID IT.', []],
  ['The soldier’s knife was found.', ['weapon soldier’s knife']],
  ['The car. Bomb it.', []],
  ['', []],
])('%s', (text, expected) => {
  expect(find(text)).toEqual(expected)
})
