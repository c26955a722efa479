import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verify, type VerifyOptions } from '../../src/cli/commands/verify.ts'
import { changed } from '../support/changed.ts'
import { fullReading } from '../support/full-reading.ts'
import { folder, readPaths } from './support/tools.ts'

interface Said {
  readonly out: readonly string[]
  readonly err: string
  readonly isWell: boolean
}

/** What `ascribe verify` says of the lines of a file. */
async function verifyLines(
  name: string,
  lines: readonly unknown[],
  options: Partial<VerifyOptions> = {},
): Promise<Said> {
  const path = join(folder, name)
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  writeFileSync(path, text.join('\n'))
  let [out, err] = ['', '']
  const streams = {
    write: (words: string) => void (out += words),
    complain: (words: string) => void (err += words),
  }
  const isWell = await verify(path, { limit: 50, ...options }, streams)
  const cut = (words: string): string => words.replaceAll(`${folder}/`, '')
  return { out: cut(out).trimEnd().split('\n'), err: cut(err), isWell }
}

const second = changed(fullReading, { path: 'report.id', to: 'second' })
const wrong = changed(
  fullReading,
  { path: 'report.id', to: 'wrong' },
  { path: 'events.0.figures.0.atLeast', to: 70 },
  { path: 'events.0.status', to: 'occurred' },
)

test('what read writes, verify proves', async () => {
  const path = join(folder, 'reports.ndjson')
  writeFileSync(path, '{"text":"A bomb went off in Darun on Monday.","publishedAt":"2024-03-06"}')
  const { out } = await readPaths([path])
  expect(await verifyLines('readings.ndjson', [out])).toEqual({
    out: ['1 reading, 0 violations'],
    err: '',
    isWell: true,
  })
})

test('each violation is named by line, report, path, kind and reason, and all are counted', async () => {
  const { out, isWell } = await verifyLines('wrong.ndjson', [fullReading, '', wrong, second])
  expect(out).toEqual([
    'wrong.ndjson line 3: wrong: events[0].status: member: "occurred" is none of happened, attempted, foiled, planned, threatened, possible, denied, general',
    'wrong.ndjson line 3: wrong: events[0].figures[0]: number: "at least seven people" does not say 70',
    '3 readings, 2 violations (1 member, 1 number)',
  ])
  expect(isWell).toBe(false)
})

test('a broken line is named and the rest goes on', async () => {
  const { out, err, isWell } = await verifyLines('broken.ndjson', [
    fullReading,
    '{"schema":',
    second,
  ])
  expect(out).toEqual(['2 readings, 0 violations, 1 line not read'])
  expect(err).toContain('broken.ndjson line 2: broken JSON at column 11')
  expect(isWell).toBe(false)
})

test('what is no reading is a violation; so is a second reading of a report', async () => {
  const { out } = await verifyLines('odd.ndjson', ['[]', fullReading, fullReading])
  expect(out[0]).toMatch(/^odd.ndjson line 1: \?: the reading: shape: /)
  expect(out).toContain('odd.ndjson line 3: market: report.id: id: is that of a reading before')
  expect(out.at(-1)).toBe('3 readings, 2 violations (1 shape, 1 id)')
})

test('no more are printed than asked for', async () => {
  const { out } = await verifyLines('many.ndjson', [wrong], { limit: 1 })
  expect(out.slice(1)).toEqual(['… and 1 more', '1 reading, 2 violations (1 member, 1 number)'])
})

test('a file without readings proves nothing', async () => {
  const { out, isWell } = await verifyLines('none.ndjson', [''])
  expect([out, isWell]).toEqual([['0 readings, 0 violations'], false])
})

test('as JSON there is an object for each violation, and the counts come last', async () => {
  const { out } = await verifyLines('json.ndjson', [wrong, '{'], { json: true })
  expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ where: 'json.ndjson line 1', report: 'wrong', kind: 'member' }),
    expect.objectContaining({ path: 'events[0].figures[0]', kind: 'number' }),
    { readings: 1, violations: 2, unreadable: 1, byKind: { member: 1, number: 1 } },
  ])
})

test('a file that is not there is an error', async () => {
  const streams = { write: () => undefined, complain: () => undefined }
  await expect(verify(join(folder, 'nowhere.ndjson'), { limit: 1 }, streams)).rejects.toMatchObject(
    {
      code: 'not-found',
    },
  )
})
