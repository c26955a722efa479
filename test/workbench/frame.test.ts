import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

describe.skipIf(CHROMIUM === undefined)('the frame', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench([
      {
        id: 'one',
        text: 'A bomb killed two people in Darun on Monday.',
        publishedAt: '2024-03-06',
      },
    ])
  })
  afterAll(() => bench?.close())

  test('links lead from view to view, and back', async () => {
    const page = await bench.open('/')
    await page.getByRole('link', { name: 'Incidents' }).click()
    expect(new URL(page.url()).pathname).toBe('/incidents')
    await page.getByRole('link', { name: 'bombing' }).waitFor()
    await page.goBack()
    const report = page.getByRole('region', { name: 'Report', exact: true })
    await report.getByText('A bomb killed two people').waitFor()
  })

  test('little is loaded at first: no map, and what a screen needs not before it is shown', async () => {
    const page = await bench.open('/settings')
    // What that screen needs has come by now.
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    const scripts = new Set<string>()
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.add(new URL(response.url()).pathname)
    })
    await page.goto('/review/one')
    await page.getByText('A bomb killed two people').first().waitFor()
    await page.getByText('Nothing was decided on this report yet.').waitFor()
    // Asked for again: a body may be gone as soon as the page goes on.
    const sizes = await Promise.all(
      [...scripts].map(
        async (path) => gzipSync(await (await page.request.get(path)).body()).length,
      ),
    )
    const all = sizes.reduce((sum, size) => sum + size, 0)
    console.log(`first load: ${scripts.size} scripts, ${(all / 1000).toFixed(0)} kB gz`)
    expect([...scripts].filter((path) => /Map|atlas|Casualties/.test(path))).toEqual([])
    expect(all).toBeLessThan(150_000)
  })

  test('an address of no view says so', async () => {
    const page = await bench.open('/nowhere')
    await page.getByText('Nothing is at this address').waitFor()
  })

  test.each(['light', 'dark'] as const)('nothing bars the way, in %s', async (colorScheme) => {
    const page = await bench.open('/incidents', { colorScheme })
    await page.getByRole('link', { name: 'bombing' }).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})
