import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReviewDecisions } from '../../src/store/index.ts'
import { CHROMIUM, type Bench } from './support/browser.ts'
import { slow } from './support/slow.ts'
import { openTwoReports } from './support/two-reports.ts'

describe.skipIf(CHROMIUM === undefined)('while the server is slow to answer', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openTwoReports()
  }, 300_000)
  afterAll(() => bench?.close())

  const open = (path: string): Promise<Page> =>
    bench.open(path, { viewport: { width: 1280, height: 1000 } })
  const review = async (report: string): Promise<Page> => {
    const page = await open(`/review/${report}`)
    await page.locator('.text p').first().waitFor()
    await page.locator(`.queue a[href^='/review/shots']`).waitFor()
    return page
  }
  const go = (page: Page, report: string): Promise<void> =>
    page.locator(`.queue a[href^='/review/${report}']`).click()
  const text = (page: Page, words: string): Promise<void> =>
    page.locator('.text').getByText(words).waitFor()
  const values = (page: Page, name: RegExp) =>
    page.getByRole('listbox', { name: 'Values' }).getByRole('option', { name })

  test('a report that one has left does not come back, and nothing is decided on it', async () => {
    const page = await review('bomb')
    const { asked, answer } = await slow(page, '**/api/reports/shots')
    await go(page, 'shots')
    await asked
    await page.keyboard.press('d')
    await page.keyboard.press('a')
    await go(page, 'bomb')
    await text(page, 'A car bomb')
    await answer()
    await text(page, 'A car bomb')
    await values(page, /12/).first().waitFor()
    expect(await listReviewDecisions(bench.site.db, 'bomb')).toEqual([])
    expect(await listReviewDecisions(bench.site.db, 'shots')).toEqual([])
  })

  test('a queue that comes late takes nobody back to the review', async () => {
    const page = await open('/settings')
    const { asked, answer } = await slow(page, '**/api/queue?*')
    await page.getByRole('link', { name: 'Review' }).click()
    await asked
    await page.getByRole('link', { name: 'Add reports', exact: true }).click()
    await page.getByLabel('Text of a report').waitFor()
    await answer()
    expect(new URL(page.url()).pathname).toBe('/add')
  })

  test('a report is finished once, and an undo moves nobody who has gone on', async () => {
    const page = await review('bomb')
    const done = await slow(page, '**/api/decisions')
    await page.keyboard.press('d')
    await page.keyboard.press('d')
    await done.answer()
    await text(page, 'Gunmen shot')
    const decisions = await listReviewDecisions(bench.site.db, 'bomb')
    expect(decisions.map(({ verdict }) => verdict)).toEqual(['accept'])
    const undo = await slow(page, '**/api/decisions/undo')
    await page.keyboard.press('Control+z')
    await undo.asked
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    await undo.answer()
    expect(new URL(page.url()).pathname).toBe('/settings')
  })

  test('a decision that is refused after one has gone on is shown where one is', async () => {
    const page = await review('bomb')
    const { asked, answer } = await slow(page, '**/api/decisions', {
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'the words are not there', status: 422 }),
    })
    await page.keyboard.press('a')
    await asked
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    await answer()
    await page.getByRole('alert').getByText('the words are not there').waitFor()
  })

  test('what was decided while decisions were asked for stays decided', async () => {
    const page = await review('bomb')
    await go(page, 'shots')
    await text(page, 'Gunmen shot')
    const decide = await slow(page, '**/api/decisions')
    await page.keyboard.press('a')
    await decide.asked
    await go(page, 'bomb')
    await text(page, 'A car bomb')
    // The answer of before the decision comes after that of the decision.
    const look = await slow(page, '**/api/reports/shots')
    await go(page, 'shots')
    await look.asked
    await decide.answer()
    await look.answer()
    await text(page, 'Gunmen shot')
    await values(page, /accepted/)
      .first()
      .waitFor()
  })
})
