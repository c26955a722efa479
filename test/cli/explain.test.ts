import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { explainFile, type ExplainOptions } from '../../src/cli/commands/explain.ts'
import { openKit } from '../../src/kit.ts'
import { readReport, type Kit } from '../../src/pipeline.ts'
import type { TraceEntry } from '../../src/records/index.ts'
import { folder } from './support/tools.ts'

const TEXT = `An airstrike killed 12 people in Kabul on Monday. The strike was a hit with the crowd.

Three days later "nobody" was to say who fired it. Springfield could kill hundreds in March's heat.`

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

async function explainText(
  text: string,
  options: Partial<ExplainOptions> = {},
): Promise<{ out: string; err: string; bad: number }> {
  const path = join(folder, 'explain.txt')
  writeFileSync(path, text)
  let [out, err] = ['', '']
  const streams = {
    write: (words: string) => void (out += words),
    complain: (words: string) => void (err += words),
  }
  const setting = { width: 80, colour: false }
  const bad = await explainFile(
    path,
    { to: 'text', date: '2024-03-06', ...options },
    { kit, streams, setting },
  )
  return { out, err: err.replaceAll(folder, ''), bad }
}

test('the words stand on their line, marked, with the rules below', async () => {
  const { out } = await explainText(TEXT, { find: 'monday' })
  expect(out).toMatch(
    /^ +42 {2}.*on Monday\..*\n {9} *\^{6}\n {9}read +time\/weekday +2024-03-04\n/,
  )
})

test('every place in order of text, whole or near misses', async () => {
  const { out } = await explainText(TEXT)
  const offsets = [...out.matchAll(/^ +(\d+) {2}/gm)].map((match) => Number(match[1]))
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
  expect(out).toMatch(/read +events\/\S+ +airstrike, happened/)
  expect(out).toMatch(/read +figures\/\S+ +killed, of airstrike/)
  expect(out).toMatch(/read +place\/name/)
  expect(out).toMatch(/missed +figures\/harm-word +nobody is said to have been\s+harmed/)
})

test('no line is wider than the page', async () => {
  const { out } = await explainText(`${TEXT} ${'日本語 '.repeat(50)}${TEXT.replaceAll('\n', ' ')}`)
  for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
})

test('an offset gives what touches it, as JSON too', async () => {
  const { out } = await explainText(TEXT, { at: 5, to: 'json' })
  const { places } = JSON.parse(out) as { places: { start: number; end: number; quote: string }[] }
  expect(places.length).toBeGreaterThan(0)
  for (const { start, end, quote } of places) {
    expect(start <= 5 && 5 < end).toBe(true)
    expect(quote).toBe(TEXT.slice(start, end))
  }
})

test('where no rule did anything, that is said', async () => {
  expect((await explainText('It rained.', { at: 0 })).out).toBe(
    'no rule read anything here, and none nearly did\n',
  )
})

test('words that are not there, offsets beyond the text and bad files are errors', async () => {
  expect(await explainText(TEXT, { find: 'no (such words' })).toEqual({
    out: '',
    err: 'ascribe: /explain.txt: the text does not have the words “no (such words”\n',
    bad: 1,
  })
  await expect(explainText(TEXT, { at: 10_000 })).rejects.toThrow('the text ends at')
  expect((await explainText(' ')).err).toBe('ascribe: /explain.txt: empty report\n')
})

test('a report in another language is explained by its note', async () => {
  const { out } = await explainText('По меньшей мере двенадцать человек погибли в понедельник.')
  expect(out).toMatch(/^the text is not in English/)
})

test('text cannot steer the terminal', async () => {
  const { out } = await explainText(
    `A bomb \u001b]0;x\u0007 went off in \u001b[2JKabul\u202e on Monday.`,
  )
  expect(out.split('').filter((sign) => /\p{Cc}/u.test(sign) && sign !== '\n')).toEqual([])
  expect(out).not.toContain('\u202e')
})

test('every rule that a value names has told that it read, and a trace changes nothing', () => {
  const input = { text: TEXT, publishedAt: '2024-03-06' }
  const traced: TraceEntry[] = []
  const reading = readReport(input, kit, (entry) => void traced.push(entry))
  expect(reading).toEqual(readReport(input, kit))
  const told = new Set(traced.filter(({ outcome }) => outcome === 'read').map(({ rule }) => rule))
  const named = [
    ...reading.events,
    ...reading.statements,
    ...reading.events.flatMap((e) => e.figures),
  ]
  for (const { readBy } of named) expect([...told]).toContain(readBy)
  for (const { span } of traced) expect(span.start).toBeLessThan(span.end)
})
