import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AxeBuilder } from '@axe-core/playwright'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'
import { sampleReports } from '../support/samples.ts'

describe.skipIf(CHROMIUM === undefined)('the first start', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench(sampleReports())
  })
  afterAll(() => bench?.close())

  test('a tour leads through the screens by the keyboard, and is not shown twice', async () => {
    const page = await bench.open('/')
    const tour = page.getByRole('complementary', { name: 'A first minute' })
    await tour.getByText('1 of 5').waitFor()
    const { violations } = await new AxeBuilder({ page }).include('aside').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    for (const path of ['/review', '/incidents', '/coding', '/settings']) {
      await tour.getByRole('button', { name: 'Next' }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname.startsWith(path))
    }
    expect(await tour.getByRole('button', { name: 'Next' }).count()).toBe(0)
    await tour.getByRole('button', { name: 'Close the tour' }).press('Enter')
    await tour.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await tour.count()).toBe(0)
    await page.getByRole('button', { name: 'Show the first minute again' }).click()
    await page.reload()
    await tour.waitFor()
  })

  test('the samples are six incidents', async () => {
    const page = await bench.open('/incidents')
    for (const place of ['Tampere', 'Kasto', 'Salta', 'Bergen', 'Perth'])
      await page.getByText(place).first().waitFor()
  })
})
