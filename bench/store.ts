/** Times a store that is filled, with reading, and asked: `npm run build; npx tsx bench/store.ts ../shared/data [reports] [address]`; a new folder where no address is given. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAll } from '../src/bulk/add-all.ts'
import { openPool } from '../src/bulk/pool.ts'
import { openKit, openLinkKit } from '../src/kit.ts'
import { readReport } from '../src/pipeline.ts'
import {
  addReadings,
  listIncidents,
  loadIncident,
  loadTexts,
  markWords,
  openStore,
  searchReports,
  type Db,
} from '../src/store/index.ts'
import { beside, reportsOf } from './labelled-data.ts'
import { openBases, random, variedReports } from './varied-reports.ts'

const [data, reports = '10000', address] = process.argv.slice(2)
if (data === undefined) throw new Error('npx tsx bench/store.ts DATA [REPORTS] [ADDRESS]')
const count = Number(reports)
/** Development reports that are varied, of each of two sets of short ones. */
const BASES = 200
/** The day of those that have none. */
const DAY = '2013-01-25'
/** Workers that read. */
const JOBS = 2

const WORDS = [
  ...['bomb', 'killed', 'police', 'market', 'convoy', 'insurgents'],
  ...['village', 'soldiers', 'arrested', 'weapons', 'hospital', 'attack'],
]

const folder = mkdtempSync(join(tmpdir(), 'ascribe-bench-'))
const kit = await openKit()
const bases = openBases(inputsOf(data), kit)
const db = await openStore(address ?? join(folder, 'store'))
const doer = { at: new Date().toISOString(), by: 'bench', kit: await openLinkKit() }
await fill(db, await writeReports(join(folder, 'reports.ndjson')))
await sizes(db)
await db.close()
rmSync(folder, { recursive: true })

function inputsOf(from: string) {
  const inputs = (['isafpr', 'wiki_terror'] as const).flatMap((set) =>
    reportsOf(set, beside(from)).slice(0, BASES),
  )
  // What comes in says when it was published; the sets' headers do not always.
  return inputs.map((input) => ({ publishedAt: DAY, ...input }))
}

/** Writes the reports that are added, as others would send them. */
async function writeReports(path: string): Promise<string> {
  const file = createWriteStream(path)
  let letters = 0
  for (const report of variedReports(bases, count, 1)) {
    letters += report.text.length
    if (!file.write(`${JSON.stringify(report)}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  row('reports', `${count} of ${Math.round(letters / count)} characters in the mean`)
  return path
}

/** Reads and adds all reports as `ascribe add --jobs 2` does, and asks the store five times meanwhile; that time is taken off. */
async function fill(to: Db, path: string): Promise<void> {
  const pool = openPool({
    ...{ jobs: JOBS, form: 'ndjson', setting: { width: 80, colour: false } },
    module: new URL('../dist/cli/worker.js', import.meta.url),
  })
  await pool.read([])
  let [stored, began, used] = [0, performance.now(), process.cpuUsage()]
  let before = { stored, began }
  const say = async (): Promise<void> => {
    stored += 1
    if (stored % (count / 10) !== 0) return
    const [now, cpu] = [performance.now(), cpuSince(used)]
    const rate = (of: { stored: number; began: number }): number =>
      Math.round((1000 * (stored - of.stored)) / (now - of.began))
    row(
      `${stored} added`,
      `${rate({ stored: 0, began })} reports/s so far, ${rate(before)} since the line before; ${(cpu / stored).toFixed(1)} ms of processor each; ${memory()} MB at most`,
    )
    if (stored % (count / 5) === 0) await ask(to, stored)
    const pause = performance.now() - now
    began += pause
    used = { ...used, user: used.user + (cpuSince(used) - cpu) * 1000 }
    before = { stored, began: performance.now() }
  }
  const streams = { write: () => undefined, complain: (text: string) => console.error(text) }
  await addAll([path], {}, { db: to, doer: () => doer, pool, say, streams })
  await pool.close()
}

/** Times what people and programs ask of it. */
async function ask(of: Db, seed: number): Promise<void> {
  const fresh = [...variedReports(bases, 40, seed + 2)].map((input) => readReport(input, kit))
  await times('a new report added and linked', fresh, (one) => addReadings(of, [one], doer))
  const rounds = Array.from({ length: 20 }, (_, i) => i)
  const page = { limit: 50 }
  await times('first page of incidents', rounds, () => listIncidents(of, {}, page))
  const next = random(3)
  await times('a page in the middle', rounds, async () => {
    const until = String(2014 + Math.floor(next() * 9))
    return listIncidents(of, { until: `${until}-01-01` }, page)
  })
  await times('a page of one kind and country', rounds, () =>
    listIncidents(of, { kinds: ['bombing'], countries: ['AFG'] }, page),
  )
  await times('a page with 20 killed and more', rounds, () =>
    listIncidents(of, { killed: 20 }, page),
  )
  const incidents = await listIncidents(of, {}, { limit: 40 })
  await times('an incident shown', incidents, ({ id }) => loadIncident(of, id))
  const queries = WORDS.flatMap((one) => WORDS.map((two) => `${one} ${two}`)).filter(
    (_, i) => i % 3 === 0,
  )
  await times('full-text search, two words', queries, (query) => search(of, query))
  await times('full-text search, one word', WORDS, (query) => search(of, query))
}

/** How many events are compared and brought together. */
async function sizes(of: Db): Promise<void> {
  const [counts] = await of.query<Record<string, number>>(
    `
    select (select count(*) from event)::int as events, (select count(*) from event_key)::int as keys,
      (select count(*) from link)::int as links, (select count(*) from incident)::int as incidents,
      (select max(size) from (select count(*)::int as size from event_key group by key) as key) as "events of a key at most",
      (select max(size) from (select count(*)::int as size from event group by component) as part) as "of a component",
      (select max(size) from (select count(*)::int as size from event group by incident_id) as one) as "of an incident"`,
  )
  row(
    'sizes',
    Object.entries(counts ?? {})
      .map(([name, size]) => `${name} ${size}`)
      .join(', '),
  )
}

/** As `ascribe search` does it. */
async function search(of: Db, query: string): Promise<string[]> {
  const found = await searchReports(of, query, 20)
  return markWords(of, query, await loadTexts(of, found))
}

async function times<T>(
  name: string,
  questions: readonly T[],
  ask: (question: T) => Promise<unknown>,
): Promise<void> {
  const taken: number[] = []
  const used = process.cpuUsage()
  for (const question of questions) {
    const began = performance.now()
    await ask(question)
    taken.push(performance.now() - began)
  }
  const cpu = cpuSince(used) / questions.length
  taken.sort((a, b) => a - b)
  const at = (share: number): string =>
    (taken[Math.floor(share * (taken.length - 1))] ?? 0).toFixed(1)
  row(
    name,
    `${at(0.5)} ms in the median, ${at(0.95)} ms in 95 of 100 (of ${taken.length}; ${cpu.toFixed(1)} ms of processor in the mean)`,
  )
}

/** Milliseconds of processor: unlike those of the clock they hold on a busy machine, too. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function memory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

function row(name: string, text: string): void {
  console.log(`${name.padEnd(34)}${text}`)
}
