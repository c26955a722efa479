import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listDecisions, listIncidents, listReviewDecisions } from '../../src/store/index.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

const BOMB = 'A car bomb killed 12 people in Darun on Monday, said Omar al-Lor.'
const SHOTS = 'Gunmen shot dead two teachers in Kandahar on Tuesday.'
const STRIKE =
  'An airstrike by the Taliban on the market of Kandahar killed 17 people on Monday, the governor said.'

describe.skipIf(CHROMIUM === undefined)('while the server is away', () => {
  let bench: Bench
  let isThere = true
  beforeAll(async () => {
    bench = await openBench([
      { id: 'bomb', text: BOMB, publishedAt: '2024-03-06' },
      { id: 'shots', text: SHOTS, publishedAt: '2024-03-06' },
      { id: 'strike', text: STRIKE, publishedAt: '2024-03-06' },
    ])
  }, 300_000)
  afterAll(() => bench?.close())
  afterEach(() => comeBack())

  const leave = async (): Promise<void> => {
    await bench.leave()
    isThere = false
  }
  const comeBack = async (): Promise<void> => {
    if (!isThere) await bench.comeBack()
    isThere = true
  }
  const open = async (path: string): Promise<Page> =>
    bench.open(path, { viewport: { width: 1280, height: 1000 } })
  const review = async (report: string, words: string): Promise<Page> => {
    const page = await open(`/review/${report}`)
    await page.locator('.text').getByText(words).first().waitFor()
    return page
  }
  const verdicts = async (report: string) =>
    (await listReviewDecisions(bench.site.db, report)).map(({ verdict, undone }) => [
      verdict,
      undone === undefined,
    ])
  const states = (page: Page, state: string) =>
    page.getByRole('listbox', { name: 'Values' }).getByRole('option', { name: state })
  const bar = (page: Page) => page.getByText(/^The server does not answer\./)

  test('what is decided by keys is shown at once, and held once when the server is back', async () => {
    const page = await review('bomb', 'A car bomb')
    await leave()
    await page.keyboard.press('a')
    await page.keyboard.press('x')
    await page.keyboard.press('1')
    await states(page, 'accepted').first().waitFor()
    await states(page, 'rejected').first().waitFor()
    await page.getByText('2 changes of yours wait here').waitFor()
    expect(await page.getByText('waits for the server').count()).toBe(2)
    // The bar takes its height from the content: nothing lies below the window.
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
    const shots = process.env['ASCRIBE_SHOTS']
    if (shots) await page.screenshot({ path: `${shots}/away.png` })
    expect(await verdicts('bomb')).toEqual([])
    await comeBack()
    await bar(page).waitFor({ state: 'detached' })
    expect(await verdicts('bomb')).toEqual([
      ['accept', true],
      ['reject', true],
    ])
    expect([
      await states(page, 'accepted').count(),
      await states(page, 'rejected').count(),
    ]).toEqual([1, 1])
    await page.reload()
    await states(page, 'rejected').first().waitFor()
    expect(await states(page, 'accepted').count()).toBe(1)
  })

  test('a page that is closed meanwhile loses nothing, and undo takes what waits', async () => {
    const page = await review('shots', 'Gunmen shot')
    await leave()
    await page.keyboard.press('a')
    await page.keyboard.press('a')
    await states(page, 'accepted').nth(1).waitFor()
    await page.keyboard.press('Control+z')
    await states(page, 'accepted').nth(1).waitFor({ state: 'detached' })
    expect(await states(page, 'accepted').count()).toBe(1)
    await expect(page.reload()).rejects.toThrow('ERR_CONNECTION_REFUSED')
    await page.waitForURL('chrome-error://chromewebdata/')
    await comeBack()
    await page.goto('/review/shots')
    await states(page, 'accepted').first().waitFor()
    await expect
      .poll(() => verdicts('shots'))
      .toEqual([
        ['accept', true],
        ['accept', false],
      ])
    expect(await states(page, 'accepted').count()).toBe(1)
  })

  test('what is decided on incidents waits, too', async () => {
    const [strike] = await listIncidents(bench.site.db, { kinds: ['airstrike'] }, { limit: 1 })
    const page = await open(`/incidents/${strike?.id ?? ''}`)
    const join = page.getByRole('button', { name: /^Is the same: armed assault/ })
    await join.waitFor()
    await leave()
    await join.click()
    await page.getByText('waits for the server').waitFor()
    await page.getByText('A change of yours waits here').waitFor()
    await comeBack()
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor()
    expect(await listDecisions(bench.site.db, 0, 10)).toMatchObject([{ verdict: 'same' }])
    expect(await page.getByText('waits for the server').count()).toBe(0)
  })
})
