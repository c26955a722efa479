import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

const STRIKE =
  'An airstrike on the market of Kandahar killed three people on Monday, police said. Residents counted many wounded near the square.'
const DENIED =
  'An airstrike by the Taliban on the market of Kandahar killed 17 people on Monday, the governor said. The Taliban denied that they had carried out the airstrike.'

describe.skipIf(CHROMIUM === undefined)('below a report', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench([
      { id: 'one', outlet: 'Orrin Daily', text: STRIKE, publishedAt: '2024-03-05' },
      { id: 'two', outlet: 'Velka Post', text: STRIKE, publishedAt: '2024-03-06' },
      { id: 'three', outlet: 'Radio Selin', text: DENIED, publishedAt: '2024-03-06' },
      { id: 'quiet', text: 'Trade went on in Orlo.', publishedAt: '2024-03-06' },
    ])
  }, 300_000)
  afterAll(() => bench?.close())

  const open = async (report: string, words: string, options = {}): Promise<Page> => {
    const page = await bench.open(`/review/${report}`, {
      viewport: { width: 1280, height: 1000 },
      ...options,
    })
    await page.locator('.text').getByText(words).first().waitFor()
    return page
  }

  test('keys lead to what else is known of its incident', async () => {
    const page = await open('three', 'An airstrike by the Taliban')
    const panel = page.getByRole('tabpanel')
    await page.keyboard.press('l')
    await panel
      .getByRole('link', { name: /An airstrike on the market/ })
      .first()
      .waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await panel
      .getByRole('button', { name: /denies: .*Taliban/i })
      .first()
      .waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await panel.getByText(/^killed: 17/).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await panel.getByRole('application', { name: /^Map: 1 incident/ }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await panel.getByRole('img', { name: /^1 bar/ }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await panel.getByText('This report is not coded by two.').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await panel.getByText('Nothing was decided on this report yet.').waitFor()
    expect(new URL(page.url()).searchParams.get('tab')).toBe('history')
    await page.getByRole('tab', { name: 'History' }).click()
    await panel.waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Linked reports' }).press('ArrowRight')
    await page.getByRole('tab', { name: 'Map', selected: true }).waitFor()
  })

  test('a report without events says that it is of no incident', async () => {
    const page = await open('quiet', 'Trade went on')
    for (const name of ['Linked reports', 'Map', 'Casualties']) {
      await page.getByRole('tab', { name }).click()
      await page.getByText('No event of this report is linked to an incident.').waitFor()
    }
  })

  test.each(['light', 'dark'] as const)('nothing bars the way, in %s', async (colorScheme) => {
    const shots = process.env['ASCRIBE_SHOTS']
    const page = await open('three', 'An airstrike by the Taliban', { colorScheme })
    for (const name of ['Linked reports', 'Map', 'Timeline', 'Who says what', 'Casualties']) {
      await page.getByRole('tab', { name }).click()
      await page.getByText('Loading…').waitFor({ state: 'detached' })
      await page.waitForTimeout(500)
      if (shots) await page.screenshot({ path: `${shots}/tab-${name}-${colorScheme}.png` })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        name,
      ).toEqual([])
    }
  })
})
