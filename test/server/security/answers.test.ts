import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { INCIDENT_FORMS } from '../../../src/export/index.ts'
import { makeApp } from '../../../src/server/index.ts'
import { newRoutes } from '../../../src/server/new-routes.ts'
import { asker } from '../../support/ask.ts'
import { STORES } from '../../support/db.ts'
import { fill, openSite } from '../../support/site.ts'

const pages = mkdtempSync(join(tmpdir(), 'ascribe-pages-'))
mkdirSync(join(pages, 'assets'))
writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Ascribe</title>')
writeFileSync(join(pages, 'assets/main-0a1b.js'), 'export {}')
writeFileSync(join(pages, 'secret.txt'), 'not of the workbench')

describe.each(STORES)('answers, $name', async ({ open }) => {
  const site = await openSite({ db: await open(), pages })
  const app = makeApp(site)
  const { get, post } = asker(app)
  const TEXT = 'A bomb killed two people in Darun on Monday, said =HYPERLINK("x"), a teacher.'

  beforeAll(() => fill(site, [{ id: 'one', text: TEXT, publishedAt: '2024-03-06' }]))
  afterEach(() => vi.restoreAllMocks())
  afterAll(() => site.db.close())

  /** One answer of each sort. */
  const ANSWERS = [
    ['a page', () => get('/incidents')],
    ['the first page', () => get('/')],
    ['a script', () => get('/assets/main-0a1b.js')],
    ['records', () => get('/api/incidents')],
    ['a file', () => get('/api/incidents/export?form=csv')],
    ['lines', () => get('/api/incidents/outline')],
    ['the routes', () => get('/api/openapi.json')],
    ['what is not there', () => get('/api/nothing')],
    ['what was asked wrongly', () => get('/api/incidents?limit=many')],
    ['what another site asks', () => post('/api/filters', {}, { 'sec-fetch-site': 'cross-site' })],
    ['another name', () => get('/', { host: 'evil.example' })],
    ['a method that is not there', () => app.request('/', { method: 'PUT' })],
  ] as const

  test.each(ANSWERS)('%s comes with what keeps a page from harm', async (_sort, ask) => {
    const { headers } = await ask()
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((rule) => {
        const [name = '', ...values] = rule.split(' ')
        return [name, values.join(' ')]
      }),
    )
    for (const name of ['default-src', 'base-uri', 'frame-ancestors'])
      expect([name, policy.get(name)]).toEqual([name, "'none'"])
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('style-src')).toBe("'self'")
    expect(policy.get('connect-src')).toBe("'self'")
    expect(policy.get('require-trusted-types-for')).toBe("'script'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    // Neither who made us, nor leave for other sites.
    for (const name of ['x-powered-by', 'server', 'access-control-allow-origin'])
      expect([name, headers.get(name)]).toEqual([name, null])
  })

  test('only files that carry a hash in their names are kept by browsers', async () => {
    for (const [sort, ask] of ANSWERS) {
      const kept = (await ask()).headers.get('cache-control')
      expect([sort, kept === 'no-store']).toEqual([sort, sort !== 'a script'])
    }
    const gone = await get('/assets/gone-0a1b.js')
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  test('nothing beside the workbench is served, however it is asked for', async () => {
    for (const path of [
      ...['/secret.txt', '/assets/../secret.txt', '/assets/%2e%2e/secret.txt'],
      ...['/assets/..%2fsecret.txt', '/assets/..\\secret.txt', '/assets/../../../etc/passwd'],
    ])
      expect(await (await get(path)).text()).toMatch(
        /^<!doctype html><title>Ascribe|^404 Not Found$/,
      )
  })

  // Label Studio CVE-2023-47115: a file of others, served as a page.
  test.each(INCIDENT_FORMS)('an export as %s is a file of that type, and no page', async (form) => {
    const { status, headers } = await get(`/api/incidents/export?form=${form}`)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="incidents.${form}"`)
    expect(headers.get('content-type')).toMatch(
      /^(?:application\/(?:x-ndjson|geo\+json)|text\/csv)/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('what is neither records nor a file is sent by no route', async () => {
    const { paths } = (await (await get('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, unknown>>
    }
    const readable = Object.entries(paths).flatMap(([path, methods]) =>
      'get' in methods && path !== '/api/feed' ? [path.replace(/\{\w+\}/g, 'one')] : [],
    )
    expect(readable.length).toBeGreaterThan(15)
    for (const path of readable) {
      const { headers } = await get(path)
      const [type] = (headers.get('content-type') ?? '').split(';')
      const isData = /^application\/(?:json|x-ndjson|problem\+json)$/.test(type ?? '')
      const isFile = headers.get('content-disposition')?.startsWith('attachment;') === true
      expect([path, isData || isFile]).toEqual([path, true])
    }
  })

  // Datasette #1360: what helps us to find faults helped others, too.
  test('what is our fault is told without its insides, and logged without words of reports', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const broken = newRoutes()
    broken.get('/break', () => {
      const error = new Error(`cannot read: ${TEXT}\n    at ${TEXT} (/secret/file.ts:1:1)`)
      throw Object.assign(error, { detail: TEXT, code: '23505' })
    })
    const parse = newRoutes()
    parse.get('/parse', () => JSON.parse(TEXT) as never)
    const { get: ask } = asker(makeApp(site, [broken, parse]))
    for (const path of ['/api/break', '/api/parse']) {
      const answer = await ask(path)
      expect(answer.status).toBe(500)
      expect(await answer.json()).toEqual({
        type: 'about:blank',
        title: 'something went wrong here',
        status: 500,
        code: 'internal',
      })
    }
    const told = JSON.stringify(logged.mock.calls)
    for (const word of ['bomb', 'Darun', 'secret']) expect(told).not.toContain(word)
    // What is needed to find it is there.
    expect(told).toContain('GET /api/break')
    expect(told).toContain('Error 23505')
    expect(told).toContain('answers.test.ts')
  })

  test('a database that fails does not tell its rows to the log', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const broken = newRoutes()
    broken.get('/break', async (c) => {
      const row = [TEXT, 'coder', '2024']
      await site.db.query('insert into account (name, role, made_at) values ($1, $2, $3)', row)
      await site.db.query('insert into account (name, role, made_at) values ($1, $2, $3)', row)
      return c.body(null, 204)
    })
    await asker(makeApp(site, [broken])).get('/api/break')
    expect(logged).toHaveBeenCalledOnce()
    expect(JSON.stringify(logged.mock.calls)).not.toContain('Darun')
    await site.db.query('delete from account')
  })

  // MISP CVE-2026-10856: a page that leads away.
  test('nobody is sent to another address', async () => {
    for (const path of [
      '//evil.example',
      '/\\evil.example',
      '/?next=//evil.example',
      '/login?to=x',
    ]) {
      const { status, headers } = await app.request(`http://localhost${path}`, {
        headers: { host: 'localhost' },
      })
      expect([path, status, headers.get('location')]).toEqual([path, 200, null])
    }
  })
})
