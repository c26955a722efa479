/** Times whole readings, with what is shipped (`dist`): `npm run bench:speed -- REPORTS.ndjson`. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type * as exportModule from '../src/export/index.ts'
import type * as kitModule from '../src/kit.ts'
import type * as pipelineModule from '../src/pipeline.ts'
import type { ReportInput } from '../src/records/index.ts'
import type * as textModule from '../src/text/index.ts'
import { profile } from './profile.ts'

const { openKit } = (await import(shipped('kit.js'))) as typeof kitModule
const { readReport, toReport } = (await import(shipped('pipeline.js'))) as typeof pipelineModule
const { analyseText } = (await import(shipped('text/index.js'))) as typeof textModule
const { writeNdjson } = (await import(shipped('export/index.js'))) as typeof exportModule

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('npm run bench:speed -- REPORTS.ndjson')
const reports = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as ReportInput)
const kit = await openKit()

const first = timed(() => readAll(reports))
const later = [1, 2, 3].map(() => timed(() => readAll(reports))).sort((a, b) => a.cpu - b.cpu)
const median = later[1] ?? first
const tokens = reports.reduce((sum, report) => sum + tokensOf(report), 0)
const peak = process.resourceUsage().maxRSS / 1024

row('start-up', `${await startUp()} ms from process start to the first reading (best of 5)`)
row('reports', `${reports.length}, ${tokens} tokens`)
row('first pass', speed(tokens, first))
row('later passes', `${speed(tokens, median)} (median of 3)`)
row('peak memory', `${Math.round(peak)} MB`)
console.log('\nstage             µs a token')
for (const { stage, share } of await profile(() => readAll(reports)))
  row(stage, ((share * median.cpu * 1000) / tokens).toFixed(2).padStart(10))
console.log('\none report of     ')
for (const size of [10_000, 100_000, 300_000, 1_000_000]) {
  const report = { text: joined(size) }
  const count = tokensOf(report)
  row(
    `${report.text.length / 1000} kB`,
    speed(
      count,
      best(() => readAll([report])),
    ),
  )
}
row('peak memory', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)

function shipped(name: string): string {
  return new URL(`../dist/${name}`, import.meta.url).href
}

interface Time {
  /** Milliseconds on the clock. */
  readonly wall: number
  /** Milliseconds of processor time of all threads, which other work on the machine disturbs less. */
  readonly cpu: number
}

function timed(work: () => void): Time {
  const [began, before] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - began, cpu: (user + system) / 1000 }
}

function best(work: () => void): Time {
  return [1, 2].map(() => timed(work)).reduce((a, b) => (b.cpu < a.cpu ? b : a))
}

function readAll(inputs: readonly ReportInput[]): void {
  for (const input of inputs) writeNdjson(readReport(input, kit))
}

function tokensOf(input: ReportInput): number {
  return analyseText(toReport(input), kit.text).tokens.length
}

/** The set's texts one after the other, over again where they do not suffice, cut to a size. */
function joined(size: number): string {
  const all = reports.map(({ text }) => text).join('\n\n')
  return all.repeat(Math.ceil(size / all.length)).slice(0, size)
}

function speed(count: number, { wall, cpu }: Time): string {
  const rate = (ms: number): string => `${Math.round((count / ms) * 1000)} tokens/s`
  return `${rate(cpu)} of processor time, ${rate(wall)} on the clock, ${Math.round(cpu)} ms`
}

function row(name: string, figures: string): void {
  console.log(name.padEnd(16), figures)
}

/** Milliseconds from the start of a process to its first reading. */
async function startUp(): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 5; i += 1) times.push(await firstByte())
  return Math.round(Math.min(...times))
}

function firstByte(): Promise<number> {
  const place = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))
  const command = [place('dist/cli/main.js'), 'read', place('data/samples/market-blast.txt')]
  const began = performance.now()
  const child = spawn(process.execPath, command)
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(performance.now() - began))
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`read ended with ${code}`)))
  })
}
