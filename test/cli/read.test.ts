import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { read, type ReadOptions } from '../../src/cli/commands/read.ts'
import { verify } from '../../src/cli/commands/verify.ts'
import { openKit } from '../../src/kit.ts'
import type { Kit } from '../../src/pipeline.ts'
import type { Reading } from '../../src/records/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'ascribe-'))
let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

async function run(
  name: string,
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<{ out: string; err: string; bad: number }> {
  const path = join(folder, name)
  writeFileSync(path, content)
  let [out, err] = ['', '']
  const streams = {
    write: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
  }
  const bad = await read([path], { to: 'ndjson', colour: false, ...options }, { kit, streams })
  return { out, err: err.replaceAll(folder, ''), bad }
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
  const lines = [
    '{"text":"One."}',
    '{"text":',
    '{"title":"x"}',
    '{"text":" "}',
    '',
    '{"text":"Two.","publishedAt":"soon"}',
    '{"text":"Three."}',
  ]
  const { out, err, bad } = await run('c.ndjson', lines.join('\n'))
  expect(out.trim().split('\n')).toHaveLength(2)
  expect(bad).toBe(4)
  for (const line of [
    '/c.ndjson line 2: broken JSON',
    '/c.ndjson line 3: text',
    '/c.ndjson line 4: text: is empty',
    '/c.ndjson line 6: publishedAt',
  ])
    expect(err).toContain(line)
})

test('a second report under one id is refused, with the place of the first', async () => {
  const { out, err } = await run(
    'i.ndjson',
    '{"text":"One.","id":"a"}\n{"text":"Two.","id":"a"}\n{"text":"Three."}',
  )
  expect(out.trim().split('\n')).toHaveLength(2)
  expect(err).toContain('/i.ndjson line 2: id a was given before, in /i.ndjson line 1')
})

test('bytes that are not UTF-8, an empty file and a line of 50 MB are refused with a reason', async () => {
  expect((await run('d.txt', Uint8Array.of(0x61, 0xff, 0xfe))).err).toContain('/d.txt: not UTF-8')
  expect((await run('e.txt', ' \n')).err).toContain('/e.txt: empty report')
  const long = Buffer.concat([Buffer.alloc(50_000_000, 0x61), Buffer.from('\n{"text":"Next."}\n')])
  const { out, err } = await run('f.ndjson', long)
  expect(err).toContain('/f.ndjson line 1: a line of 50000000 bytes')
  expect(out.trim().split('\n')).toHaveLength(1)
})

test('a page shows hostile text as text', async () => {
  const { out } = await run('g.txt', '<script>alert(1)</script> & more', { to: 'html' })
  expect(out).not.toContain('<script>')
  expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more')
})

test('what read writes, verify proves', async () => {
  const { out } = await run('h.txt', 'A bomb went off in Darun on Monday.', { date: '2024-03-06' })
  const path = join(folder, 'readings.ndjson')
  writeFileSync(path, out)
  let said = ''
  expect(
    await verify(path, { write: (text) => void (said += text), complain: () => undefined }),
  ).toBe(0)
  expect(said).toBe('1 readings, 0 violations\n')
})
