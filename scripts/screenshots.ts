import { mkdir, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { listIncidents, loadIncident, type Db } from '../src/store/index.ts'
import { sampleReports } from '../test/support/samples.ts'
import { CHROMIUM, openBench, type Bench } from '../test/workbench/support/browser.ts'
import { codeTwice } from '../test/workbench/support/code-twice.ts'

// Pictures of every view for the README and the guide: light and dark, and one from right to left.

const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url))
const SIZE = { width: 1080, height: 620 }
/** The largest that a picture may be, in bytes. */
const MOST = 200_000

interface Shot {
  readonly name: string
  readonly path: string
  readonly scheme?: 'light' | 'dark'
  readonly language?: 'ar'
}

/** The report that two coded, and the incident that most reports tell. */
const CODED = 'tampere-4'

const SHOTS: readonly Shot[] = [
  { name: 'review-light', path: '/review' },
  { name: 'review-dark', path: '/review', scheme: 'dark' },
  { name: 'incidents-light', path: '/incidents' },
  { name: 'incidents-dark', path: '/incidents', scheme: 'dark' },
  { name: 'incidents-rtl', path: '/incidents', language: 'ar' },
  { name: 'changes', path: '/changes' },
  { name: 'add', path: '/add' },
  { name: 'dictionary', path: '/dictionary' },
  { name: 'proposals', path: '/proposals' },
  { name: 'access', path: '/access' },
  { name: 'coding', path: `/coding/report/${CODED}` },
  { name: 'agreement', path: '/coding/agreement' },
  { name: 'settings-light', path: '/settings' },
  { name: 'settings-dark', path: '/settings', scheme: 'dark' },
]

if (CHROMIUM === undefined) throw new Error('pictures need a Chromium: ASCRIBE_CHROMIUM names one')
await mkdir(FOLDER, { recursive: true })
const bench = await openBench(sampleReports())
try {
  await codeTwice(bench.site.db, CODED)
  for (const shot of [...SHOTS, ...(await shotsOfWhole(bench.site.db))]) await take(bench, shot)
} finally {
  await bench.close()
}

/** The incident that most reports tell, and somebody whom it names. */
async function shotsOfWhole(db: Db): Promise<Shot[]> {
  const incidents = await listIncidents(db, {}, { limit: 50 })
  const [most] = incidents.toSorted((a, b) => b.reports - a.reports)
  const incident = most && (await loadIncident(db, most.id))
  if (!incident) throw new Error('the samples tell no incident')
  const actor = incident.values
    .flatMap(({ value }) => ('actor' in value && value.named === true ? [value] : []))
    .find(({ actor }) => actor !== undefined)
  if (actor?.actor === undefined) throw new Error('the incident names nobody')
  const path = `/actors/${encodeURIComponent(actor.actor)}?name=${encodeURIComponent(actor.name ?? '')}`
  return [
    { name: 'incident-light', path: `/incidents/${incident.id}` },
    { name: 'incident-dark', path: `/incidents/${incident.id}`, scheme: 'dark' },
    { name: 'actor', path },
  ]
}

async function take(from: Bench, { name, path, scheme = 'light', language }: Shot): Promise<void> {
  const page = await from.open('/settings', { viewport: SIZE, colorScheme: scheme })
  await keep(page, { tourSeen: true, ...(language && { language }) })
  await page.goto(path)
  await page.getByText('Loading…').first().waitFor({ state: 'detached' })
  // A map is drawn after its data came, which nothing on the page tells.
  await page.waitForTimeout(1500)
  const file = `${FOLDER}${name}.png`
  await page.screenshot({ path: file })
  await page.context().close()
  const { size } = await stat(file)
  console.log(`${name}.png ${Math.round(size / 1000)} kB`)
  if (size > MOST) throw new Error(`${name}.png is larger than ${MOST} bytes`)
}

/** What the browser keeps of the settings. */
async function keep(page: Page, settings: object): Promise<void> {
  const text = JSON.stringify(JSON.stringify(settings))
  await page.evaluate(`localStorage.setItem('ascribe.settings', ${text})`)
}
