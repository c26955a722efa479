import { expect, test } from 'vitest'
import type { QueuedReport } from '../../../src/server/api.ts'
import { newsOf } from '../../../workbench/src/views/review/queue-news.ts'

const row = (id: string, worth: number, decided = 0) => ({ id, worth, decided }) as QueuedReport
const shown = [row('a', 30), row('c', 20)]

test('rows change at their place, and what came is counted and not shown', () => {
  const now = [row('n', 40), row('a', 30, 2), row('c', 20)]
  const { rows, news } = newsOf(shown, now, false)
  expect(rows.map(({ id, decided }) => [id, decided])).toEqual([
    ['a', 2],
    ['c', 0],
  ])
  expect(news).toBe(1)
})

test('what has gone from the list stays until it is loaded anew', () => {
  expect(newsOf(shown, [row('c', 20)], false)).toEqual({ rows: shown, news: 0 })
})

test('what stands behind the end of a list that goes on is no news', () => {
  const now = [...shown, row('d', 20), row('e', 10)]
  expect(newsOf(shown, now, true).news).toBe(0)
  expect(newsOf(shown, [...now, row('b', 20)], true).news).toBe(1)
  expect(newsOf(shown, now, false).news).toBe(2)
})
