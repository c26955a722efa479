/** Times a store that is filled and asked: `npx tsx bench/store.ts ../shared/data [reports] [address]`; a new folder where no address is given. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKit, openLinkKit } from '../src/kit.ts'
import { readReport } from '../src/pipeline.ts'
import type { Reading } from '../src/records/index.ts'
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
import { random, variedReadings } from './varied-readings.ts'

const [data, reports = '10000', address] = process.argv.slice(2)
if (data === undefined) throw new Error('npx tsx bench/store.ts DATA [REPORTS] [ADDRESS]')
const count = Number(reports)
/** Development reports that are varied, of each of two sets of short ones. */
const BASES = 200
/** The day of those that have none. */
const DAY = '2013-01-25'
/** Readings that are stored at once, as `ascribe add` does with short reports. */
const PORTION = 20

const WORDS = [
  'bomb',
  'killed',
  'police',
  'market',
  'convoy',
  'insurgents',
  'village',
  'soldiers',
  'arrested',
  'weapons',
  'hospital',
  'attack',
]

const folder = address ?? mkdtempSync(join(tmpdir(), 'ascribe-bench-'))
const bases = await readBases(data)
const db = await openStore(folder)
const doer = { at: new Date().toISOString(), by: 'bench', kit: await openLinkKit() }
await fill(db)
await ask(db)
await db.close()
if (address === undefined) rmSync(folder, { recursive: true })

async function readBases(from: string): Promise<Reading[]> {
  const kit = await openKit()
  const inputs = (['isafpr', 'wiki_terror'] as const).flatMap((set) =>
    reportsOf(set, beside(from)).slice(0, BASES),
  )
  const began = process.cpuUsage()
  // What comes in says when it was published; the sets' headers do not always.
  const readings = inputs.map((input) => readReport({ publishedAt: DAY, ...input }, kit))
  const each = cpuSince(began) / inputs.length
  const [letters, events] = [
    readings.reduce((sum, { report }) => sum + report.text.length, 0) / readings.length,
    readings.reduce((sum, reading) => sum + reading.events.length, 0) / readings.length,
  ]
  row(
    'bases',
    `${inputs.length} reports of ${Math.round(letters)} characters and ${events.toFixed(1)} events in the mean, read in ${each.toFixed(1)} ms of processor each`,
  )
  return readings
}

/** Adds all readings; the time of making them is taken off. */
async function fill(to: Db): Promise<void> {
  let [stored, spent, cpu, told] = [0, 0, 0, 0]
  let portion: Reading[] = []
  const flush = async (): Promise<void> => {
    const [began, used] = [performance.now(), process.cpuUsage()]
    await addReadings(to, portion, doer)
    spent += performance.now() - began
    cpu += cpuSince(used)
    stored += portion.length
    portion = []
    if (stored - told >= count / 10) {
      told = stored
      row(
        `${stored} added`,
        `${Math.round((1000 * stored) / spent)} reports/s so far (${Math.round((1000 * stored) / cpu)} in a second of processor), ${memory()} MB at most`,
      )
    }
  }
  for (const reading of variedReadings(bases, count, 1)) {
    portion.push(reading)
    if (portion.length === PORTION) await flush()
  }
  if (portion.length > 0) await flush()
}

/** Times what people and programs ask of it. */
async function ask(of: Db): Promise<void> {
  const fresh = [...variedReadings(bases, 60, 2)]
  await times('a new report added and linked', fresh, (one) => addReadings(of, [one], doer))
  const rounds = Array.from({ length: 20 }, (_, i) => i)
  const page = { limit: 50 }
  await times('first page of incidents', rounds, () => listIncidents(of, {}, page))
  const next = random(3)
  await times('a page in the middle', rounds, async () => {
    const until = String(2005 + Math.floor(next() * 15))
    return listIncidents(of, { until: `${until}-01-01` }, page)
  })
  await times('a page of one kind and country', rounds, () =>
    listIncidents(of, { kinds: ['bombing'], countries: ['AFG'] }, page),
  )
  await times('a page with 20 killed and more', rounds, () =>
    listIncidents(of, { killed: 20 }, page),
  )
  const incidents = await listIncidents(of, {}, { limit: 60 })
  await times('an incident shown', incidents, ({ id }) => loadIncident(of, id))
  const queries = WORDS.flatMap((one) => WORDS.map((two) => `${one} ${two}`)).filter(
    (_, i) => i % 3 === 0,
  )
  await times('full-text search, two words', queries, (query) => search(of, query))
  await times('full-text search, one word', WORDS, (query) => search(of, query))
  row('memory', `${memory()} MB at most`)
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
