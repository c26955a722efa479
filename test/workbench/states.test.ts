import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM } from './support/browser.ts'
import { openScreens, SCREENS, type Screens } from './support/screens.ts'

/** How the server may fail. */
const FAILURES = [
  {
    name: 'answers with a fault',
    answer: (route: Route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'internal', status: 500, detail: 'it broke' }),
      }),
  },
  { name: 'does not answer', answer: (route: Route) => route.abort('connectionrefused') },
] as const

/** Screens that ask for nothing before they can be used. */
const NEED_NOTHING: ReadonlySet<string> = new Set(['adding', 'settings'])

describe.skipIf(CHROMIUM === undefined)('every screen', () => {
  let screens: Screens
  let page: Page
  beforeAll(async () => {
    screens = await openScreens()
    page = await screens.enter({})
  }, 240_000)
  afterAll(() => screens?.bench.close())

  describe.each(FAILURES)('whose server $name', ({ answer }) => {
    test.each(SCREENS)('says so, and is there once it is back: $name', async (screen) => {
      // Who one is must be known for any screen to be shown.
      await page.route(/\/api\/(?!session)/, answer)
      await page.goto(screens.pathOf(screen))
      if (NEED_NOTHING.has(screen.name)) await page.locator(screen.shows).first().waitFor()
      else await page.locator('main [role=alert]').first().waitFor()
      expect(await page.getByText('Loading…').count()).toBe(0)
      await page.unroute(/\/api\/(?!session)/)
      const again = page.locator('main').getByRole('button', { name: 'Try again' })
      if (!(await again.first().isVisible())) await page.reload()
      for (let left = await again.count(); left > 0; left -= 1) await again.nth(left - 1).click()
      await page.locator(screen.shows).first().waitFor()
    })
  })
})
