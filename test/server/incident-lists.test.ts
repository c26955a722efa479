import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentSummary, KeptFilter, OutlineColumns } from '../../src/server/api.ts'
import { makeApp } from '../../src/server/index.ts'
import { listOperations } from '../../src/store/queries/list-operations.ts'
import { asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { makeIncidents } from '../support/made-incidents.ts'
import { fill, openSite } from '../support/site.ts'

describe.each(STORES)('lists of incidents, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const api = asker(makeApp(site), {}, '/api')
  const json = async <T>(path: string): Promise<T> => (await (await api.get(path)).json()) as T
  const lines = async <T>(path: string): Promise<T[]> =>
    (await (await api.get(path)).text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as T)

  const MANY = 2500

  beforeAll(async () => {
    await makeIncidents(site.db, MANY)
    await fill(site, [
      {
        id: 'one',
        text: 'A bomb killed two people in Kandahar on Monday, the governor said.',
        publishedAt: '2024-03-06',
      },
    ])
  })
  afterAll(() => site.db.close())

  const idsOf = async (query: string): Promise<string[]> =>
    (await lines<OutlineColumns | { count: number }>(`/incidents/outline${query}`)).flatMap(
      (line) => ('count' in line ? [] : line.id),
    )

  describe('the outline', () => {
    test('has every incident once, in the order of the list, and says how many there were', async () => {
      const all = await lines<OutlineColumns | { count: number }>('/incidents/outline')
      expect(all.at(-1)).toEqual({ count: MANY + 1 })
      expect(all).toHaveLength(4)
      const ids = await idsOf('')
      expect(new Set(ids).size).toBe(MANY + 1)
      const { rows } = await json<{ rows: IncidentSummary[] }>('/incidents?limit=500')
      expect(ids.slice(0, 500)).toEqual(rows.map(({ id }) => id))
    })

    test('filters by area, across the antimeridian too, and by what is not known', async () => {
      const near = (await lines<OutlineColumns>('/incidents/outline?box=60,30,70,35'))[0]
      expect(near?.id.length).toBeGreaterThan(0)
      for (const [i, x] of (near?.longitude ?? []).entries()) {
        expect(x).toBeGreaterThanOrEqual(60)
        expect(x).toBeLessThanOrEqual(70)
        expect(near?.latitude[i]).toBeLessThanOrEqual(35)
      }
      const [over, west, east] = await Promise.all(
        ['170,-90,-170,90', '-180,-90,-170,90', '170,-90,180,90'].map((box) =>
          idsOf(`?box=${box}`),
        ),
      )
      expect(over?.toSorted()).toEqual([...(west ?? []), ...(east ?? [])].sort())
      const [without, with_] = await Promise.all([idsOf('?dated=no'), idsOf('?dated=yes')])
      expect(without.length).toBeGreaterThan(0)
      expect(without.length + with_.length).toBe(MANY + 1)
    })

    test('finds words of reports, and takes them for nothing but words', async () => {
      expect(await idsOf('?text=governor%20bomb')).toHaveLength(1)
      expect(await idsOf(`?text=${encodeURIComponent("'); drop table incident; --")}`)).toEqual([])
      expect(await idsOf('')).toHaveLength(MANY + 1)
    })

    test.each(['box=1,2,3', 'box=200,0,10,10', 'box=0,50,10,40', 'dated=maybe', 'country=afg'])(
      'refuses %s',
      async (query) => {
        expect((await api.get(`/incidents/outline?${query}`)).status).toBe(400)
      },
    )
  })

  test('rows come in the order in which they are asked for, and none that is not there', async () => {
    const [a, b, c] = await idsOf('')
    const { rows } = await json<{ rows: IncidentSummary[] }>(
      `/incidents/rows?id=${c}&id=none&id=${a}&id=${b}`,
    )
    expect(rows.map(({ id }) => id)).toEqual([c, a, b])
  })

  describe('a file of what is shown', () => {
    const file = async (query: string) => {
      const answer = await api.get(`/incidents/export?${query}`)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      return answer.text()
    }

    test('holds exactly the filtered incidents, in each form', async () => {
      const query = 'kind=bombing&since=2024-01-10'
      const ids = await idsOf(`?${query}`)
      expect(ids.length).toBeGreaterThan(10)
      expect(ids.length).toBeLessThan(MANY)
      const ndjson = (await file(`${query}&form=ndjson`)).trimEnd().split('\n')
      expect(ndjson.map((line) => (JSON.parse(line) as IncidentSummary).id)).toEqual(ids)
      const csv = (await file(`${query}&form=csv`)).trimEnd().split('\r\n')
      expect(csv.slice(1).map((line) => line.split(',')[0])).toEqual(ids)
      const geojson = JSON.parse(await file(`${query}&form=geojson`)) as {
        type: string
        features: { id: string; geometry: { coordinates: number[] } | null }[]
      }
      expect(geojson.type).toBe('FeatureCollection')
      expect(geojson.features.map(({ id }) => id)).toEqual(ids)
      expect(geojson.features.some(({ geometry }) => geometry === null)).toBe(true)
    })

    test('of nothing is whole, too', async () => {
      expect(JSON.parse(await file('kind=none&form=geojson'))).toEqual({
        type: 'FeatureCollection',
        features: [],
      })
    })
  })

  describe('filters that are kept', () => {
    const save = (body: unknown) => api.post('/filters', body)

    test('come back as they were, in place of those of their name, and can be removed', async () => {
      const filter = { kind: ['bombing'], since: '2024-01-10', box: '60,30,70,35' }
      expect((await save({ name: 'South', filter: { killed: 3 } })).status).toBe(201)
      const { id } = (await (await save({ name: 'South', filter })).json()) as KeptFilter
      expect(await json('/filters')).toEqual({ rows: [{ id, name: 'South', filter }] })
      expect((await api.delete(`/filters/${id}`)).status).toBe(204)
      expect(await json('/filters')).toEqual({ rows: [] })
      expect((await api.delete(`/filters/${id}`)).status).toBe(404)
    })

    test('hold the keys that are known and no others', async () => {
      expect((await save({ name: 'x', filter: { password: 'a' } })).status).toBe(400)
      expect((await save({ name: 'x', filter: { kind: { $ne: '' } } })).status).toBe(400)
      expect((await save({ name: '', filter: {} })).status).toBe(400)
    })

    test('are of whoever kept them', async () => {
      await site.db.query(
        `insert into saved_filter values ('f', 'somebody else', 'Mine', '{}', '2024-03-06')`,
      )
      expect(await json('/filters')).toEqual({ rows: [] })
    })

    test('leave who kept one when in the log, and not a word of it', async () => {
      await save({ name: 'Harmful', filter: { text: 'Lor' } })
      const log = await listOperations(site.db, 0, 1000)
      const [entry] = log.filter(({ kind }) => kind === 'save-filter').slice(-1)
      expect(entry).toMatchObject({ by: 'analyst', at: expect.stringMatching(/^2024-03-08/) })
      expect(entry?.body).not.toMatch(/Harmful|Lor/)
    })
  })
})
