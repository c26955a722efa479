import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  chunkItems,
  inOrder,
  openPool,
  readAll,
  readTask,
  type Pool,
} from '../../src/bulk/index.ts'
import type { Kit } from '../../src/pipeline.ts'
import type { Item } from '../../src/ingest/index.ts'
import { folder } from './support/tools.ts'

const setting = { width: 80, colour: false }
const fragile = new URL('./support/fragile-worker.js', import.meta.url)

async function readWith(
  pool: Pool,
  texts: readonly string[],
): Promise<{ out: string; err: string }> {
  const path = join(folder, 'jobs.ndjson')
  writeFileSync(path, texts.map((text) => JSON.stringify({ text })).join('\n'))
  let [out, err] = ['', '']
  const streams = {
    write: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
  }
  await readAll([path], {}, { pool, writer: { head: '', foot: '' }, streams })
  await pool.close()
  return { out, err: err.replaceAll(folder, '') }
}

test('a report that crashes its worker is an error of that report, in whatever chunk it comes', async () => {
  const texts = Array.from({ length: 40 }, (_, i) => (i % 13 === 5 ? `crash ${i}` : `text ${i}`))
  const pool = openPool({ jobs: 2, form: 'text', setting, module: fragile })
  const { out, err } = await readWith(pool, texts)
  expect(out).toBe(
    texts
      .filter((text) => text.startsWith('text'))
      .map((text) => `${text}\n`)
      .join(''),
  )
  for (const line of [6, 19, 32])
    expect(err).toContain(
      `/jobs.ndjson line ${line}: internal error, please report it: Error: out of order`,
    )
  expect(err).toContain('3 items could not be read')
})

test('workers that cannot start are an error, and nobody waits', async () => {
  const module = pathToFileURL(join(folder, 'no-such-worker.js'))
  const pool = openPool({ jobs: 2, form: 'text', setting, module })
  await expect(readWith(pool, ['One.'])).rejects.toThrow('no report can be read')
  await pool.close()
})

test('a fault of ours in a report is an error of that report', () => {
  const task = { where: 'a.txt', report: { text: 'A.' } }
  const writer = { head: '', foot: '', write: () => '' }
  expect(readTask(task, {} as Kit, writer)).toEqual({
    fault: expect.stringMatching(/^a\.txt: internal error, please report it: TypeError: /),
  })
})

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i += 1) yield i
}

test('answers come in the order of the questions, however long each takes', async () => {
  const answers: number[] = []
  const slowFirst = (n: number): Promise<number> => wait(n % 3 === 0 ? 10 : 1, n)
  for await (const answer of inOrder(numbers(20), 4, slowFirst)) answers.push(answer)
  expect(answers).toEqual(Array.from({ length: 20 }, (_, i) => i))
})

test('with a slow reader of the output nothing is begun ahead of the window', async () => {
  let [begun, taken, most] = [0, 0, 0]
  const work = async (n: number): Promise<number> => {
    begun += 1
    most = Math.max(most, begun - taken)
    return n
  }
  for await (const answer of inOrder(numbers(30), 4, work)) {
    await wait(2)
    taken = answer + 1
  }
  expect(begun).toBe(30)
  expect(most).toBeLessThanOrEqual(4)
})

test('what goes wrong with one question reaches whoever takes the answers', async () => {
  const work = (n: number): Promise<number> =>
    n === 3 ? Promise.reject(new Error('three')) : Promise.resolve(n)
  const take = async (): Promise<void> => {
    for await (const answer of inOrder(numbers(9), 4, work)) expect(answer).toBeLessThan(3)
  }
  await expect(take()).rejects.toThrow('three')
})

test('chunks hold some size of text, errors too', async () => {
  async function* items(): AsyncGenerator<Item> {
    for (let i = 0; i < 10; i += 1)
      yield { where: `${i}`, bytes: 1, report: { text: 'x'.repeat(30) } }
  }
  const sizes: number[] = []
  for await (const chunk of chunkItems(items(), 100)) sizes.push(chunk.length)
  expect(sizes).toEqual([4, 4, 2])
})
