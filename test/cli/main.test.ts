import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openPool, readAll } from '../../src/bulk/index.ts'
import { openWriter } from '../../src/export/index.ts'
import { program, statusOf } from '../../src/cli/program.ts'
import { buildDist } from '../support/build.ts'
import { folder, readPaths } from './support/tools.ts'

const DIST = buildDist()
const MAIN = join(DIST, 'cli', 'main.js')
/** A machine with much to do starts a process slowly. */
const PATIENT = 180_000

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { cwd: folder })
}

async function run(
  ...args: readonly string[]
): Promise<{ out: string; err: string; status: unknown }> {
  const child = start(...args)
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdin?.end()
  const [status] = (await once(child, 'close')) as [number | null]
  return { out, err, status }
}

writeFileSync(join(folder, 'good.txt'), 'A bomb went off in Darun.')
writeFileSync(join(folder, 'bad.json'), '{')

test('two jobs write what one writes', { timeout: PATIENT }, async () => {
  const texts = Array.from(
    { length: 30 },
    (_, i) => `A bomb killed ${i + 1} people in Darun. ${'x'.repeat(5000)}`,
  )
  const path = join(folder, 'jobs.ndjson')
  writeFileSync(path, texts.map((text) => JSON.stringify({ text })).join('\n'))
  const module = pathToFileURL(join(DIST, 'bulk', 'worker.js'))
  const setting = { width: 80, colour: false }
  const pool = openPool({ jobs: 2, form: 'csv', setting, module })
  let out = ''
  const streams = { write: (text: string) => void (out += text), complain: () => undefined }
  await readAll([path], {}, { pool, writer: await openWriter('csv', setting), streams })
  await pool.close()
  expect(out).toEqual((await readPaths([path], { to: 'csv' })).out)
  expect(out.split('\n').length).toBeGreaterThan(30)
})

describe('exit status:', { timeout: PATIENT }, () => {
  test('1 where an item was bad; the rest is read', async () => {
    const { out, err, status } = await run('read', 'bad.json', 'good.txt', '--to', 'csv')
    expect(status).toBe(1)
    expect(out.split('\n')).toHaveLength(3)
    expect(err).toBe(
      'ascribe: bad.json: broken JSON at line 1, column 2: a closing } is missing\n' +
        'ascribe: 1 item could not be read\n',
    )
  })

  test.each([
    [['read', 'good.txt', '--date', '2024-02-31'], 2, 'a day of the calendar'],
    [['read', 'good.txt', '--jobs', '0'], 2, 'a whole number from 1'],
    [['read', 'good.txt', '--to', 'xml'], 2, 'Allowed choices'],
    [['read'], 2, "missing required argument 'path'"],
    [['raed', 'good.txt'], 2, 'Did you mean read?'],
    [['--version'], 0, '1.2.3'],
    [['read', '--help'], 0, 'Examples:'],
  ])('of %j is %i', async (args, status, words) => {
    let said = ''
    const hear = (text: string): void => void (said += text)
    const command = await program('1.2.3', args[0])
    for (const one of [command, ...command.commands])
      one.configureOutput({ writeOut: hear, writeErr: hear })
    const error: unknown = await command.parseAsync(args, { from: 'user' }).catch((e: unknown) => e)
    expect(statusOf(error, { complain: hear })).toBe(status)
    expect(said).toContain(words)
  })
})

describe('when it is to end:', { timeout: PATIENT }, () => {
  const many = join(folder, 'many.ndjson')
  const line = `${JSON.stringify({ text: 'A bomb went off in Darun on Monday. '.repeat(40) })}\n`
  writeFileSync(many, line.repeat(600))

  test('a reader that goes away ends it, without a word', async () => {
    const child = start('read', many)
    let err = ''
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
    if (child.stdout) await once(child.stdout, 'data')
    child.stdout?.destroy()
    const [status] = (await once(child, 'exit')) as [number | null]
    expect({ err, status }).toEqual({ err: '', status: 0 })
  })

  test('an interrupt ends it after a whole line', async () => {
    const child = start('read', many, '--jobs', '2')
    let out = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      if (out === '') child.kill('SIGINT')
      out += chunk.toString()
    })
    const [, signal] = (await once(child, 'close')) as [number | null, string]
    expect(signal).toBe('SIGINT')
    expect(out.endsWith('\n')).toBe(true)
    expect(out.trim().split('\n').length).toBeLessThan(600)
  })
})
