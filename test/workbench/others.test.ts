import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  decideReview,
  listIncidents,
  listReviewDecisions,
  loadReading,
} from '../../src/store/index.ts'
import { fill, NOW } from '../support/site.ts'
import { CHROMIUM, type Bench } from './support/browser.ts'
import { PUBLISHED, SHOTS, openTwoReports } from './support/two-reports.ts'

describe.skipIf(CHROMIUM === undefined)('what others do', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openTwoReports()
  }, 300_000)
  afterAll(() => bench?.close())

  const open = (path: string): Promise<Page> =>
    bench.open(path, { viewport: { width: 1280, height: 1000 } })
  const review = async (report: string, words: string): Promise<Page> => {
    const page = await open(`/review/${report}`)
    await page.locator('.text').getByText(words).first().waitFor()
    return page
  }
  const states = (page: Page, state: string) =>
    page.getByRole('listbox', { name: 'Values' }).getByRole('option', { name: state })

  test('a decision in one browser appears in another, in the record and in the queue', async () => {
    const [one, other] = [await review('bomb', 'A car bomb'), await review('bomb', 'A car bomb')]
    await one.keyboard.press('a')
    await states(other, 'accepted').first().waitFor()
    await one.keyboard.press('Control+z')
    await states(other, 'accepted').first().waitFor({ state: 'detached' })
    const elsewhere = await review('shots', 'Gunmen shot')
    await one.keyboard.press('d')
    await elsewhere.locator('.queue li').filter({ hasText: /done/ }).waitFor()
  })

  test('a new report is told, and shown when it is asked for; nothing jumps', async () => {
    const page = await review('shots', 'Gunmen shot')
    const rows = page.locator('.queue li')
    const before = await rows.count()
    await fill(bench.site, [
      { id: 'late', text: 'Shells killed 40 people in Orlo on Monday.', ...PUBLISHED },
    ])
    const news = page.getByRole('button', { name: '1 new: show' })
    await news.waitFor()
    expect(await rows.count()).toBe(before)
    const shots = process.env['ASCRIBE_SHOTS']
    if (shots) await page.screenshot({ path: `${shots}/news.png` })
    await news.click()
    await page.locator('.queue').getByText('Shells killed 40').waitFor()
    expect(page.url()).toContain('/review/shots')
    await news.waitFor({ state: 'detached' })
  })

  test('what somebody else decided otherwise meanwhile is shown beside one’s own, and asked', async () => {
    const reading = await loadReading(bench.site.db, 'shots')
    const event = reading?.events[0]?.id ?? ''
    const page = await open('/settings')
    // Nothing of what others do comes by itself.
    await page.route('**/api/feed*', (route) => route.abort())
    await page.goto('/review/shots')
    await page.locator('.text').getByText('Gunmen shot').first().waitFor()
    const ben = (record: string, verdict: 'accept' | 'reject') =>
      decideReview(
        bench.site.db,
        { group: randomUUID(), decisions: [{ report: 'shots', version: 1, record, verdict }] },
        { at: NOW, by: 'ben' },
      )
    await ben(event, 'accept')
    await ben(`${event}/kind`, 'reject')
    await page.keyboard.press('x')
    await page.keyboard.press('2')
    const ask = page.getByRole('alert')
    await ask.getByText(/ben.*accepted/).waitFor()
    await ask.getByText('rejected: The value is wrong').waitFor()
    const shots = process.env['ASCRIBE_SHOTS']
    if (shots) await page.screenshot({ path: `${shots}/conflict.png` })
    const own = async () =>
      (await listReviewDecisions(bench.site.db, 'shots')).filter(({ by }) => by === 'analyst')
    expect(await own()).toEqual([])
    await ask.getByRole('button', { name: 'Say mine as well' }).click()
    await states(page, 'disputed').first().waitFor()
    expect(await own()).toMatchObject([{ record: event, verdict: 'reject' }])
    await ben(`${event}/status`, 'accept')
    await page.getByRole('option', { name: /^. ?Status/ }).click()
    await page.keyboard.press('x')
    await page.keyboard.press('1')
    await ask.getByRole('button', { name: 'Leave theirs' }).click()
    await ask.waitFor({ state: 'detached' })
    expect(await own()).toHaveLength(1)
  })

  test('lists of incidents and an incident tell that they are of yesterday', async () => {
    const [incident] = await listIncidents(
      bench.site.db,
      { kinds: ['armed-assault'] },
      { limit: 1 },
    )
    const list = await open('/incidents')
    await list.getByText(/^\d+ incidents? of/).waitFor()
    const page = await open(`/incidents/${incident?.id ?? ''}`)
    await page.getByText('1 report, 1 origin').waitFor()
    const other = await open('/incidents')
    await other.getByText(/^\d+ incidents? of/).waitFor()
    await fill(bench.site, [{ id: 'again', outlet: 'Velka Post', text: SHOTS, ...PUBLISHED }])
    await list.getByRole('button', { name: '1 new: show' }).click()
    await page.getByRole('button', { name: '1 new: show' }).click()
    await page.getByText(/^2 reports/).waitFor()
  })
})
