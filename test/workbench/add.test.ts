import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/server/index.ts'
import { addAccount, listReports } from '../../src/store/index.ts'
import { NOW } from '../support/site.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

/** What a page has and node has not. */
interface Browser {
  readonly DataTransfer: new () => { readonly items: { add(file: File): void } }
}

const PASSWORD = 'seven herons at dawn'

describe.skipIf(CHROMIUM === undefined)('reports come in', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench([])
  }, 300_000)
  afterAll(() => bench?.close())
  const opening = async (start: string): Promise<boolean> =>
    (await listReports(bench.site.db, '', 100)).some((report) => report.opening.startsWith(start))

  test('a text that is pasted is read', async () => {
    const page = await bench.open('/add')
    await page.getByLabel('Text of a report').fill('A bomb killed two people in Darun on Monday.')
    await page.getByLabel('Outlet').fill('Darun Post')
    await page.getByLabel('Published on').fill('2024-03-06')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('1 of 1 read').waitFor()
    expect(await opening('A bomb killed')).toBe(true)
    await page.goto('/review')
    await page.getByText('A bomb killed two people').first().waitFor()
  })

  test('files that are dropped on another screen are read, and faults are listed', async () => {
    const page = await bench.open('/settings')
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    const data = await page.evaluateHandle(() => {
      const transfer = new (globalThis as unknown as Browser).DataTransfer()
      const lines = '{"id":"d1","text":"Gunmen shot a teacher in Orlo."}\n{broken'
      transfer.items.add(new File([lines], 'wire.ndjson'))
      return transfer
    })
    await page.dispatchEvent('body', 'drop', { dataTransfer: data })
    await page.waitForURL('**/add')
    await page.getByText('What could not be read').click()
    await page.getByText('wire.ndjson line 2: broken JSON').waitFor()
    expect(await opening('Gunmen shot')).toBe(true)
  })

  test('what is no report says why at once', async () => {
    const page = await bench.open('/add')
    await page.getByLabel('Text of a report').fill('   ')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('alert').getByText('text is empty').waitFor()
  })

  test.each(['light', 'dark'] as const)('nothing bars the way, in %s', async (colorScheme) => {
    const page = await bench.open('/add', { colorScheme })
    await page.getByText('What is being read').waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  // Last: from the first account on one must log in.
  test('whoever has an account logs in and out', async () => {
    const before = await bench.open('/review')
    await before.getByRole('link', { name: 'Incidents' }).waitFor()
    const account = { name: 'mira', role: 'admin', password: await hashPassword(PASSWORD) }
    await addAccount(bench.site.db, account, { at: NOW, by: 'test' })
    const page = await bench.open('/access')
    await page.getByRole('heading', { name: 'Log in to Ascribe' }).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    }
    await page.getByLabel('Name').fill('mira')
    await page.getByLabel('Password').fill('not this one, no')
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.getByText('no account has this name and password').waitFor()
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.getByRole('heading', { name: 'Access' }).waitFor()
    await page.getByLabel('What the key is for').fill('nightly')
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByText('Copy it now').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.getByRole('heading', { name: 'Log in to Ascribe' }).waitFor()
    // Somebody whose session is over sees nothing of the store either, without a touch.
    await before.getByRole('heading', { name: 'Log in to Ascribe' }).waitFor()
  }, 180_000)
})
