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
    // The tour takes its height from the content: nothing lies below the window.
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
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

  test('the queue is as one left it when one comes back', async () => {
    const page = await bench.open('/review')
    const queue = page.getByRole('navigation', { name: 'Queue' })
    await queue.locator('li').nth(19).waitFor()
    const scroll = 'document.querySelector(".queue").scrollTop'
    await page.evaluate(`${scroll} = 400`)
    await page.getByRole('link', { name: 'Changes' }).click()
    await page.getByRole('heading', { name: 'Changes' }).waitFor()
    await page.getByRole('link', { name: 'Review' }).click()
    await queue.locator('li').nth(19).waitFor()
    await page.waitForTimeout(500)
    expect(await page.evaluate(scroll)).toBe(400)
    for (const key of ['g', 'q', ...'jjjjjjjjjjjj']) await page.keyboard.press(key)
    await expect
      .poll(() =>
        page.evaluate(`(() => {
          const [list, row] = ['.queue', '.queue [aria-current]'].map((one) =>
            document.querySelector(one).getBoundingClientRect())
          return row.bottom <= list.bottom + 1 && row.top >= list.top - 1
        })()`),
      )
      .toBe(true)
  })

  test('the samples are six incidents', async () => {
    const page = await bench.open('/incidents')
    for (const place of ['Tampere', 'Kasto', 'Salta', 'Bergen', 'Perth'])
      await page.getByText(place).first().waitFor()
  })
})
