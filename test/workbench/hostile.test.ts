import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { joinIncidents, loadReading, saveFilter } from '../../src/store/index.ts'
import { CHROMIUM, openBench, settled, type Bench } from './support/browser.ts'

/** What would run, or ask another server, wherever it were taken for more than text. */
const EVIL = '<img src=x onerror="window.evil=1"><svg onload="window.evil=1"><b class="evil">'

const report = (id: string, day: number) => ({
  id,
  title: `${EVIL} ${id}`,
  outlet: `${EVIL} wire`,
  uri: 'javascript:window.evil=1',
  publishedAt: `2024-03-0${day}`,
  text: `A bomb killed ${day} people in Darun on 3 March 2024, the ${EVIL} governor said. ${EVIL} denied it. "${EVIL}", said Ada Marsk.`,
})

// OpenCTI CVE-2026-35212, MISP CVE-2026-94373, Label Studio CVE-2026-22033: text that ran.
describe.skipIf(CHROMIUM === undefined)('text that would be a page', () => {
  let bench: Bench
  let incident = ''
  beforeAll(async () => {
    bench = await openBench([report('one', 4), report('two', 5)])
    const { db, link } = bench.site
    const doer = { at: '2024-03-08T12:00:00Z', by: EVIL }
    await saveFilter(db, { name: EVIL, filter: '{}' }, { ...doer, by: 'analyst' })
    const rows = await db.query<{ id: string }>('select id from incident order by id')
    const ids = rows.map(({ id }) => id)
    if (ids.length > 1) await joinIncidents(db, ids, { ...doer, kit: link, reason: EVIL })
    incident = (await db.query<{ id: string }>('select id from incident'))[0]?.id ?? ''
  }, 120_000)
  afterAll(() => bench?.close())

  const SCREENS: readonly [string, () => string][] = [
    ['review', () => '/review'],
    ['report', () => '/review/one'],
    ['incidents', () => '/incidents'],
    ['incident', () => `/incidents/${incident}`],
    ['changes', () => '/changes'],
    ['coding', () => '/coding'],
    ['adding', () => '/add'],
    ['actor', () => `/actors/${encodeURIComponent(EVIL)}?name=${encodeURIComponent(EVIL)}`],
    ['no screen', () => `/${encodeURIComponent(EVIL)}`],
    [
      'a filter',
      () => `/incidents?text=${encodeURIComponent(EVIL)}&kind=${encodeURIComponent(EVIL)}`,
    ],
  ]

  const harmless = async (page: Page): Promise<void> => {
    await settled(page)
    expect(await page.evaluate('window.evil')).toBeUndefined()
    expect(await page.locator('.evil, img, svg[onload], [onerror]').count()).toBe(0)
    expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0)
  }

  test.each(SCREENS)('is text: %s', async (_name, path) => {
    await harmless(await bench.open(path()))
  })

  test('is seen, as it is written', async () => {
    const page = await bench.open('/review/one')
    await page.locator('[data-text="body"]').getByText(EVIL).first().waitFor()
    expect((await loadReading(bench.site.db, 'one'))?.report.text).toContain(EVIL)
  })

  test('what was put into the browser’s storage for keys is not taken', async () => {
    const page = await bench.open('/settings')
    const evil = JSON.stringify({ accept: [EVIL], [EVIL]: ['q'], scheme: EVIL, language: EVIL })
    await page.evaluate(
      `for (const name of ['ascribe.keys', 'ascribe.settings', 'ascribe.review.last',
           'ascribe.outbox.waiting', 'ascribe.outbox.refused', ...Object.keys(localStorage)])
         localStorage.setItem(name, ${JSON.stringify(evil)})`,
    )
    await page.goto('/settings')
    await page.getByRole('heading').first().waitFor()
    await harmless(page)
    await page.keyboard.press('?')
    await harmless(page)
  })
})
