import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/server/guard/password.ts'
import { addAccount } from '../../src/store/index.ts'
import { NOW } from '../support/site.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

const PASSWORD = 'seven herons at dawn'
const REPORT = { id: 'one', title: 'Darun', text: 'A bomb killed two people in Darun.' }

describe.skipIf(CHROMIUM === undefined)('the lock', () => {
  let bench: Bench
  let page: Page
  beforeAll(async () => {
    bench = await openBench([REPORT])
  })
  afterAll(() => bench?.close())
  const seen = (): Promise<string> => page.locator('body').innerText()
  const enter = async (button: string): Promise<void> => {
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: button }).click()
    await page.getByText('A bomb killed two people').first().waitFor()
  }

  test('where nobody has a password the screen is hidden', async () => {
    page = await bench.open('/review/one')
    await page.getByText('A bomb killed two people').first().waitFor()
    await page.keyboard.press('Control+Alt+l')
    await page.getByRole('heading', { name: 'Notes' }).waitFor()
  })

  test('keys lock it: nothing is there, loaded again too, until the password is said', async () => {
    const password = await hashPassword(PASSWORD)
    const account = { name: 'rosa', role: 'admin' as const, password }
    await addAccount(bench.site.db, account, { at: NOW, by: 'test' })
    page = await bench.open('/review/one')
    await page.getByLabel('Name').fill('rosa')
    await enter('Log in')
    await page.keyboard.press('Control+Alt+l')
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    expect(await seen()).not.toMatch(/bomb|Darun/)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.reload()
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    expect(await page.evaluate("fetch('/api/reports/one').then(({ status }) => status)")).toBe(401)
    await page.getByLabel('Password').fill('eight herons')
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByText('this is not the password').waitFor()
    await enter('Open')
  })

  test('it locks itself after some minutes without a touch, and not before', async () => {
    await page.goto('/settings')
    await page.getByLabel('Lock the screen by itself').selectOption('After 5 minutes')
    await page.clock.install()
    await page.goto('/review/one')
    await page.getByText('A bomb killed two people').first().waitFor()
    await page.clock.runFor('04:00')
    await page.keyboard.press('Shift')
    await page.clock.runFor('04:00')
    expect(await seen()).toContain('A bomb killed')
    await page.clock.runFor('01:30')
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    await enter('Open')
  })
})
