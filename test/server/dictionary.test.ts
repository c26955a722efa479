import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChangedEntry, Job, OwnEntry, UnknownPage } from '../../src/server/api.ts'
import { hashPassword } from '../../src/server/guard/password.ts'
import { makeApp } from '../../src/server/index.ts'
import { runJobs } from '../../src/server/jobs/run.ts'
import { addAccount, loadReading, verifyStore } from '../../src/store/index.ts'
import { asker, cookieOf, type Asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, NOW, openSite } from '../support/site.ts'

describe.each(STORES)('the dictionary, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const app = makeApp(site)
  const runner = runJobs(site)
  const PASSWORD = 'seven herons at dawn'
  const people = new Map<string, Asker>()
  const as = (name: string): Asker => people.get(name) ?? asker(app)
  const SENTENCE = 'Harrow Front shot dead two farmers in Selin on Tuesday, police said.'

  beforeAll(async () => {
    await fill(site, [
      {
        id: 'a',
        title: 'Selin',
        text: `Snow fell. ${SENTENCE} Nobody left.`,
        publishedAt: '2024-03-06',
      },
      { id: 'b', text: 'Police blamed Harrow Front.', publishedAt: '2024-03-06' },
    ])
    const password = await hashPassword(PASSWORD)
    const roles = { rosa: 'admin', ada: 'coder', ben: 'coder', vik: 'viewer' } as const
    for (const [name, role] of Object.entries(roles)) {
      await addAccount(site.db, { name, role, password }, { at: NOW, by: 'test' })
      const entered = await asker(app).post('/api/session', { name, password: PASSWORD })
      people.set(name, asker(app, { cookie: cookieOf(entered) }))
    }
  })
  afterAll(async () => {
    await runner.close()
    await site.db.close()
  })

  const unknown = async (query = ''): Promise<UnknownPage> =>
    (await (await as('vik').get(`/api/unknown-actors${query}`)).json()) as UnknownPage
  const ended = async (id: string | undefined): Promise<Job> => {
    for (;;) {
      const job = (await (await as('rosa').get(`/api/jobs/${id}`)).json()) as Job
      if (job.state === 'done') return job
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
  const knownIn = async (id: string): Promise<(string | undefined)[]> =>
    ((await loadReading(site.db, id))?.actors ?? [])
      .filter(({ name }) => name.includes('Front'))
      .map(({ known }) => known)

  test('unknown names come with a sentence, and are sifted by kind and by letters', async () => {
    const { rows, isWhole } = await unknown()
    expect(isWhole).toBe(true)
    const harrow = rows.find(({ key }) => key.includes('harrow'))
    expect(harrow?.reports).toBeGreaterThan(0)
    expect((await unknown('?words=nothing')).rows).toEqual([])
    expect((await unknown('?kinds=person&words=harrow')).rows).toEqual([])
    const { rows: sentences } = await unknown('?kinds=all&words=harrow')
    const { example } = sentences[0] ?? {}
    expect([SENTENCE, 'Police blamed Harrow Front.']).toContain(
      `${example?.before}${example?.words}${example?.after}`,
    )
  })

  let entry = 0

  test('a name that is added is known: the reports that have it are read again by a job', async () => {
    const body = { name: 'Harrow Front', aliases: ['HF'], kind: 'armed-group', country: ['KEN'] }
    expect((await as('vik').post('/api/dictionary', body)).status).toBe(403)
    expect((await as('ada').post('/api/dictionary', { ...body, kind: 'band' })).status).toBe(400)
    const added = (await (await as('ada').post('/api/dictionary', body)).json()) as ChangedEntry
    entry = added.entry
    expect(added).toMatchObject({ by: 'ada', actor: body })
    const job = await ended(added.job)
    expect(job).toMatchObject({ owner: 'ada', done: 2, failed: 0 })
    expect([...(await knownIn('a')), ...(await knownIn('b'))]).toEqual([
      added.actor.id,
      added.actor.id,
    ])
    expect((await unknown('?kinds=all&words=harrow')).rows).toEqual([])
    expect((await as('ben').post('/api/dictionary', body)).status).toBe(409)
  })

  test('reports that come later are read with the dictionary', async () => {
    const asked = await as('ada').post('/api/intake', { text: 'Harrow Front left Selin.' })
    const job = await ended(((await asked.json()) as Job).id)
    const items = await as('ada').get(`/api/jobs/${job.id}/items?state=done`)
    const { rows } = (await items.json()) as { rows: { report: string }[] }
    expect(await knownIn(rows[0]?.report ?? '')).toHaveLength(1)
  })

  test('an entry is taken back by whoever added it, or a reviewer', async () => {
    expect((await as('ben').post(`/api/dictionary/${entry}/remove`)).status).toBe(403)
    const removed = await as('ada').post(`/api/dictionary/${entry}/remove`)
    const { job } = (await removed.json()) as ChangedEntry
    expect(await ended(job)).toMatchObject({ done: 3 })
    expect((await knownIn('a')).filter((known) => known !== undefined)).toEqual([])
    expect((await as('ada').post(`/api/dictionary/${entry}/remove`)).status).toBe(409)
    expect((await as('ada').post('/api/dictionary/1/remove')).status).toBe(404)
    const { rows } = (await (await as('vik').get('/api/dictionary')).json()) as { rows: OwnEntry[] }
    expect(rows).toEqual([])
  })

  test('a name that no report has begins no job, and the store is sound', async () => {
    const body = { name: 'Lantern Festival', kind: 'not-an-actor', country: ['KEN'] }
    const added = (await (await as('ben').post('/api/dictionary', body)).json()) as ChangedEntry
    expect(added.job).toBeUndefined()
    expect(added.actor).not.toHaveProperty('country')
    expect((await verifyStore(site.db, () => [], site.link)).faults).toEqual([])
  })
})
