import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildDist } from '../support/build.ts'

const place = mkdtempSync(join(tmpdir(), 'ascribe-cli-store-'))
const store = join(place, 'store')
let command: string

beforeAll(() => {
  command = join(buildDist(), 'cli/main.js')
  const page = { uri: 'https://radio.example/1', outlet: 'Radio Orrin' }
  const lines = [
    {
      id: 'a',
      text: 'Shells hit the market of Darun on Monday, killing two people.',
      title: 'Two dead',
    },
    { ...page, text: 'A bomb killed three men in Selin.' },
    { ...page, text: 'A bomb killed five men in Selin.' },
    { id: 'w', text: 'The witness, Maro Tel, saw the gunmen leave Darun.' },
    { id: 'bad' },
  ]
  writeFileSync(join(place, 'reports.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n'))
})

/** What a command says and how it ends. */
function ascribe(...words: string[]): { out: string; err: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...words], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, ASCRIBE_DATABASE_URL: '' },
  })
  return { out: stdout, err: stderr, status }
}

test('a store from its first report to its last', () => {
  expect(ascribe('list', '--store', store)).toMatchObject({ status: 1, out: '' })
  const added = ascribe('add', 'reports.ndjson', '--store', store)
  expect(added.out).toMatch(/^added a\nadded (\w+)\nadded \1 \(version 2\)\nadded w\n$/)
  expect(added.err).toContain('line 5')
  expect(added.err).toContain('4 added (1 new version)')
  expect(added.status).toBe(1)
  const id = /^added (\w{16})$/m.exec(added.out)?.[1] ?? ''
  expect(ascribe('add', 'reports.ndjson', '--store', store).err).toContain('4 there already')

  const listed = ascribe('list', '--store', store).out
  expect(listed.split('\n')).toHaveLength(4)
  expect(listed).toContain(`${id} (version 2)  Radio Orrin  A bomb killed five men in Selin.`)
  expect(ascribe('search', 'shelled or', 'bombing', '--store', store).out).toContain(
    '«bomb» killed five',
  )
  expect(ascribe('search', 'nothing', '--store', store).status).toBe(1)
  expect(ascribe('show', id, '1', '--to', 'json', '--store', store).out).toContain('three men')
  expect(ascribe('show', 'nobody', '--store', store)).toMatchObject({ status: 1, out: '' })
  expect(ascribe('show', id, '--diff', '--store', store).out).toContain('[-three-] {+five+} men')
  expect(ascribe('show', 'a', '--diff', '--store', store).err).toContain('there is one version')

  const rows = ascribe('incidents', '--to', 'ndjson', '--store', store).out.trim().split('\n')
  const incidents = rows.map((line) => JSON.parse(line) as { id: string; kind: string })
  expect(incidents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['shelling', 'bombing']))
  const ids = incidents.slice(0, 2).map((incident) => incident.id)
  const page = ascribe('incidents', '--limit', '1', '--store', store)
  expect(page.out).toContain(ids[0])
  expect(page.err).toBe(`more: --after ${ids[0]}\n`)
  expect(ascribe('show', ids[0] ?? '', '--to', 'json', '--store', store).out).toContain('"stands"')
  const entry = /undo (\d+)/.exec(ascribe('same', ...ids, '--store', store).out)?.[1] ?? ''
  expect(ascribe('changes', '--since', String(Number(entry) - 1), '--store', store).out).toContain(
    'formerly',
  )
  expect(ascribe('undo', entry, '--store', store).status).toBe(0)
  expect(ascribe('undo', entry, '--store', store)).toMatchObject({ status: 2, out: '' })
  expect(ascribe('decisions', '--store', store).out).toContain('undone by')
  expect(ascribe('changes', '--since', 'noon', '--store', store)).toMatchObject({ status: 2 })

  expect(ascribe('export', '--store', store)).toMatchObject({ status: 2, out: '' })
  const readings = ascribe('export', '--profile', 'internal', '--store', store)
  expect(readings.out.trim().split('\n')).toHaveLength(3)
  expect(ascribe('verify', '--store', store)).toMatchObject({ status: 0 })
  expect(ascribe('verify')).toMatchObject({ status: 2 })

  expect(ascribe('erase', 'w', '--store', store)).toMatchObject({ status: 2, out: '' })
  expect(ascribe('erase', 'w', '--yes', '--store', store).out).toBe('erased w\n')
  expect(ascribe('search', 'witness', '--store', store).out).toBe('')
  expect(ascribe('add', 'reports.ndjson', '--store', store).out).toContain('was erased: w')

  expect(ascribe('backup', 'all.gz', '--store', store).status).toBe(0)
  expect(ascribe('backup', 'all.gz', '--store', store)).toMatchObject({ status: 2, out: '' })
  expect(ascribe('restore', 'reports.ndjson', '--store', 'other').err).toContain('not a backup')
  expect(ascribe('restore', 'all.gz', '--store', 'other').status).toBe(0)
  expect(ascribe('restore', 'all.gz', '--store', 'other').err).toContain('not empty')
  const again = ascribe('verify', '--store', 'other').out
  expect(again).toBe(ascribe('verify', '--store', store).out)
  expect(again).toContain('3 readings')
}, 600_000)

test('the dictionary of a store: added, read again, exported, imported, taken back', () => {
  const store = join(place, 'dictionary')
  const text = 'The Harrow Front shot dead two farmers in Selin, police said.'
  writeFileSync(join(place, 'front.txt'), text)
  ascribe('add', 'front.txt', '--store', store)
  expect(ascribe('actors', 'unknown', '--store', store).out).toContain(
    '1  armed-group  Harrow Front',
  )
  const named = ['Harrow Front', '--alias', 'HF', '--country', 'KEN']
  const added = ascribe('actors', 'add', ...named, '--kind', 'organisation', '--store', store)
  expect(added.err).toBe('1 report read again, 1 of them say something else now\n')
  const entry = /remove (\d+)/.exec(added.out)?.[1] ?? ''
  expect(ascribe('actors', 'unknown', '--store', store).out).toBe('')
  expect(ascribe('actors', 'list', '--store', store).out).toContain(
    `${entry}  organisation  Harrow Front, HF  KEN  command line`,
  )
  const wrong = ascribe(
    'actors',
    'add',
    'X',
    '--kind',
    'media',
    '--country',
    'here',
    '--store',
    store,
  )
  expect(wrong).toMatchObject({ status: 1, out: '' })
  const line = ascribe('actors', 'export', '--store', store).out
  expect(JSON.parse(line)).toEqual({
    ...{ name: 'Harrow Front', aliases: ['HF'], kind: 'organisation', country: ['KEN'] },
  })
  writeFileSync(join(place, 'actors.ndjson'), `${line}{"name":"Fair","kind":"not-an-actor"}\n`)
  expect(ascribe('actors', 'import', 'actors.ndjson', '--store', store).out).toBe(
    '1 added, 1 there already\n',
  )
  writeFileSync(join(place, 'actors.ndjson'), '{"name":"Good","kind":"media"}\n{"name":"Bad"}\n')
  expect(ascribe('actors', 'import', 'actors.ndjson', '--store', store).err).toContain('line 2')
  ascribe('actors', 'remove', entry, '--store', store)
  expect(ascribe('actors', 'list', '--store', store).out).toMatch(/^\d+ {2}not-an-actor {2}Fair/)
  expect(ascribe('verify', '--store', store).status).toBe(0)
}, 120_000)
