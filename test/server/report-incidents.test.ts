import { afterAll, describe, expect, test } from 'vitest'
import type { EventIncident } from '../../src/server/api.ts'
import { makeApp } from '../../src/server/index.ts'
import { asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, openSite } from '../support/site.ts'

describe.each(STORES)('the incidents of a report, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  afterAll(() => site.db.close())
  const { get } = asker(makeApp(site))
  await fill(site, [
    { id: 'one', text: 'A bomb killed two people in Darun on Monday.', publishedAt: '2024-03-06' },
    { id: 'two', text: 'Trade went on in Orlo.', publishedAt: '2024-03-06' },
  ])
  const rowsOf = async (report: string): Promise<readonly EventIncident[]> =>
    ((await (await get(`/api/reports/${report}/incidents`)).json()) as { rows: EventIncident[] })
      .rows

  test('the events of a report lead to their incidents', async () => {
    const [row, ...more] = await rowsOf('one')
    expect(more).toEqual([])
    expect(row?.incident).toMatchObject({ kind: 'bombing', reports: 1 })
    const shown = await (await get(`/api/incidents/${row?.incident.id ?? ''}`)).json()
    expect(shown).toMatchObject({ events: [{ report: 'one', event: row?.event }] })
  })

  test('a report without events has none', async () => {
    expect(await rowsOf('two')).toEqual([])
  })
})
