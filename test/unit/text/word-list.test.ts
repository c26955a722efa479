import { expect, test } from 'vitest'
import { openWordList } from '../../../src/text/parser/word-list.ts'

test('each word has the row of its line', () => {
  const words = ['the', 'a', 'añil', 'army', 'arm', 'my', '0', 'été', '“']
  const list = openWordList(words.join('\n'))
  expect(list.count).toBe(words.length)
  expect(words.map((word) => list.rowOf(word))).toEqual(words.map((_, row) => row))
})

test('what is no whole line is not listed', () => {
  const list = openWordList('the\narmy\nsaid')
  for (const word of ['', 'ar', 'rmy', 'army\nsaid', '\n', 'thearmy', 'd'])
    expect(list.rowOf(word), word).toBe(-1)
})

test('of many words each is found', () => {
  const words = Array.from({ length: 5000 }, (_, i) => `w${i}`)
  const list = openWordList(words.join('\n'))
  expect(words.every((word, row) => list.rowOf(word) === row)).toBe(true)
  expect(list.rowOf('w5000')).toBe(-1)
})
