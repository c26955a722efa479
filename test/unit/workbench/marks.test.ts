import { expect, test } from 'vitest'
import { markAt, piecesOf, type Mark } from '../../../workbench/src/views/review/marks.ts'
import { paragraphIndex, paragraphsOf } from '../../../workbench/src/views/review/paragraphs.ts'
import { wordsAt } from '../../../workbench/src/views/review/words-at.ts'

const mark = (start: number, end: number, part: string): Mark => ({
  ...{ start, end, part, family: 'who', tag: 'W' },
})

test('paragraphs keep the offsets of the text', () => {
  const text = 'One 🔥.\n\n  \nحلب.\n'
  const paragraphs = paragraphsOf(text)
  expect(paragraphs.map(({ text }) => text)).toEqual(['One 🔥.', 'حلب.'])
  for (const { start, end, text: own } of paragraphs) expect(text.slice(start, end)).toBe(own)
  const second = paragraphs[1]?.start ?? 0
  expect(paragraphIndex(paragraphs, 0)).toBe(0)
  expect(paragraphIndex(paragraphs, second - 1)).toBe(1)
  expect(paragraphIndex(paragraphs, second)).toBe(1)
  expect(paragraphIndex(paragraphs, text.length)).toBe(2)
})

test('the most specific mark is found, and pieces make the paragraph', () => {
  const [paragraph] = paragraphsOf('The army said that it left.')
  const marks = [mark(0, 26, 'all'), mark(4, 8, 'army')]
  expect(markAt(marks, 5)?.part).toBe('army')
  expect(markAt(marks, 8)?.part).toBe('all')
  expect(markAt(marks, 26)).toBeUndefined()
  if (!paragraph) throw new Error('no paragraph')
  const pieces = piecesOf(paragraph, marks)
  expect(pieces.map(({ text, mark }) => [text, mark?.part])).toEqual([
    ['The ', 'all'],
    ['army', 'army'],
    [' said that it left', 'all'],
    ['.', undefined],
  ])
})

test('selected words lose the spaces around them, and no character is cut in two', () => {
  const text = 'Fire 🔥 in Darun'
  expect(wordsAt({ text }, 4, 8)).toEqual({ start: 5, end: 7, quote: '🔥' })
  expect(wordsAt({ text }, 8, 6)).toEqual({ start: 5, end: 7, quote: '🔥' })
  expect(wordsAt({ text }, 0, 6)?.quote).toBe('Fire 🔥')
  expect(wordsAt({ text, in: 'title' }, 10, 16)).toMatchObject({ in: 'title', quote: 'Darun' })
  expect(wordsAt({ text }, 4, 5)).toBeUndefined()
})
