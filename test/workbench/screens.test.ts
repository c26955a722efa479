import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM } from './support/browser.ts'
import { openScreens, SCREENS, type Screens } from './support/screens.ts'

/** How a screen may look. */
const LOOKS = [
  { name: 'light', settings: { scheme: 'light' } },
  { name: 'dark', settings: { scheme: 'dark' } },
  { name: 'high contrast', settings: { scheme: 'contrast' } },
  { name: 'from right to left', settings: { scheme: 'light', language: 'ar' } },
] as const

/** Text with Latin letters that stands in a page from right to left as if it were of its language: without an element that keeps its direction. */
const LOOSE = `(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  const found = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.replace(/\\u2068[^\\u2069]*\\u2069/g, '')
    const parent = node.parentElement
    if (!/[A-Za-z]{2}|\\d\\s*[–/-]\\s*\\d/.test(text)) continue
    if (parent.closest('bdi, [dir]:not(html), code, kbd, time, option, textarea, svg')) continue
    found.push(text.trim().slice(0, 80))
  }
  return found
})()`
/** What is wider than its box, or in the table of incidents higher, and neither scrolls nor ends in dots. */
const CUT = `[...document.querySelectorAll('header, header *, main *')].flatMap((one) => {
  if (one.closest('svg, canvas, option, .unseen')) return []
  const { display, position, overflowX, textOverflow } = getComputedStyle(one)
  if (/^(?:inline|contents|none)$/.test(display) || position === 'absolute') return []
  if (/auto|scroll/.test(overflowX) || textOverflow === 'ellipsis') return []
  const isWide = one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 2
  const isHigh = one.matches('[role=row]') && one.scrollHeight > one.clientHeight + 2
  return isWide || isHigh ? [one.outerHTML.slice(0, 120)] : []
})`
/** Names that are the same in every language. */
const SAME = /^(?:κ|α|n|(?:.*\b(?:Escape|Ctrl|Alt|Tab|JSON|NDJSON|CSV|GeoJSON|KEN)\b.*))$/

describe.skipIf(CHROMIUM === undefined)('every screen', () => {
  let screens: Screens
  const pages = new Map<string, Page>()
  beforeAll(async () => {
    screens = await openScreens()
  }, 240_000)
  afterAll(() => screens?.bench.close())

  const open = async (look: (typeof LOOKS)[number], path: string, shows: string) => {
    const page = pages.get(look.name) ?? (await screens.enter(look.settings))
    pages.set(look.name, page)
    await page.goto(path)
    await page.locator(shows).first().waitFor()
    await page
      .getByText(/^(?:Loading…|جارٍ التحميل…)$/)
      .first()
      .waitFor({ state: 'detached' })
    return page
  }

  describe.each(LOOKS)('$name', (look) => {
    test.each(SCREENS)('bars nobody’s way: $name', async (screen) => {
      const page = await open(look, screens.pathOf(screen), screen.shows)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      ).toEqual([])
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
      expect(wide).toBe(false)
    })
  })

  test.each(SCREENS)('fits on a narrow screen: $name', async (screen) => {
    for (const look of [LOOKS[0], LOOKS[3]]) {
      const page = await open(look, screens.pathOf(screen), screen.shows)
      await page.setViewportSize({ width: 800, height: 900 })
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))')
      const cut = await page.evaluate(CUT)
      await page.setViewportSize({ width: 1280, height: 720 })
      expect(cut).toEqual([])
    }
  })

  test('a day is told from left to right among Arabic words', async () => {
    const page = await open(LOOKS[3], '/changes', 'main ul a')
    // Each part of what an incident is keeps its direction by marks.
    expect(await page.locator('main ul a').first().textContent()).toMatch(
      /\u2068\d{4}-\d\d-\d\d\u2069/,
    )
  })

  test.each(SCREENS)(
    'says nothing in another language, and keeps names apart: $name',
    async (screen) => {
      const page = await open(LOOKS[3], screens.pathOf(screen), screen.shows)
      const loose = (await page.evaluate(LOOSE)) as string[]
      expect(loose.filter((text) => !SAME.test(text))).toEqual([])
    },
  )
})
