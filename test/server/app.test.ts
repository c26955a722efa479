import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../../src/server/index.ts'
import type { IncidentSummary, Page } from '../../src/server/api.ts'
import { fill, openSite } from '../support/site.ts'

const site = await openSite()
const app = makeApp(site)
const ask = (path: string, init: RequestInit = {}) =>
  app.request(path, { ...init, headers: { host: 'localhost', ...init.headers } })

beforeAll(() =>
  fill(site, [
    { id: 'one', text: 'A bomb killed two people in Darun on Monday.', publishedAt: '2024-03-06' },
    { id: 'two', text: 'Gunmen shot a teacher in Orlo on Tuesday.', publishedAt: '2024-03-06' },
  ]),
)
afterAll(() => site.db.close())

test('lists come in pages, and a page says how to ask for the next', async () => {
  const first = (await (await ask('/api/incidents?limit=1')).json()) as Page<IncidentSummary>
  expect(first.rows).toHaveLength(1)
  const second = (await (
    await ask(`/api/incidents?limit=1&cursor=${first.next}`)
  ).json()) as Page<IncidentSummary>
  expect(second.next).toBeUndefined()
  expect([...first.rows, ...second.rows].map(({ kind }) => kind)).toEqual([
    'armed-assault',
    'bombing',
  ])
})

test('what is not there, or asked for wrongly, is said as a problem', async () => {
  const missing = await ask('/api/reports/none')
  expect(missing.status).toBe(404)
  expect(missing.headers.get('content-type')).toBe('application/problem+json')
  expect(await missing.json()).toMatchObject({ code: 'not-found' })
  expect((await ask('/api/incidents?limit=many')).status).toBe(400)
  expect((await ask('/api/incidents?cursor=%00')).status).toBe(400)
})

test('a server answers to its own names alone', async () => {
  expect((await ask('/api/reports', { headers: { host: 'evil.example' } })).status).toBe(403)
})

test('changes that a page of another site asks for are refused', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }
  expect((await ask('/api/reports', { method: 'POST', headers })).status).toBe(403)
})

test('the routes tell themselves as OpenAPI 3.1', async () => {
  const page = (await (await ask('/api/openapi.json')).json()) as { paths: object; openapi: string }
  expect(page.openapi).toBe('3.1.0')
  expect(Object.keys(page.paths)).toContain('/api/incidents/{id}')
})
