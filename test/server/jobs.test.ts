import { afterAll, describe, expect, test } from 'vitest'
import { addAccount, listReports, loadReading } from '../../src/store/index.ts'
import { makeApp } from '../../src/server/index.ts'
import type { Feed, Job, ListedItem, Page } from '../../src/server/api.ts'
import { hashPassword } from '../../src/server/guard/password.ts'
import { runJobs } from '../../src/server/jobs/run.ts'
import { asker, cookieOf } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { NOW, openSite } from '../support/site.ts'

describe.each(STORES)('jobs, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const app = makeApp(site)
  const { get, post } = asker(app)
  const runner = runJobs(site)
  afterAll(async () => {
    await runner.close()
    await site.db.close()
  })

  const upload = async (query: string, body: string, headers = {}): Promise<Response> =>
    app.request(`/api/uploads?${query}`, {
      method: 'POST',
      body,
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/octet-stream',
        ...headers,
      },
    })
  const jobOf = async (response: Response): Promise<Job> => (await response.json()) as Job
  const ended = async ({ id }: Job): Promise<Job> => {
    for (;;) {
      const job = await jobOf(await get(`/api/jobs/${id}`))
      if (job.state === 'done') return job
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const failedOf = async ({ id }: Job): Promise<readonly ListedItem[]> =>
    ((await (await get(`/api/jobs/${id}/items`)).json()) as Page<ListedItem>).rows

  const line = (id: string, text: string): string => JSON.stringify({ id, text, publishedAt: NOW })

  test('a text that is pasted is read, and the feed tells of it', async () => {
    const { last } = (await (await get('/api/feed')).json()) as Feed
    const told = get(`/api/feed?since=${last}`)
    const text = 'A bomb killed two people in Darun on Monday.'
    const asked = await post('/api/intake', {
      text,
      outlet: 'Darun Post',
      publishedAt: '2024-03-06',
    })
    const job = await ended(await jobOf(asked))
    expect(job).toMatchObject({ done: 1, failed: 0, waiting: 0, files: ['the text'] })
    const { rows } = (await (
      await get(`/api/jobs/${job.id}/items?state=done`)
    ).json()) as Page<ListedItem>
    const reading = await loadReading(site.db, rows[0]?.report ?? '')
    expect(reading?.events[0]?.kind).toBe('bombing')
    expect(reading?.report.outlet).toBe('Darun Post')
    const { entries } = (await (await told).json()) as Feed
    expect(entries[0]).toMatchObject({ kind: 'add-report', by: 'analyst', report: rows[0]?.report })
  })

  test('the lines of a file that can be read are, and the others say why not', async () => {
    const file = [line('u1', 'Gunmen shot a teacher in Orlo.'), '{"text": 3}', '', '{broken'].join(
      '\n',
    )
    const job = await ended(await jobOf(await upload('name=wire.ndjson', file)))
    expect(job).toMatchObject({ done: 1, failed: 2 })
    expect((await failedOf(job)).map(({ fault }) => fault)).toEqual([
      'wire.ndjson line 2: text must be a string, is a number',
      expect.stringMatching(/^wire\.ndjson line 4: broken JSON/),
    ])
  })

  test('a file that was read before is read again without a second report', async () => {
    const before = await listReports(site.db, '', 100)
    const again = await ended(
      await jobOf(await upload('name=wire.ndjson', line('u1', 'Gunmen shot a teacher in Orlo.'))),
    )
    const { rows } = (await (
      await get(`/api/jobs/${again.id}/items?state=done`)
    ).json()) as Page<ListedItem>
    expect(rows).toMatchObject([{ report: 'u1', outcome: 'known' }])
    expect(await listReports(site.db, '', 100)).toEqual(before)
  })

  test('what a file does not say of its reports is said beside it', async () => {
    await ended(
      await jobOf(
        await upload(
          'name=a.txt&outlet=Orlo%20Wire&date=2024-03-04',
          'Police fired at a crowd in Orlo.',
        ),
      ),
    )
    const reports = await listReports(site.db, '', 100)
    expect(reports.find(({ opening }) => opening.startsWith('Police'))).toMatchObject({
      outlet: 'Orlo Wire',
      publishedAt: '2024-03-04',
    })
    expect((await upload('name=a.txt&date=tomorrow', 'x')).status).toBe(400)
  })

  test('what is no text is no report', async () => {
    const job = await ended(
      await jobOf(await upload('name=..%2F..%2Fscan.txt', '%PDF-1.7 and so on')),
    )
    expect(await failedOf(job)).toMatchObject([{ fault: 'scan.txt: not text but a PDF file' }])
  })

  test('a job that is paused waits, and several files may be one job', async () => {
    const first = await jobOf(await upload('name=one.ndjson', line('p1', 'Rebels shelled Orlo.')))
    await post(`/api/jobs/${first.id}/pause`)
    const same = await jobOf(
      await upload(`name=two.ndjson&job=${first.id}`, line('p2', 'Rebels shelled Darun.')),
    )
    expect(same.id).toBe(first.id)
    await new Promise((resolve) => setTimeout(resolve, 800))
    const paused = await jobOf(await get(`/api/jobs/${first.id}`))
    expect(paused.state).toBe('paused')
    expect(paused.waiting).toBeGreaterThan(0)
    await post(`/api/jobs/${first.id}/resume`)
    const { done, files } = await ended(first)
    expect([done, ...[...files].sort()]).toEqual([2, 'one.ndjson', 'two.ndjson'])
  })

  test('a job that is cancelled reads no more, and nothing goes into it', async () => {
    const job = await jobOf(await upload('name=c.ndjson', line('c1', 'Rebels shelled Selin.')))
    await post(`/api/jobs/${job.id}/pause`)
    const cancelled = await jobOf(await post(`/api/jobs/${job.id}/cancel`))
    expect(cancelled).toMatchObject({ state: 'cancelled', waiting: 0 })
    expect((await post(`/api/jobs/${job.id}/resume`)).status).toBe(409)
    expect((await upload(`name=d.txt&job=${job.id}`, 'x')).status).toBe(409)
  })

  test('a file that is too large leaves nothing', async () => {
    const jobsBefore = await site.db.query('select from job_item')
    const chunk = new Uint8Array(1024 * 1024).fill(0x61)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ > 40) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const refused = await app.request('/api/uploads?name=big.ndjson', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/octet-stream',
      },
    } as RequestInit)
    expect(refused.status).toBe(413)
    expect(sent).toBeLessThan(30) // it was not read to its end
    expect(await site.db.query('select from job_item')).toEqual(jobsBefore)
  })

  test('what failed of our own fault is tried again', async () => {
    const job = await jobOf(
      await upload('name=r.ndjson', line('r1', 'Rebels shelled the Velka bridge.')),
    )
    await ended(job)
    // As a crash of the reader would have left it.
    await site.db.query(
      `update job_item set state = 'failed', fault = 'crashed', body = $2::json where job = $1`,
      [
        job.id,
        JSON.stringify({ where: 'r', report: { text: 'Rebels shelled the Velka bridge.' } }),
      ],
    )
    await post(`/api/jobs/${job.id}/retry`)
    expect(await ended(job)).toMatchObject({ done: 1, failed: 0 })
  })

  // CVE-2026-22033, CVE-2026-56424: what belongs to others, by its id.
  test('jobs of others are seen and steered by reviewers alone, and viewers add nothing', async () => {
    const password = 'seven herons at dawn'
    const hash = await hashPassword(password)
    const cookies: Record<string, string> = {}
    for (const [name, role] of [
      ['ada', 'admin'],
      ['mira', 'coder'],
      ['oren', 'coder'],
      ['rita', 'reviewer'],
      ['vera', 'viewer'],
    ] as const) {
      await addAccount(site.db, { name, role, password: hash }, { at: NOW, by: 'test' })
      cookies[name] = cookieOf(await post('/api/session', { name, password }))
    }
    const as = (name: string) => asker(app, { cookie: cookies[name] ?? '' })
    const text = { text: 'Gunmen shot a farmer near Selin.' }
    const { id } = await jobOf(await as('mira').post('/api/intake', text))
    const statuses = async (name: string): Promise<number[]> => {
      const { get: see, post: send } = as(name)
      const all = [
        await see(`/api/jobs/${id}`),
        await see(`/api/jobs/${id}/items`),
        await send(`/api/jobs/${id}/pause`),
        await send(`/api/jobs/${id}/resume`),
      ]
      return all.map(({ status }) => status)
    }
    expect(await statuses('mira')).toEqual([200, 200, 200, 200])
    expect(await statuses('oren')).toEqual([403, 403, 403, 403])
    expect(await statuses('rita')).toEqual([200, 200, 200, 200])
    expect(await statuses('vera')).toEqual([403, 403, 403, 403])
    expect((await as('vera').post('/api/intake', text)).status).toBe(403)
    const into = await upload(`name=x.txt&job=${id}`, 'x', { cookie: cookies['oren'] })
    expect(into.status).toBe(403)
    const { rows } = (await (await as('oren').get('/api/jobs')).json()) as Page<Job>
    expect(rows).toEqual([])
  }, 120_000)
})
