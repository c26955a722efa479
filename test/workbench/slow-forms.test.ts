import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listIncidents, listOwnActors } from '../../src/store/index.ts'
import { addPerson, enter } from '../support/people.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'
import { codeTwice } from './support/code-twice.ts'
import { slow } from './support/slow.ts'

const published = { publishedAt: '2024-03-06' }
const REPORTS = [
  { id: 'bomb', text: 'A bomb killed two people in Kandahar on Monday, the Harrow Front said.' },
  { id: 'shots', text: 'Gunmen of the Lantern League shot dead a teacher in Herat on Tuesday.' },
  { id: 'fire', text: 'A bomb killed five people in Kandahar on Saturday, the Reed Party said.' },
].map((report) => ({ ...report, ...published }))

describe.skipIf(CHROMIUM === undefined)('forms, while the server is slow to answer', () => {
  let bench: Bench
  let page: Page
  beforeAll(async () => {
    bench = await openBench(REPORTS)
    await codeTwice(bench.site.db, 'bomb')
    for (const name of ['rosa', 'ada', 'ben', 'eva'])
      await addPerson(bench.site.db, name, name === 'rosa' ? 'admin' : 'coder')
    const { headers } = await enter(bench.site.db, 'rosa')
    const [name = '', value = ''] = headers.cookie.split('=')
    page = await bench.open('/api/session', { viewport: { width: 1280, height: 700 } })
    await page.context().addCookies([{ name, value, url: bench.url }])
  }, 300_000)
  afterAll(() => bench?.close())

  const count = async (table: string): Promise<number> => {
    const [row] = await bench.site.db.query<{ n: number }>(
      `select count(*)::int as n from ${table}`,
    )
    return row?.n ?? 0
  }
  const goSettings = async (): Promise<void> => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
  }

  test('a second click makes no second key, and it is shown', async () => {
    await page.goto('/access')
    await page.getByLabel('What the key is for').fill('nightly')
    const { answer, count: asked } = await slow(page, '**/api/tokens')
    await page.getByRole('button', { name: 'Make a key' }).dblclick()
    await answer()
    await page.getByText('Copy it now').waitFor()
    expect(asked()).toBe(1)
    expect(await count('token')).toBe(1)
  })

  test('a second click gives reports out once', async () => {
    await page.goto('/coding')
    await page.getByLabel('Coder 1').fill('ada')
    await page.getByLabel('Coder 2').fill('eva')
    await page.getByLabel('Gunmen of the Lantern').check()
    const { answer, count: asked } = await slow(page, '**/api/assignments')
    await page.getByRole('button', { name: 'Give 1 report' }).dblclick()
    await answer()
    await page.getByRole('link', { name: 'Gunmen of the Lantern' }).waitFor()
    expect(asked()).toBe(1)
  })

  test('a proposal is sent once, and its answer moves nobody who has left', async () => {
    await page.goto('/proposals/new')
    await page.getByLabel('What is asked').fill('More words')
    const text = page.getByLabel('A sentence or two of your own')
    await text.fill('Reedmen left Oster.')
    await page.getByLabel('Title of the case').fill('reeds')
    const tried = await slow(page, '**/api/proposals/try')
    await page.getByRole('button', { name: 'Try it' }).click()
    await tried.asked
    await text.fill('Reedmen came to Oster.')
    await tried.answer()
    // What was read of another text is no answer to this one.
    expect(await page.getByRole('button', { name: 'Take' }).isDisabled()).toBe(true)
    await page.getByLabel('What is to be read of it').fill('event armed-clash')
    const { asked, answer, count: sent } = await slow(page, '**/api/proposals')
    await page.getByRole('button', { name: 'Propose it' }).dblclick()
    await asked
    await goSettings()
    await answer()
    expect(sent()).toBe(1)
    expect(new URL(page.url()).pathname).toBe('/settings')
    expect(await count('proposal')).toBe(1)
  })

  test('a name goes from the list at once, and the form of another stays open', async () => {
    await page.goto('/dictionary')
    const names = page.getByRole('listbox', { name: 'Unknown actors' })
    const option = (name: string) => names.getByRole('option', { name })
    await option('Harrow Front').click()
    const { asked, answer } = await slow(page, '**/api/dictionary')
    await page.keyboard.press('n')
    await asked
    await option('Harrow Front').waitFor({ state: 'detached' })
    await option('Lantern League').click()
    await page.keyboard.press('a')
    await page.getByLabel('Other names').fill('LL')
    await answer()
    await page.getByText('“Harrow Front” is in the dictionary').waitFor()
    expect(await page.getByLabel('Other names').inputValue()).toBe('LL')
    // What is filled in is of the name that it was opened for.
    await option('Reed Party').click()
    expect(await page.getByLabel('Other names').isVisible()).toBe(false)
    await option('Lantern League').click()
    await page
      .getByRole('combobox', { name: 'What it is', exact: true })
      .selectOption('armed group')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('“Lantern League” is in the dictionary').waitFor()
    await option('Reed Party').waitFor()
    const own = await listOwnActors(bench.site.db)
    expect(own.map(({ actor }) => actor.name).sort()).toEqual(['Harrow Front', 'Lantern League'])
  })

  test('what a job is told and refuses is shown', async () => {
    await page.goto('/add')
    await page
      .getByRole('button', { name: 'Cancel' })
      .or(page.getByText('What is being read'))
      .first()
      .waitFor()
    await page.route('**/api/jobs', (route) =>
      route.fulfill({
        json: {
          rows: [
            {
              id: 'j',
              files: ['wire.ndjson'],
              state: 'running',
              waiting: 2,
              done: 0,
              failed: 0,
              seconds: 0,
            },
          ],
        },
      }),
    )
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('alert').first().waitFor()
    await page.unroute('**/api/jobs')
  })

  test('a ruling leaves the list, the focus and the place as they are', async () => {
    await page.goto('/coding/report/bomb')
    const rules = page.getByRole('button', { name: 'As ada' })
    await rules.first().waitFor()
    const before = await rules.count()
    const last = page.locator('article li').last()
    await last.scrollIntoViewIfNeeded()
    const at = await last.boundingBox()
    await rules.last().press('Enter')
    await page.getByText('Ruled on 1 value.').waitFor()
    await expect.poll(() => rules.count()).toBe(before - 1)
    await page.evaluate('new Promise(requestAnimationFrame)')
    expect(Math.abs(((await last.boundingBox())?.y ?? 0) - (at?.y ?? 0))).toBeLessThan(120)
    expect(await page.evaluate('document.activeElement.tagName')).toBe('LI')
  })

  test('what is decided on an incident leaves the page where it is, and is seen later, too', async () => {
    const [one, two] = await listIncidents(bench.site.db, {}, { limit: 10 })
    await page.goto(`/incidents/${one?.id ?? ''}`)
    await page.getByLabel('Reason (kept').fill('the same hour')
    await page.getByLabel('Id of another incident').fill(two?.id ?? '')
    const top = () => page.evaluate('document.getElementById("content").scrollTop')
    const at = await top()
    expect(at).toBeGreaterThan(0)
    const { asked, answer } = await slow(page, '**/api/incidents/join')
    const join = page.getByRole('button', { name: 'Is the same', exact: true }).last()
    await join.click()
    await asked
    await goSettings()
    await answer()
    await page.goBack()
    await page.getByText('2 reports').first().waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('1 report, 1 origin').waitFor()
    expect(await top()).toBeGreaterThan(0)
  })
})
