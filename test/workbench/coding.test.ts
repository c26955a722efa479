import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/server/guard/password.ts'
import { addAccount, loadReading } from '../../src/store/index.ts'
import { NOW } from '../support/site.ts'
import { CHROMIUM, openBench, settled, type Bench } from './support/browser.ts'

const PASSWORD = 'seven herons at dawn'
const REPORT = {
  id: 'one',
  title: 'Bomb in Darun',
  text: 'A bomb killed two people in Darun on Monday, the governor said.',
  publishedAt: '2024-03-06',
}

describe.skipIf(CHROMIUM === undefined)('coding by two', () => {
  let bench: Bench
  let event = ''
  const pages = new Map<string, Page>()
  beforeAll(async () => {
    bench = await openBench([REPORT])
    event = (await loadReading(bench.site.db, 'one'))?.events[0]?.id ?? ''
    const password = await hashPassword(PASSWORD)
    for (const [name, role] of Object.entries({
      ...{ rosa: 'admin', sol: 'reviewer' },
      ...{ ada: 'coder', ben: 'coder' },
    })) {
      const account = { name, role: role as 'admin' | 'reviewer' | 'coder', password }
      await addAccount(bench.site.db, account, { at: NOW, by: 'test' })
      const page = await bench.open('/settings')
      await post(page, '/session', { name, password: PASSWORD })
      pages.set(name, page)
    }
  })
  afterAll(() => bench?.close())

  const as = (name: string): Page => pages.get(name) as Page
  /** Asks the server as the page does. */
  const post = (page: Page, path: string, body: object) =>
    page.evaluate(
      `fetch('/api${path}', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: ${JSON.stringify(JSON.stringify(body))} }).then(({ status }) => status)`,
    )
  const code = (name: string, more: object) =>
    post(as(name), '/decisions', {
      group: randomUUID(),
      decisions: [
        { report: 'one', version: 1, record: `${event}/status`, verdict: 'accept' },
        { report: 'one', version: 1, record: `${event}/kind`, ...more },
      ],
    })

  test('a reviewer gives a report out; two code it without seeing each other', async () => {
    const page = as('rosa')
    await page.goto('/coding')
    await page.getByLabel('Coder 1').fill('ada')
    await page.getByLabel('Coder 2').fill('ben')
    await page.getByLabel('Bomb in Darun').check()
    await page.getByRole('button', { name: 'Give 1 report' }).click()
    await page.getByRole('link', { name: 'Bomb in Darun' }).waitFor()
    expect(await code('ada', { verdict: 'accept' })).toBe(200)
    const value = { field: 'kind', kind: 'armed-assault' }
    const evidence = [{ start: 2, end: 6, quote: 'bomb' }]
    expect(await code('ben', { verdict: 'edit', value, evidence })).toBe(200)
    for (const name of ['ada', 'ben']) {
      await as(name).goto('/coding')
      await as(name).getByRole('button', { name: 'I am done' }).click()
      await as(name).getByText('done').first().waitFor()
    }
  })

  test('two who rule on the same value otherwise are shown both rulings, and say which holds', async () => {
    const page = as('rosa')
    const rule = () =>
      post(as('sol'), '/rulings', {
        group: randomUUID(),
        decisions: [{ report: 'one', version: 1, record: `${event}/kind`, verdict: 'reject' }],
      })
    const kind = page.locator('article li').filter({ hasText: /^\s*Kind/ })
    const asBen = kind.getByRole('button', { name: 'As ben' })
    // Nothing of what others do comes by itself.
    await page.route('**/api/feed*', (route) => route.abort())
    await page.goto('/coding/report/one')
    await asBen.waitFor()
    expect(await rule()).toBe(200)
    await asBen.click()
    const ask = page.getByRole('alert')
    await ask.getByText('“Ruling: Kind”').waitFor()
    await ask.getByText('changed: armed assault').waitFor()
    await ask.getByText('sol').waitFor()
    await ask.getByText('rejected').waitFor()
    // Theirs is in the list by now; nothing of one's own is.
    const ruled = kind.filter({ hasText: 'Ruling: wrong' })
    await ruled.getByText('sol').waitFor()
    const shots = process.env['ASCRIBE_SHOTS']
    if (shots) await page.screenshot({ path: `${shots}/rulings-clash.png` })
    await ask.getByRole('button', { name: 'Leave theirs' }).click()
    await ask.waitFor({ state: 'detached' })
    expect(await post(as('sol'), '/decisions/undo', {})).toBe(200)
    await page.reload()
    await asBen.waitFor()
    expect(await rule()).toBe(200)
    await asBen.click()
    await ask.getByRole('button', { name: 'Say mine as well' }).click()
    // The later ruling holds.
    await kind.filter({ hasText: 'Ruling: something else' }).getByText('rosa').waitFor()
    await page.getByRole('button', { name: 'Undo my last' }).click()
    await ruled.getByText('sol').waitFor()
    expect(await post(as('sol'), '/decisions/undo', {})).toBe(200)
    await page.unroute('**/api/feed*')
  })

  test('a second look rules on what they agree on at once, and on the rest one by one', async () => {
    const page = as('rosa')
    await page.goto('/coding')
    await page.getByRole('link', { name: 'Compare and rule' }).click()
    await page.getByRole('button', { name: 'Accept the one value they agree on' }).click()
    await page.getByText('Ruled on 1 value.').waitFor()
    await page.getByRole('button', { name: 'Undo my last' }).click()
    await page.getByRole('button', { name: 'Accept the one value they agree on' }).click()
    await page.getByRole('button', { name: 'Nothing agreed is open' }).waitFor()
    await page.getByRole('button', { name: 'As ada' }).click()
    await page.getByText('None is left to rule on').waitFor()
    await page.getByRole('button', { name: 'Close the report' }).click()
    await page.getByText('The report is closed.').waitFor()
  })

  test('coders see how it was ruled, and how far they agreed', async () => {
    await as('ben').goto('/coding/rulings')
    await as('ben').getByRole('link', { name: 'Bomb in Darun' }).first().waitFor()
    const page = as('rosa')
    await page.goto('/coding/agreement')
    await page.getByText('Over 1 report that two coded').waitFor()
    await page.getByText('armed assault').waitFor()
    await page.getByRole('link', { name: 'one' }).click()
    await page.getByText('Ruling: as it was read').first().waitFor()
  })

  test.each(['/coding', '/coding/agreement', '/coding/rulings', '/coding/report/one'])(
    'nothing bars the way at %s, in light, dark and from right to left',
    async (path) => {
      const page = as('rosa')
      for (const [colorScheme, dir] of [
        ['light', 'ltr'],
        ['dark', 'rtl'],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(path)
        await page.getByRole('heading', { name: 'Coding by two' }).waitFor()
        await settled(page)
        await page.evaluate(`document.documentElement.dir = '${dir}'`)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      }
    },
  )

  test('a report is sent back with a note, which its coder reads', async () => {
    const page = as('rosa')
    await page.goto('/coding')
    await page.getByRole('button', { name: 'Send back to ada' }).click()
    await page.getByLabel('What should they look at again?').fill('Look at the kind.')
    await page.getByRole('button', { name: 'Send back to ada' }).click()
    await page.getByText('Look at the kind.').waitFor()
    await as('ada').goto('/coding')
    await as('ada').getByText('Look at the kind.').waitFor()
    await as('ada').getByRole('button', { name: 'I am done' }).click()
    await as('ada').getByText('Look at the kind.').waitFor({ state: 'detached' })
  })
})
