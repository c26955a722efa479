import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadReading } from '../../src/store/index.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

const TEXT = 'The Harrow Front shot dead two farmers in Selin on Tuesday, police said.'
const REPORTS = [
  { id: 'a', title: 'Selin', text: TEXT, publishedAt: '2024-03-06' },
  { id: 'b', text: 'Police blamed the Harrow Front. The Lantern Festival said so.' },
]

describe.skipIf(CHROMIUM === undefined)('unknown actors', () => {
  let bench: Bench
  let page: Page
  beforeAll(async () => {
    bench = await openBench(REPORTS)
    page = await bench.open('/dictionary')
  })
  afterAll(() => bench?.close())
  const names = () => page.getByRole('listbox', { name: 'Unknown actors' })
  const chosen = (): Promise<string> => names().getByRole('option', { selected: true }).innerText()
  const isFree = async (): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    }
  }

  test('the name that most reports have is first, with a sentence', async () => {
    await names().getByRole('option').first().waitFor()
    expect(await chosen()).toMatch(/^2\s+Harrow Front/)
    expect([TEXT, 'Police blamed the Harrow Front.']).toContain(
      await page.locator('blockquote').innerText(),
    )
    await page.getByLabel('Part of the name').fill('lantern')
    await names().getByRole('option', { name: 'Lantern Festival' }).waitFor()
    expect(await names().getByRole('option').count()).toBe(1)
    await page.getByLabel('Part of the name').fill('')
    await names().getByRole('option', { name: 'Harrow Front' }).waitFor()
    await isFree()
  })

  test('one key adds it, and the reports that name it are read again', async () => {
    await names().focus()
    await page.keyboard.press('a')
    await page.getByLabel('Other names').fill('HF')
    await page.getByLabel('Countries').fill('ken')
    await isFree()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('are being read again').waitFor()
    const known = async () =>
      (await loadReading(bench.site.db, 'a'))?.actors.find(({ name }) => name === 'Harrow Front')
    await expect.poll(known, { timeout: 10_000 }).toMatchObject({ country: ['KEN'] })
    await expect.poll(() => names().getByRole('option', { name: 'Harrow' }).count()).toBe(0)
  })

  test('one key says that a name is nobody’s; both are taken back', async () => {
    await names().focus()
    expect(await chosen()).toContain('Lantern Festival')
    await page.keyboard.press('n')
    await page.getByText('“Lantern Festival” is in the dictionary').waitFor()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await names().getByRole('option', { name: 'Lantern Festival' }).waitFor()
    await page.getByRole('link', { name: 'Dictionary' }).click()
    await page.getByText('armed group').waitFor()
    await isFree()
    await page.getByRole('button', { name: 'Take “Harrow Front” back' }).click()
    await page.getByText('Nobody has added a name yet.').waitFor()
    await expect
      .poll(async () => {
        await page.goto('/dictionary')
        await names().getByRole('option').first().waitFor()
        return names().getByRole('option', { name: 'Harrow Front' }).count()
      })
      .toBe(1)
  })
})
