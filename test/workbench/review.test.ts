import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReviewDecisions } from '../../src/store/index.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

const FIRE = '🔥 Fires burned 🔥 in Darun on Monday. Gunmen shot a teacher in Orlo on Tuesday.'
const ARABIC = 'قتل خمسة أشخاص في انفجار.\nقال المحافظ إن البحث مستمر.'
const NAMES = 'A car bomb killed 12 people in Darun (درعا) on Monday, said Omar al-Lor (عمر اللور).'
/** 300 kB and 2,000 spans. */
const LONG = Array.from({ length: 1250 }, (_, i) => {
  const rest =
    'Smoke rose over the market for an hour; shops stayed closed, and people waited in the long street that leads down to the river, where boats lay in the mud and nobody came to fetch what had been left behind in the first days of the year.'
  const bomb = `A car bomb killed ${2 + (i % 7)} people in Darun on Monday, the governor of the province said.`
  return i % 3 === 0 ? `${bomb} ${rest}` : rest
}).join('\n')

/** Waits for a report to lie there, with its text. */
async function opened(page: Page, words: string): Promise<void> {
  await page.locator('.text').getByText(words).first().waitFor()
}

/** Selects words of the report, as a mouse would. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate(`{
    const wanted = ${JSON.stringify(words)}
    const paragraph = [...document.querySelectorAll('.text [data-start]')].find((one) =>
      one.textContent.includes(wanted))
    const start = paragraph.firstChild.textContent.indexOf(wanted)
    getSelection().setBaseAndExtent(
      paragraph.firstChild, start, paragraph.firstChild, start + wanted.length)
  }`)
  await page.getByRole('toolbar', { name: 'Add the selected words' }).waitFor()
}

const DIRECTION = "getComputedStyle([...document.querySelectorAll('.text p')].at(-1)).direction"

/** Keeps when data last came, and times what is done. */
const WATCH = `{
  const ask = globalThis.fetch
  globalThis.fetch = async (...given) => {
    const answer = await ask(...given)
    const text = await answer.text()
    globalThis.answeredAt = performance.now()
    return new Response(text, { status: answer.status })
  }
  globalThis.openIt = async (id, words) => {
    document.querySelector(".queue a[href^='/review/" + id + "']").click()
    while (!document.querySelector('.text')?.textContent.includes(words))
      await new Promise((done) => setTimeout(done))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - globalThis.answeredAt
  }
  globalThis.countMarks = () =>
    ['who', 'what', 'harm', 'where', 'said'].reduce(
      (sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0)
  globalThis.decide = async () => {
    const at = () =>
      document.querySelector("[aria-label='Values']").getAttribute('aria-activedescendant')
    const [before, start] = [at(), performance.now()]
    dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
    while (at() === before) await new Promise((done) => setTimeout(done))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - start
  }
}`

