import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeIncidents } from '../support/made-incidents.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'
import { tasksOf } from './support/tasks.ts'

const MANY = 50_000
/** Milliseconds that a task may work. What fails is farther from it than a machine that is busy with other work brings. */
const LONGEST_TASK = 50
const GENEROUS = 2

/** Scrolls for four seconds in the browser, line by line and now and then far; gives how far it came. */
const SCROLL = `(async () => {
  const list = document.querySelector('.body > div')
  const end = performance.now() + 4000
  for (let i = 0; performance.now() < end; i += 1) {
    list.scrollTop += i % 40 === 39 ? 150000 : 240
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  return list.scrollTop
})()`

describe.skipIf(CHROMIUM === undefined)('the incidents', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench([
      {
        id: 'one',
        text: 'A bomb killed two people in Kandahar on Monday, the governor said.',
        publishedAt: '2024-03-06',
      },
    ])
    await makeIncidents(bench.site.db, MANY)
  }, 120_000)
  afterAll(() => bench?.close())

  const open = async (path: string, options = {}): Promise<Page> => {
    const page = await bench.open(path, { viewport: { width: 1280, height: 800 }, ...options })
    await page.locator('[data-index="0"]').waitFor()
    return page
  }
  const countOf = async (page: Page): Promise<number> =>
    Number(
      /^([\d,]+)/
        .exec((await page.getByRole('status').innerText()).trim())?.[1]
        ?.replaceAll(',', ''),
    )
  const waitForCount = async (page: Page, test: (count: number) => boolean): Promise<number> => {
    for (let i = 0; i < 100; i += 1) {
      const count = await countOf(page)
      if (test(count)) return count
      await page.waitForTimeout(100)
    }
    throw new Error(`still ${await countOf(page)} incidents`)
  }

  test('50,000 rows scroll, and each tells what it is', async () => {
    const page = await open('/incidents')
    await waitForCount(page, (count) => count === MANY + 1)
    await page.waitForTimeout(1500)
    let scrolled = 0
    const tasks = await tasksOf(page, async () => {
      scrolled = await page.evaluate<number>(SCROLL)
    })
    const worst = tasks[0]?.worked ?? 0
    const long = tasks.filter(({ worked }) => worked > LONGEST_TASK).length
    const lasted = Math.max(...tasks.map((task) => task.lasted))
    console.log(
      `50,000 incidents: scrolled ${Math.round(scrolled / 32)} rows in 4 s, ${long} tasks worked over ${LONGEST_TASK} ms, the longest ${Math.round(worst)} ms; by the clock, beside all else, the longest took ${Math.round(lasted)} ms`,
    )
    expect(scrolled).toBeGreaterThan(100_000)
    expect(tasks.length).toBeGreaterThan(100)
    expect(worst).toBeLessThan(LONGEST_TASK * GENEROUS)
    await page
      .getByText(/^Town \d+$/)
      .first()
      .waitFor()
  })

  test('arrow keys go from row to row, to the last one too', async () => {
    const page = await open('/incidents')
    await waitForCount(page, (count) => count === MANY + 1)
    await page.locator('[data-index="0"] a').focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('[data-index="1"] a:focus').waitFor()
    await page.keyboard.press('End')
    await page.locator(`[data-index="${MANY}"] a:focus`).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/incidents\/[0-9a-f]+$/)
  })

  test('a filter stands in the address, is kept under a name, and comes back', async () => {
    const page = await open('/incidents')
    await page.getByText('Kind', { exact: true }).first().click()
    await page.getByRole('checkbox', { name: /^bombing/ }).check()
    await page.getByLabel('Killed, at least').fill('10')
    await page.keyboard.press('Tab')
    const count = await waitForCount(page, (count) => count > 0 && count < MANY / 5)
    expect(new URL(page.url()).search).toBe('?kind=bombing&killed=10')
    await page.getByText(/^Saved filters/).click()
    await page.getByLabel('Name of this filter').fill('Bombings <b>of</b> many')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const link = page.getByRole('link', { name: 'Bombings <b>of</b> many' })
    expect(await link.getAttribute('href')).toBe('/incidents?kind=bombing&killed=10')
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await waitForCount(page, (count) => count === MANY + 1)
    const other = await open('/incidents')
    await other.getByText(/^Saved filters/).click()
    await other.getByRole('link', { name: 'Bombings <b>of</b> many' }).click()
    expect(await waitForCount(other, (left) => left < MANY)).toBe(count)
  })

  test('words of reports are asked of the server', async () => {
    const page = await open('/incidents')
    await page.getByLabel('Words of reports').fill('governor')
    await page.keyboard.press('Enter')
    await waitForCount(page, (count) => count === 1)
    await page.locator('[data-index="0"]').getByText('Kandahār').waitFor()
  })

  test('map and timeline brush the table, and each other', async () => {
    const page = await open('/incidents')
    await waitForCount(page, (count) => count === MANY + 1)
    const bars = page.getByRole('img', { name: /bars from/ })
    const box = await bars.boundingBox()
    if (!box) throw new Error('no timeline')
    await page.mouse.move(box.x + box.width * 0.2, box.y + 30)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.4, box.y + 30, { steps: 4 })
    await page.mouse.up()
    const brushed = await waitForCount(page, (count) => count < MANY / 2)
    const query = new URL(page.url()).searchParams
    expect(query.get('since')).toMatch(/^2024-/)
    const about = () => page.getByRole('application').getAttribute('aria-label')
    const onMap = Number(/Map: ([\d,]+)/.exec((await about()) ?? '')?.[1]?.replaceAll(',', ''))
    expect(onMap).toBeLessThanOrEqual(brushed)
    expect(onMap).toBeGreaterThan(0)

    await page.getByRole('button', { name: 'Choose an area' }).click()
    const map = await page.getByRole('application').boundingBox()
    if (!map) throw new Error('no map')
    await page.mouse.move(map.x + map.width * 0.55, map.y + map.height * 0.2)
    await page.mouse.down()
    await page.mouse.move(map.x + map.width * 0.75, map.y + map.height * 0.6, { steps: 4 })
    await page.mouse.up()
    const both = await waitForCount(page, (count) => count < brushed)
    expect(both).toBeGreaterThan(0)
    expect(new URL(page.url()).searchParams.get('box')).toMatch(/^[-\d.]+(,[-\d.]+){3}$/)
    await page.getByRole('button', { name: 'Whole map' }).click()
    expect(await waitForCount(page, (count) => count > both)).toBe(brushed)
  })

  test('the keyboard brushes too, and what is unknown is counted and can be seen', async () => {
    const page = await open('/incidents')
    await waitForCount(page, (count) => count === MANY + 1)
    await page.getByLabel('From', { exact: true }).fill('2024-06-01')
    await page.getByLabel('To', { exact: true }).fill('2024-06-30')
    await page.keyboard.press('Tab')
    await waitForCount(page, (count) => count < MANY / 10)
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    const undated = page.getByRole('button', { name: /without a day/ })
    const number = Number(/\d[\d,]*/.exec(await undated.innerText())?.[0].replaceAll(',', ''))
    expect(number).toBeGreaterThan(1000)
    await undated.click()
    expect(await waitForCount(page, (count) => count < MANY)).toBe(number)
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await page.getByText('By list').click()
    await page.getByRole('button', { name: /^AFG/ }).click()
    await waitForCount(page, (count) => count < MANY / 4)
    await page.getByLabel('North').fill('33')
    await page.keyboard.press('Tab')
    await waitForCount(page, (count) => count < MANY / 6)
  })

  test('what is shown can be taken out in three forms', async () => {
    const page = await open('/incidents?kind=bombing&since=2024-06-01&until=2024-06-10&killed=5')
    const count = await waitForCount(page, (count) => count > 0 && count < 2000)
    const take = async (name: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`incidents.${name.toLowerCase()}`)
      return readFileSync(await download.path(), 'utf8')
    }
    const csv = (await take('CSV')).trimEnd().split('\r\n')
    expect(csv).toHaveLength(count + 1)
    expect(csv[0]).toMatch(/^incident,kind,status,/)
    const { features } = JSON.parse(await take('GeoJSON')) as { features: { id: string }[] }
    expect(features).toHaveLength(count)
    const ndjson = (await take('NDJSON')).trimEnd().split('\n')
    expect(ndjson.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
      features.map(({ id }) => id),
    )
  })

  test.each(['light', 'dark'] as const)('nothing bars the way, in %s', async (colorScheme) => {
    const page = await open('/incidents?kind=bombing', { colorScheme })
    await waitForCount(page, (count) => count < MANY)
    await page.getByText('By list').click()
    await page.getByText(/^Saved filters/).click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    if (process.env['ASCRIBE_SHOTS'])
      await page.screenshot({
        path: `${process.env['ASCRIBE_SHOTS']}/incidents-${colorScheme}.png`,
      })
  })
})
