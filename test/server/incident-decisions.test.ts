import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  ChangedIncident,
  Company,
  HistoryStep,
  IncidentSummary,
  ListedDecision,
  Neighbour,
  Page,
  PlacedNote,
  PolicyTolls,
  WordsAround,
} from '../../src/server/api.ts'
import { makeApp } from '../../src/server/index.ts'
import { verifyStore } from '../../src/store/index.ts'
import { asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, openSite } from '../support/site.ts'

describe.each(STORES)('decisions on incidents, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const api = asker(makeApp(site), {}, '/api')
  const get = async <T>(path: string): Promise<T> => (await (await api.get(path)).json()) as T
  const list = async () => (await get<Page<IncidentSummary>>('/incidents')).rows

  const STRIKE =
    'An airstrike on the market of Kandahar killed three people on Monday, police said. Residents counted many wounded near the square, and shops stayed closed for the whole of the day.'

  beforeAll(() =>
    fill(site, [
      { id: 'one', outlet: 'Orrin Daily', text: STRIKE, publishedAt: '2024-03-05' },
      { id: 'two', outlet: 'Velka Post', text: STRIKE, publishedAt: '2024-03-06' },
      {
        id: 'three',
        outlet: 'Radio Selin',
        text: 'An airstrike by the Taliban on the market of Kandahar killed 17 people on Monday, the governor said. The Taliban denied the airstrike.',
        publishedAt: '2024-03-06',
      },
      {
        id: 'four',
        outlet: 'Radio Selin',
        text: 'Gunmen shot dead two teachers in Kandahar on Tuesday.',
        publishedAt: '2024-03-06',
      },
    ]),
  )
  afterAll(() => site.db.close())

  const strike = async (): Promise<IncidentSummary> => {
    const found = (await list()).find(({ kind, reports }) => kind === 'airstrike' && reports > 1)
    if (!found) throw new Error('no incident of several reports')
    return found
  }

  describe('what belongs to an incident', () => {
    test('its reports, and which copies which', async () => {
      const { id } = await strike()
      const { reports, copies, links } = await get<Company>(`/incidents/${id}/reports`)
      expect(reports.map((report) => report.id)).toContain('one')
      expect(copies).toContainEqual({ earlier: 'one', later: 'two', held: 1 })
      expect(links.length).toBeGreaterThan(0)
      for (const { reasons } of links) expect(reasons.length).toBeGreaterThan(0)
    })

    test('its tolls under each policy', async () => {
      const { id } = await strike()
      const policies = await get<PolicyTolls[]>(`/incidents/${id}/policies`)
      expect(policies.map(({ policy }) => policy)).toEqual([
        'conservative',
        'range',
        'latest',
        'majority-of-origins',
      ])
      expect(policies.every(({ figures }) => figures.killed)).toBe(true)
    })

    test('words stand in their paragraph, and only there are words', async () => {
      const around = await get<WordsAround>('/reports/one/words?start=3&end=12')
      expect(around).toMatchObject({ before: 'An ', words: 'airstrike' })
      expect(`${around.before}${around.words}${around.after}`).toBe(STRIKE)
      expect((await api.get('/reports/one/words?start=3&end=99999')).status).toBe(400)
      expect((await api.get('/reports/one/words?start=0&end=5&in=title')).status).toBe(400)
    })
  })

  describe('what people decide', () => {
    test('joins, tells what was near, and is taken back to exactly what was', async () => {
      const before = await list()
      const [one] = before.filter(({ kind }) => kind === 'airstrike')
      const other = before.find(({ kind }) => kind === 'armed-assault')
      if (!one || !other) throw new Error('no two incidents')
      const { rows: near } = await get<{ rows: Neighbour[] }>(`/incidents/${one.id}/near`)
      expect(near.map(({ incident }) => incident.id)).toContain(other.id)

      const answer = await api.post('/incidents/join', {
        ids: [one.id, other.id],
        reason: 'one attack in two waves',
      })
      const { entry } = (await answer.json()) as { entry: number }
      expect(await list()).toHaveLength(before.length - 1)
      const { rows } = await get<{ rows: ListedDecision[] }>(`/incidents/${one.id}/decisions`)
      expect(rows).toMatchObject([
        { entry, verdict: 'same', by: 'analyst', reason: 'one attack in two waves' },
      ])
      const { rows: steps } = await get<{ rows: HistoryStep[] }>(`/incidents/${one.id}/history`)
      expect(steps[0]).toMatchObject({ operation: entry, by: 'analyst', kind: 'decide' })
      expect(steps[0]?.changes.map(({ kind }) => kind)).toContain('new-report')
      const { rows: changed } = await get<Page<ChangedIncident>>(`/changes?since=${entry - 1}`)
      expect(changed.map(({ incident }) => incident)).toEqual([one.id])

      expect((await api.post('/incidents/undo', { entry })).status).toBe(200)
      expect(await list()).toEqual(before)
      expect((await api.post('/incidents/undo', { entry })).status).toBe(400)
    })

    test('takes a report out of an incident', async () => {
      const { id, reports } = await strike()
      const answer = await api.post('/incidents/apart', { pair: ['three', id] })
      const { entry } = (await answer.json()) as { entry: number }
      const now = (await list()).filter(({ kind }) => kind === 'airstrike')
      expect(now.length).toBeGreaterThan(1)
      expect((await api.post('/incidents/undo', { entry })).status).toBe(200)
      expect((await strike()).reports).toBe(reports)
    })

    test('is refused where it says nothing, and leaves a store that holds', async () => {
      const { id } = await strike()
      expect((await api.post('/incidents/join', { ids: [id] })).status).toBe(400)
      expect((await api.post('/incidents/join', { ids: [id, id] })).status).toBe(400)
      expect((await api.post('/incidents/join', { ids: [id, 'none'] })).status).toBe(404)
      expect((await api.post('/incidents/apart', { pair: [id, id, id] })).status).toBe(400)
      expect((await api.post('/incidents/undo', { entry: 1 })).status).toBe(404)
      const { faults } = await verifyStore(site.db, () => [], site.link)
      expect(faults).toEqual([])
    })
  })

  test('changes come page by page, and say where the next question begins', async () => {
    const seen: string[] = []
    let cursor = ''
    let until = 0
    do {
      const page = await get<Page<ChangedIncident> & { until: number }>(
        `/changes?limit=1${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(...page.rows.map(({ incident }) => incident))
      cursor = page.next ?? ''
      until = page.until
    } while (cursor !== '')
    expect(seen.toSorted()).toEqual((await list()).map(({ id }) => id).sort())
    expect(await get<Page<ChangedIncident>>(`/changes?since=${until}`)).toEqual({ rows: [], until })
    expect((await api.get('/changes?since=yesterday')).status).toBe(400)
  })

  test('what is said of an actor and by them is found by their name', async () => {
    const { values } = await get<{ values: { value: { actor?: string; name?: string } }[] }>(
      `/incidents/${(await strike()).id}`,
    )
    const actor = values.find(({ value }) => value.name?.includes('Taliban'))?.value
    const path = `/actors/${encodeURIComponent(actor?.actor ?? '')}/notes?name=Taliban`
    const { rows } = await get<Page<PlacedNote>>(path)
    expect(rows.map(({ side }) => side)).toContain('of')
    expect(rows.map(({ side, stance }) => [side, stance])).toContainEqual(['by', 'denies'])
    expect(rows.find(({ side }) => side === 'of')?.incident).toBeDefined()
    expect((await get<Page<PlacedNote>>('/actors/nobody%20at%20all/notes')).rows).toEqual([])
  })
})