describe.skipIf(CHROMIUM === undefined)('a review', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench([
      { id: 'fire', text: FIRE, title: 'Fires', publishedAt: '2024-03-06' },
      { id: 'arabic', text: ARABIC, title: 'انفجار', publishedAt: '2024-03-06' },
      { id: 'names', text: NAMES, publishedAt: '2024-03-06' },
      { id: 'long', text: LONG, title: 'Long', publishedAt: '2024-03-06' },
    ])
  }, 300_000)
  afterAll(() => bench?.close())

  const open = (path: string, options = {}) =>
    bench.open(path, { viewport: { width: 1280, height: 1000 }, ...options })
  const standing = async (report: string) =>
    (await listReviewDecisions(bench.site.db, report)).filter(({ undone }) => undone === undefined)
  const option = (page: Page, name: RegExp) =>
    page.getByRole('listbox', { name: 'Values' }).getByRole('option', { name })

  test('goes by keys: accept, undo, redo, reject with a reason, and the next report', async () => {
    const page = await open('/review/names')
    await opened(page, 'A car bomb killed')
    const first = option(page, /Event.*bombing/).first()
    await page.keyboard.press('a')
    await first.getByText('accepted').waitFor({ state: 'attached' })
    await page.keyboard.press('Control+z')
    await first.getByText('waits').waitFor({ state: 'attached' })
    expect(await standing('names')).toEqual([])
    await page.keyboard.press('Control+Shift+z')
    await first.getByText('accepted').waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.keyboard.press('2')
    await option(page, /rejected/)
      .first()
      .waitFor()
    expect((await standing('names')).map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['accept', undefined],
      ['reject', 'wrong-value'],
    ])
    await page.getByRole('tab', { name: 'History' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'rejected' }).getByRole('button').click()
    await option(page, /rejected/).waitFor({ state: 'detached' })
    const before = page.url()
    await page.keyboard.press('j')
    await page.waitForURL((url) => url.href !== before)
  })

  test('undoes over reports, and goes to where it undid', async () => {
    const page = await open('/review/names')
    await opened(page, 'A car bomb killed')
    await page.keyboard.press('a')
    await page.goto('/review/fire')
    await opened(page, 'Fires burned')
    await page.keyboard.press('Control+z')
    await page.waitForURL('**/review/names*')
  })

  test('takes selected words: a value on other words, and a missed event, with emoji before them', async () => {
    const page = await open('/review/fire')
    await opened(page, 'Fires burned')
    await select(page, 'Fires burned 🔥')
    await page.keyboard.press('v')
    const form = page.getByRole('form', { name: 'Add: Event' })
    await form.getByLabel('Kind').selectOption('arson')
    await form.getByRole('button', { name: 'Save' }).click()
    await option(page, /arson/).first().waitFor()
    await select(page, 'Darun')
    await page.keyboard.press('p')
    const place = page.getByRole('form', { name: 'Add: Where' })
    expect(await place.getByLabel('Name').inputValue()).toBe('Darun')
    await place.getByRole('button', { name: 'Save' }).click()
    await option(page, /Where.*Darun/)
      .first()
      .waitFor()
    const kept = await standing('fire')
    expect(kept.map(({ verdict, evidence }) => [verdict, evidence?.[0]?.quote])).toEqual([
      ['add', 'Fires burned 🔥'],
      ['add', 'Darun'],
    ])
    for (const { evidence = [] } of kept)
      for (const { start, end, quote } of evidence) expect(FIRE.slice(start, end)).toBe(quote)
    await option(page, /When.*2024/)
      .first()
      .click()
    await select(page, 'on Tuesday')
    await page.keyboard.press('e')
    const edit = page.getByRole('form', { name: 'Change: When' })
    await edit.getByRole('button', { name: 'Save' }).click()
    await option(page, /When.*on Tuesday.*changed/).waitFor()
  })

  test('lets one go on while the server is slow to answer: no form closes, and nothing is looked at, that one did not ask for', async () => {
    const page = await open('/review/fire')
    await opened(page, 'Fires burned')
    let answer = (): void => undefined
    const asked = new Promise<void>((resolve) => (answer = resolve))
    await page.route('**/api/decisions', async (route) => {
      await asked
      await route.continue()
    })
    await select(page, 'Orlo')
    await page.keyboard.press('p')
    const place = page.getByRole('form', { name: 'Add: Where' })
    await place.getByRole('button', { name: 'Save' }).click()
    await place.waitFor({ state: 'detached' })
    await option(page, /Where.*Orlo/)
      .first()
      .waitFor()
    await option(page, /When/).last().click()
    await page.keyboard.press('e')
    const edit = page.getByRole('form', { name: 'Change: When' })
    await edit.waitFor()
    const isDone = page.waitForResponse('**/api/decisions')
    answer()
    await isDone
    await page.evaluate('new Promise(requestAnimationFrame)')
    expect(await edit.isVisible()).toBe(true)
    await option(page, /When/).and(page.locator('[aria-selected=true]')).waitFor()
  })

  test('asks by number what is missing, and takes it on words that are selected then', async () => {
    const page = await open('/review/names')
    await opened(page, 'A car bomb killed')
    await option(page, /Event.*bombing/)
      .first()
      .click()
    await page.getByRole('listbox', { name: 'Values' }).focus()
    await page.keyboard.press('/')
    const ask = page.getByRole('group', { name: 'What is missing?' })
    const key = await ask.getByRole('button', { name: 'Site' }).locator('kbd').innerText()
    await page.keyboard.press(key)
    const form = page.getByRole('form', { name: 'Add: Site' })
    const save = form.getByRole('button', { name: 'Save' })
    expect(await save.isDisabled()).toBe(true)
    await page.evaluate(`{
      const [text] = document.querySelector('.text [data-start]').childNodes
      const start = text.data.indexOf('Darun')
      getSelection().setBaseAndExtent(text, start, text, start + 5)
    }`)
    await form.getByRole('button', { name: 'Use the selected words “Darun”' }).click()
    await form.getByLabel('Text').fill('Darun')
    await save.click()
    await option(page, /Site.*Darun/).waitFor()
    expect((await standing('names')).at(-1)).toMatchObject({
      verdict: 'add',
      value: { field: 'site', text: 'Darun' },
      evidence: [{ quote: 'Darun' }],
    })
    await page.keyboard.press('Backspace')
    await option(page, /Site.*Darun/).waitFor({ state: 'detached' })
  })

  test('leads from words to values and back', async () => {
    const page = await open('/review/names')
    await opened(page, 'A car bomb killed')
    await page.keyboard.press('m')
    await page.locator('mark[data-tag=T]').first().click()
    await option(page, /When/).and(page.locator('[aria-selected=true]')).waitFor()
    await option(page, /Harm/).first().click()
    await page.locator('mark[data-tag=H][data-current=true]').first().waitFor()
  })

  test('shows Arabic from right to left, also where nothing was read', async () => {
    const page = await open('/review/arabic')
    await opened(page, 'قتل خمسة')
    await page.getByText('Nothing was read of this report').waitFor()
    expect(await page.evaluate(DIRECTION)).toBe('rtl')
    await select(page, 'انفجار')
    await page.keyboard.press('v')
    await page.getByRole('form').getByRole('button', { name: 'Save' }).click()
    await option(page, /Event/).waitFor()
    const [added] = await standing('arabic')
    expect(added?.evidence?.[0]?.quote).toBe('انفجار')
  })

  test('says which keys there are, refuses a clash, and finds commands by name', async () => {
    const page = await open('/review/names')
    await opened(page, 'A car bomb killed')
    await page.keyboard.press('?')
    await page.getByRole('button', { name: /^Accept the value:/ }).click()
    await page.keyboard.press('x')
    await page.getByText('x is taken by “Reject the value”').waitFor()
    await page.getByRole('button', { name: /^Accept the value:/ }).click()
    await page.keyboard.press('y')
    await page.getByRole('button', { name: 'Close' }).click()
    await page.reload()
    await opened(page, 'A car bomb killed')
    const before = await option(page, /accepted/).count()
    await page.keyboard.press('y')
    await option(page, /accepted/)
      .nth(before)
      .waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find a command' }).fill('undo')
    await page.keyboard.press('Enter')
    await option(page, /accepted/)
      .nth(before)
      .waitFor({ state: 'detached' })
  })

  test('accepts all that is shown, and says how many', async () => {
    const page = await open('/review/names')
    await opened(page, 'A car bomb killed')
    const button = page.getByRole('button', { name: /^Accept all \d+ shown$/ })
    const count = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])
    const before = (await standing('names')).length
    await button.click()
    await button.waitFor({ state: 'detached' })
    expect((await standing('names')).length - before).toBe(count)
  })

  test('opens a long report and goes on at once', async () => {
    const page = await open('/review/names')
    await opened(page, 'A car bomb killed')
    await page.evaluate(WATCH)
    const short = await page.evaluate<number>("openIt('fire', 'Fires burned')")
    const long = await page.evaluate<number>("openIt('long', 'A car bomb killed 2 people')")
    const spans = await page.evaluate<number>('countMarks()')
    const step = await page.evaluate<number>('decide()')
    console.log(
      `report open after data: short ${short.toFixed(0)} ms, ${LONG.length} units with ${spans} spans ${long.toFixed(0)} ms; decision to next ${step.toFixed(0)} ms`,
    )
    expect(spans).toBeGreaterThan(2000)
    expect(short).toBeLessThan(500)
    expect(long).toBeLessThan(1500)
    expect(step).toBeLessThan(250)
  }, 120_000)

  test.each(['light', 'dark'] as const)('bars nobody’s way, in %s', async (colorScheme) => {
    const page = await open('/review/names', { colorScheme })
    await opened(page, 'A car bomb killed')
    await page.keyboard.press('m')
    const check = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
        id,
        nodes.map(({ html }) => html),
      ])
    expect(await check()).toEqual([])
    await page.keyboard.press('?')
    expect(await check()).toEqual([])
  })
})
