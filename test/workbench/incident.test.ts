import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listIncidents, loadIncident } from '../../src/store/index.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

const STRIKE =
  'An airstrike on the market of Kandahar killed three people on Monday, police said. Residents counted many wounded near the square, and shops stayed closed for the whole of the day.'

describe.skipIf(CHROMIUM === undefined)('an incident', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench([
      { id: 'one', outlet: 'Orrin Daily', text: STRIKE, publishedAt: '2024-03-05' },
      { id: 'two', outlet: 'Velka Post', text: STRIKE, publishedAt: '2024-03-06' },
      {
        id: 'three',
        outlet: 'Radio <i>Selin</i>',
        text: 'An airstrike by the Taliban on the market of Kandahar killed 17 people on Monday, the governor said. The Taliban denied that they had carried out the airstrike.',
        publishedAt: '2024-03-06',
      },
      {
        id: 'four',
        outlet: 'Velka Post',
        text: 'Gunmen shot dead two teachers in Kandahar on Tuesday.',
        publishedAt: '2024-03-06',
      },
    ])
  }, 120_000)
  afterAll(() => bench?.close())

  const idOf = async (kind: string): Promise<string> => {
    const found = await listIncidents(bench.site.db, { kinds: [kind] }, { limit: 5 })
    const [most] = found.toSorted((a, b) => b.reports - a.reports)
    return most?.id ?? ''
  }
  const open = async (path: string, options = {}): Promise<Page> =>
    bench.open(path, { viewport: { width: 1280, height: 900 }, ...options })

  /** The address of the page of the Taliban, as the incident links to it. */
  const actorPath = async (): Promise<string> => {
    const page = await open(`/incidents/${await idOf('airstrike')}`)
    return (await page.getByRole('link', { name: 'Taliban' }).first().getAttribute('href')) ?? ''
  }

  test('who asserts, who denies and who is silent stands in a table, and a cell shows the words', async () => {
    const page = await open(`/incidents/${await idOf('airstrike')}`)
    const matrix = page.getByRole('region', { name: 'Sources by what they say' })
    await matrix.waitFor()
    const denial = matrix.getByRole('button', { name: /denies: .*Taliban/i }).first()
    expect(await denial.innerText()).toContain('✖')
    await matrix
      .getByRole('button', { name: /governor asserts: .*Taliban/i })
      .first()
      .waitFor()
    await denial.click()
    const words = page.getByRole('complementary', { name: 'The words' })
    await words.getByText('The Taliban denied').waitFor()
    expect(await words.locator('mark').first().innerText()).not.toBe('')
  })

  test('the toll is told step by step, with what stands under each policy', async () => {
    const page = await open(`/incidents/${await idOf('airstrike')}`)
    const tolls = page.getByRole('region', { name: 'Casualties' })
    await tolls.getByText(/^killed: 17/).waitFor()
    await tolls.getByRole('button', { name: '17', exact: true }).click()
    await tolls.getByText('killed 17 people').waitFor()
    expect(await tolls.getByRole('row', { name: /^latest.*17/ }).innerText()).toMatch(/17/)
    await page.getByLabel('Policy').first().selectOption('latest')
    await page.waitForURL(/policy=latest/)
    await tolls.getByText(/17.*\(latest\)/).waitFor()
  })

  test('the graph tells which report copies which', async () => {
    const page = await open(`/incidents/${await idOf('airstrike')}`)
    const graph = page.getByRole('img', { name: /reports, one|reports, \d/ })
    await graph.waitFor()
    await graph.getByText('100 %').waitFor()
  })

  test('incidents are joined with a reason, and that is undone; a report is taken out, and comes back', async () => {
    const page = await open(`/incidents/${await idOf('airstrike')}`)
    const told = page.getByText(/^\d reports?, \d origins?/)
    await told.waitFor()
    const before = await told.innerText()
    const all = async () => {
      const found = await listIncidents(bench.site.db, {}, { limit: 50 })
      return Promise.all(found.map(({ id }) => loadIncident(bench.site.db, id)))
    }
    const whole = await all()
    await page.getByLabel('Reason (kept with the decision)').fill('one attack in two waves')
    await page.getByRole('button', { name: /^Is the same: armed assault/ }).click()
    await page.getByText('“one attack in two waves”').waitFor()
    expect(await told.innerText()).not.toBe(before)
    await page
      .getByRole('region', { name: 'History' })
      .getByText(/another report/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText(/^undone by entry/).waitFor()
    expect(await told.innerText()).toBe(before)
    expect(await all()).toEqual(whole)

    await page
      .getByRole('button', { name: /^Does not belong here: An airstrike by the Taliban/ })
      .click()
    await page.getByText(/:\s+not the same/).waitFor()
    expect(await told.innerText()).not.toBe(before)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page
      .getByText(/^undone by entry/)
      .nth(1)
      .waitFor()
    expect(await told.innerText()).toBe(before)
    expect(await all()).toEqual(whole)
  })

  test('an actor has a page, and the changes have one', async () => {
    const page = await open(`/incidents/${await idOf('airstrike')}`)
    await page.getByRole('link', { name: 'Taliban' }).first().click()
    await page.waitForURL(/\/actors\//)
    await page.getByRole('heading', { name: 'Said by them' }).waitFor()
    await page
      .getByText(/denies/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Changes' }).click()
    await page
      .getByText(/a new incident/)
      .first()
      .waitFor()
    await page.getByText(/^Up to entry \d+/).waitFor()
    await page.getByRole('link', { name: /^airstrike · 2024-/ }).waitFor()
  })

  test.each(['light', 'dark'] as const)('nothing bars the way, in %s', async (colorScheme) => {
    const shots = process.env['ASCRIBE_SHOTS']
    for (const [name, path, sign] of [
      ['incident', `/incidents/${await idOf('airstrike')}`, 'It is as it came.'],
      ['actor', await actorPath(), 'denies'],
      ['changes', '/changes', 'a new incident'],
    ] as const) {
      const page = await open(path, { colorScheme })
      await page
        .getByText(sign === 'It is as it came.' ? /^entry|It is as it came/ : sign)
        .first()
        .waitFor()
      await page.waitForTimeout(500)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        name,
      ).toEqual([])
      // The frame scrolls inside; a tall window shows all of it.
      await page.setViewportSize({ width: 1280, height: 2400 })
      if (shots) await page.screenshot({ path: `${shots}/${name}-${colorScheme}.png` })
    }
  })
})
