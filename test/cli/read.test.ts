import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Reading } from '../../src/records/index.ts'
import { folder, readPaths, type Said } from './support/tools.ts'

async function run(
  name: string,
  content: string | Uint8Array,
  options: Parameters<typeof readPaths>[1] = {},
): Promise<Said> {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readPaths([path], options)
}

test('the header of a bare text dates it and is no part of it', async () => {
  const { out } = await run('a.txt', 'date 2024-03-06 A bomb went off.')
  const reading = JSON.parse(out) as Reading
  expect(reading.report).toMatchObject({
    text: 'A bomb went off.',
    publishedAt: '2024-03-06',
    language: 'en',
  })
})

test('what the command line says fills only what the report leaves open', async () => {
  const { out } = await run('b.ndjson', '{"text":"A.","id":"one","outlet":"Radio Orrin"}', {
    date: '2024-01-01',
    outlet: 'other',
  })
  expect((JSON.parse(out) as Reading).report).toMatchObject({
    id: 'one',
    outlet: 'Radio Orrin',
    publishedAt: '2024-01-01',
  })
})

test('a bad record is named by file, line and reason; the rest goes on', async () => {
  const lines = ['{"text":"One."}', '{"text":', '', '{"text":" "}', '{"text":"Two."}']
  const { out, err, bad } = await run('c.ndjson', lines.join('\n'))
  expect(out.trim().split('\n')).toHaveLength(2)
  expect(bad).toBe(2)
  expect(err.split('\n')).toEqual([
    'ascribe: /c.ndjson line 2: broken JSON at column 9: a value is missing',
    'ascribe: /c.ndjson line 4: text is empty',
    'ascribe: 2 items could not be read',
    '',
  ])
})

test('a bad path does not keep the others from being read', async () => {
  writeFileSync(join(folder, 'd.txt'), 'One.')
  const { out, err, bad } = await readPaths([join(folder, 'no.txt'), join(folder, 'd.txt')])
  expect(out.trim().split('\n')).toHaveLength(1)
  expect(err).toContain('/no.txt: no such file or folder')
  expect(bad).toBe(1)
})

test('a second report under one id is refused, with the place of the first, also in another file', async () => {
  const twice = '{"text":"One.","id":"a"}\n{"text":"Two.","id":"a"}\n{"text":"Three."}'
  const { out, err } = await run('i.ndjson', twice)
  expect(out.trim().split('\n')).toHaveLength(2)
  expect(err).toContain('/i.ndjson line 2: id a was given before, in /i.ndjson line 1')
  writeFileSync(join(folder, 'j.json'), '{"text":"Four.","id":"a"}')
  const both = await readPaths([join(folder, 'i.ndjson'), join(folder, 'j.json')])
  expect(both.err).toContain('/j.json: id a was given before, in /i.ndjson line 1')
})

test('keys of any depth, and those of objects, do no harm', async () => {
  const deep = `{"x":${'['.repeat(1e5)}${']'.repeat(1e5)},"text":"A."}`
  const odd = '{"text":"B.","__proto__":{"id":"z"},"constructor":1,"toString":"x"}'
  const { out, bad } = await run('k.ndjson', `${deep}\n${odd}`)
  const readings = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading)
  expect(bad).toBe(0)
  expect(readings.map(({ report }) => report.text)).toEqual(['A.', 'B.'])
  expect(readings[1]?.report.id).toMatch(/^[0-9a-f]{16}$/)
})

test('a page shows hostile text as text', async () => {
  const { out } = await run('g.txt', '<script>alert(1)</script> & more', { to: 'html' })
  expect(out).not.toContain('<script>')
  expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more')
})
