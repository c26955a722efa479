import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

const REPORT = {
  id: 'one',
  text: 'A bomb killed two people in Darun on Monday.',
  publishedAt: '2024-03-06',
}

describe.skipIf(CHROMIUM === undefined)('settings', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench([REPORT])
  })
  afterAll(() => bench?.close())

  const barriers = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
  }

  test('another language is spoken at once and the next time, and runs its way', async () => {
    const page = await bench.open('/settings')
    await page.getByLabel('Language').selectOption('العربية')
    await page.getByRole('heading', { name: 'الإعدادات' }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    const start = await page.getByRole('link', { name: 'المراجعة' }).boundingBox()
    expect(start?.x).toBeGreaterThan((page.viewportSize()?.width ?? 0) / 2)
    expect(await barriers(page)).toEqual([])
    await page.reload()
    await page.getByRole('heading', { name: 'الإعدادات' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ar')
    await page.getByLabel('اللغة').selectOption('English')
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
  })

  test.each(['Light', 'Dark', 'High contrast'])('nothing bars the way in %s', async (scheme) => {
    const page = await bench.open('/settings')
    await page.getByLabel('Colours').selectOption(scheme)
    expect(await barriers(page)).toEqual([])
  })

  test('text of the largest size is half as large again', async () => {
    const page = await bench.open('/settings')
    await page.getByLabel('Size of text').selectOption('Largest')
    expect(await page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('24px')
  })

  test('Escape, twice, leaves nothing on the screen, nor in its address and title', async () => {
    const page = await bench.open('/review?sure=yes')
    await page.getByText('A bomb killed two people').first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Notes' }).waitFor()
    const seen = [await page.title(), page.url(), await page.locator('body').innerText()].join(' ')
    expect(seen).not.toMatch(/Ascribe|review|bomb/)
    await page.reload()
    await page.getByRole('heading', { name: 'Notes' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByText('A bomb killed two people').first().waitFor()
    expect(new URL(page.url()).search).toBe('?sure=yes')
  })

  test('text that tells of harm stays folded where that is set, until it is asked for', async () => {
    const page = await bench.open('/settings')
    await page.getByLabel('Fold text that tells of harm').check()
    await page.goto('/review/one')
    await page.getByText('tells of people who came to harm').waitFor()
    expect(await page.locator('[data-text="body"]').count()).toBe(0)
    // Nor do its words stand in the queue or in the record.
    await page.getByRole('option', { name: /Event/ }).waitFor()
    await page.getByText('A report that tells of harm').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('A bomb')
    const quotes = page.getByRole('listbox', { name: 'Values' }).locator('q')
    expect(await quotes.count()).toBe(0)
    await page.getByRole('button', { name: 'Show the text' }).click()
    await page.locator('[data-text="body"]').waitFor()
    await quotes.first().waitFor()
  })

  test('whoever needs Escape twice may switch it off', async () => {
    const page = await bench.open('/settings')
    await page.getByLabel('Escape, twice').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
  })
})
