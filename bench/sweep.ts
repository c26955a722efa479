/**
 * Reads every text beside the project and proves every value: `npm run bench:sweep -- ../shared/data [SET…]`.
 * Counts what crashes, what is noted as an internal error, and violations, by our own check and by the referee's.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKit } from '../src/kit.ts'
import { readReport } from '../src/pipeline.ts'
import { verifyReading, type Reading, type ReportInput } from '../src/records/index.ts'
import { beside, FILES, reportsOf, type SetName } from './labelled-data.ts'

const [folder = '../shared/data', ...wanted] = process.argv.slice(2)
const place = beside(folder)
const kit = await openKit()
const scratch = mkdtempSync(join(tmpdir(), 'ascribe-sweep-'))
let bad = 0

console.log('| set | reports | kB | kB/s | crashes | internal notes | violations | referee |')
console.log('|---|---|---|---|---|---|---|---|')
for (const name of Object.keys(FILES) as SetName[])
  if (wanted.length === 0 || wanted.includes(name)) sweep(name)
rmSync(scratch, { recursive: true })
process.exitCode = bad > 0 ? 1 : 0

function sweep(name: SetName): void {
  const reports = reportsOf(name, place)
  const began = performance.now()
  const readings = reports.flatMap((report) => readSafely(report, name) ?? [])
  const seconds = (performance.now() - began) / 1000
  const kilobytes = reports.reduce((sum, { text }) => sum + text.length, 0) / 1000
  const crashes = reports.length - readings.length
  const notes = readings.flatMap((one) => one.notes).filter(({ code }) => code === 'internal')
  const own = readings.flatMap((reading) => verifyReading(reading, kit.verify))
  for (const { report, kind, path, reason } of own.slice(0, 5))
    console.error(`${name} ${report}: ${kind}: ${path}: ${reason}`)
  const referee = refereed(name, readings)
  bad += crashes + notes.length + own.length + referee
  const speed = Math.round(kilobytes / seconds)
  const cells = [name, reports.length, Math.round(kilobytes), speed, crashes, notes.length]
  console.log(`| ${[...cells, own.length, referee].join(' | ')} |`)
}

function readSafely(report: ReportInput, name: string): Reading | undefined {
  try {
    return readReport(report, kit)
  } catch (error) {
    console.error(`${name} ${report.id}: ${(error as Error).stack}`)
    return undefined
  }
}

/** How many violations the referee counts; it exits with 1 on any. */
function refereed(name: string, readings: readonly Reading[]): number {
  const path = join(scratch, 'readings.ndjson')
  writeFileSync(path, readings.map((reading) => `${JSON.stringify(reading)}\n`).join(''))
  const command = [join(place.score, 'verify.mjs'), '--readings', path, '--limit', '5']
  try {
    execFileSync('node', command, { stdio: 'pipe' })
    return 0
  } catch (error) {
    const said = String((error as { stdout?: Buffer }).stdout)
    console.error(`${name}: ${said}`)
    return Number(/^violations\s+(\d+)/m.exec(said)?.[1] ?? NaN)
  }
}
