import { randomUUID } from 'node:crypto'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { newSecret } from '../../../src/server/guard/secret.ts'
import {
  decideReview,
  loadIncident,
  loadReading,
  ruleReview,
  saveFilter,
} from '../../../src/store/index.ts'
import { insertToken } from '../../../src/store/queries/tokens.ts'
import { actorOf } from '../../../workbench/src/incident/actor-of.ts'
import { addPerson, enter } from '../../support/people.ts'
import { sampleReports } from '../../support/samples.ts'
import { NOW } from '../../support/site.ts'
import { openBench, type Bench } from './browser.ts'
import { codeTwice } from './code-twice.ts'

/** Every screen, by its name and where it is; what is to be seen of it once it is there. */
export const SCREENS = [
  { name: 'review', path: '/review', shows: 'main ol a' },
  { name: 'report', path: '/review/tampere-4', shows: '[data-text="body"]' },
  { name: 'incidents', path: '/incidents', shows: '[role=row] a' },
  { name: 'incident', path: '/incidents/INCIDENT', shows: 'section table' },
  { name: 'actor', path: 'ACTOR', shows: 'tbody tr' },
  { name: 'changes', path: '/changes', shows: 'main ul a' },
  { name: 'assignments', path: '/coding', shows: 'article li' },
  { name: 'codings', path: '/coding/report/tampere-4', shows: 'article li' },
  { name: 'agreement', path: '/coding/agreement', shows: 'tbody tr' },
  { name: 'rulings', path: '/coding/rulings', shows: 'article ol li' },
  { name: 'adding', path: '/add', shows: 'textarea' },
  { name: 'access', path: '/access', shows: 'main form' },
  { name: 'dictionary', path: '/dictionary', shows: 'main li, main p' },
  { name: 'proposals', path: '/proposals', shows: 'main h1' },
  { name: 'settings', path: '/settings', shows: 'main select' },
] as const

/** One of them. */
export type Screen = (typeof SCREENS)[number]

/** The workbench with something on every screen, seen by an admin. */
export interface Screens {
  readonly bench: Bench
  /** A page that is logged in and set so, on no screen yet. */
  enter(settings: object, options?: BrowserContextOptions): Promise<Page>
  pathOf(screen: Screen): string
}

/** Fills a workbench. */
export async function openScreens(): Promise<Screens> {
  const bench = await openBench(sampleReports())
  const { db } = bench.site
  await codeTwice(db, 'tampere-4')
  await decideOne(bench, 'tampere-3')
  await ruleOne(bench, 'tampere-4')
  for (const name of ['rosa', 'ada', 'ben'])
    await addPerson(db, name, name === 'rosa' ? 'admin' : 'coder')
  await saveFilter(db, { name: 'Tampere', filter: '{"text":"Tampere"}' }, { at: NOW, by: 'rosa' })
  const token = { id: 't', account: 'rosa', label: 'nightly', role: 'viewer', madeAt: NOW }
  await insertToken(db, { ...token, hash: newSecret().hash })
  const [incident] = await db.query<{ id: string }>(
    `select incident_id as id from event where report_id = 'tampere-4'`,
  )
  const actor = await actorIn(bench, incident?.id ?? '')
  return {
    bench,
    async enter(settings, options) {
      const { headers } = await enter(db, 'rosa')
      const [name = '', value = ''] = headers.cookie.split('=')
      const kept = JSON.stringify({ tourSeen: true, ...settings })
      const page = await bench.open('/api/session', options)
      await page.context().addCookies([{ name, value, url: bench.url }])
      await page
        .context()
        .addInitScript(`localStorage.setItem('ascribe.settings', ${JSON.stringify(kept)})`)
      return page
    },
    pathOf: ({ path }) => path.replace('INCIDENT', incident?.id ?? '').replace('ACTOR', actor),
  }
}

/** The address of the page of somebody whom an incident names. */
async function actorIn({ site: { db } }: Bench, id: string): Promise<string> {
  const incident = await loadIncident(db, id, { policy: 'conservative' })
  const addresses = (incident?.values ?? []).flatMap(({ value }) => actorOf(value) ?? [])
  return addresses[0] ?? '/actors/none'
}

/** A ruling between the two who coded a report. */
async function ruleOne({ site: { db } }: Bench, report: string): Promise<void> {
  const reading = await loadReading(db, report)
  const record = `${reading?.events[0]?.id ?? ''}/status`
  const decisions = [{ report, version: 1, record, verdict: 'accept' as const, reason: 'as told' }]
  await ruleReview(db, { group: randomUUID(), decisions }, { at: NOW, by: 'rosa' })
}

/** Something in the history of a report. */
async function decideOne({ site: { db } }: Bench, report: string): Promise<void> {
  const reading = await loadReading(db, report)
  const record = `${reading?.events[0]?.id ?? ''}/kind`
  const decisions = [{ report, version: 1, record, verdict: 'accept' as const }]
  await decideReview(db, { group: randomUUID(), decisions }, { at: NOW, by: 'ada' })
}
