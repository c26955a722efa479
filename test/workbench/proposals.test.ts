import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideReview, listOwnActors, loadReading } from '../../src/store/index.ts'
import { NOW } from '../support/site.ts'
import { CHROMIUM, openBench, type Bench } from './support/browser.ts'

const TEXT = 'Fighters of the Harrow Front shot dead two farmers near Selin on Tuesday.'

describe.skipIf(CHROMIUM === undefined)('a correction becomes a proposal', () => {
  let bench: Bench
  let page: Page
  beforeAll(async () => {
    bench = await openBench([{ id: 'a', title: 'Selin', text: TEXT, publishedAt: '2024-03-06' }])
    const { db } = bench.site
    const record = (await loadReading(db, 'a'))?.events[0]?.participants[0]?.id ?? ''
    const decision = { report: 'a', version: 1, record, verdict: 'reject' as const }
    await decideReview(db, { group: randomUUID(), decisions: [decision] }, { at: NOW, by: 'ada' })
    page = await bench.open('/review/a?tab=history')
  })
  afterAll(() => bench?.close())
  const isFree = async (): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
  }

  test('in its history, with its words beside the case', async () => {
    await page.getByRole('link', { name: 'Propose it' }).click()
    await page.getByText('must not hold anybody’s text').waitFor()
    expect(
      await page.getByRole('region', { name: 'The words of the report' }).innerText(),
    ).toContain(TEXT)
    await isFree()
  })

  test('the case is tried, and what is read of it put right', async () => {
    await page
      .getByRole('combobox', { name: 'What is to be changed' })
      .selectOption('a known actor')
    await page.getByLabel('What is asked').fill('The Reedmen are a band')
    await page.getByLabel('Name, as reports write it').fill('Reedmen')
    await page
      .getByRole('combobox', { name: 'What it is', exact: true })
      .selectOption('armed group')
    await page.getByLabel('A sentence or two of your own').fill('Harrow Front and Reedmen left.')
    await page.getByRole('combobox', { name: 'What it is about' }).selectOption('actors')
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByText('Names of the report are still in it: Harrow Front').waitFor()
    await page.getByLabel('A sentence or two of your own').fill('Reedmen left Oster.')
    await page.getByLabel('Title of the case').fill('a band named by its reeds')
    await page
      .getByLabel('What is to be read of it')
      .fill('actor Reedmen (armed-group, named) "Reedmen"')
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByText('It is not read so today.').waitFor()
    await page.getByText('not read: actor Reedmen').waitFor()
    await isFree()
    await page.getByRole('button', { name: 'Propose it' }).click()
    await page.getByRole('heading', { name: 'The Reedmen are a band' }).waitFor()
  })

  test('it is refused with a reason, opened again and accepted: then the actor is known', async () => {
    const refuse = page.getByRole('button', { name: 'Refuse' })
    expect(await refuse.isDisabled()).toBe(true)
    await page.getByLabel('Reason').fill('too rare')
    await refuse.click()
    await page.getByText('too rare').waitFor()
    await page.getByRole('button', { name: 'Open it again' }).click()
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await page.getByText('accepted').waitFor()
    expect((await listOwnActors(bench.site.db)).map(({ actor }) => actor.name)).toEqual(['Reedmen'])
    await isFree()
    await page.goto('/proposals?state=accepted')
    await page.getByRole('link', { name: 'The Reedmen are a band' }).waitFor()
    await isFree()
  })
})
