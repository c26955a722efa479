import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadCorpus, type CorpusFile } from '../src/cli/corpus-files.ts'
import { markWordsOf } from '../src/cli/corpus-words.ts'
import { draftReport, isHeldBack, type DraftKey } from '../src/evaluate/index.ts'
import { openKit } from '../src/kit.ts'
import { readReport } from '../src/pipeline.ts'
import type { Reading, ReportInput } from '../src/records/index.ts'
import { analyseText } from '../src/text/index.ts'
import { showWholeReading } from '../src/evaluate/cases/index.ts'
import { compare } from './compare.ts'
import { hints } from './corpus-hints.ts'
import { errorTable, summary } from './corpus-summary.ts'

/**
 * `npm run corpus -- --check [PART OF A NAME …]`: compiles and verifies the marked reports, names each fault by file and line, counts what is marked.
 * Hints are no faults: names and cues that stand unmarked. `--compare PART OF A NAME …` shows what the reader reads otherwise (`+`) than the marks (`-`).
 * `--show PART OF A NAME …` prints the readings as the golden ones are written, to be read against the text.
 * `--draft IN.ndjson FOLDER` writes readings, or what the reader makes of reports, as marked reports to be corrected by hand.
 * `--errors [PART OF A NAME …]` counts these differences by sort of line, over the reports that are not held back.
 * `--blank FOLDER PART OF A NAME …` writes reports without their records, for a second person to mark.
 * `--second FOLDER [PART OF A NAME …]` shows what a second person marked otherwise (`+`) in the reports of a folder.
 * `--write OUT.ndjson [PART OF A NAME …]` writes the gold readings.
 */
const REPORTS = 'corpus/reports'

const [mode = '--check', ...rest] = process.argv.slice(2)
const kit = await openKit()
if (mode === '--draft') draft(rest)
else if (mode === '--check' || mode === '--show' || mode === '--compare') await look(rest)
else if (mode === '--errors') console.log(errorTable(await differences(rest)))
else if (mode === '--write') await write(rest)
else if (mode === '--blank') await blank(rest)
else if (mode === '--second') await second(rest)
else
  throw new Error(
    `${mode}: --check, --show, --compare, --errors, --draft, --blank, --second or --write`,
  )

async function load(parts: readonly string[]): Promise<CorpusFile[]> {
  const files: CorpusFile[] = []
  const isWanted = (id: string) => parts.length === 0 || parts.some((part) => id.includes(part))
  for await (const file of loadCorpus(REPORTS, kit, isWanted)) files.push(file)
  for (const { path, faults } of files)
    for (const { line, reason } of faults) console.error(`${path}:${line}: ${reason}`)
  if (files.some(({ faults }) => faults.length > 0)) process.exitCode = 1
  return files
}

async function look(parts: readonly string[]): Promise<void> {
  const files = await load(parts)
  for (const file of files) {
    const { reading, path, head, id } = file
    const title = `${path}${isHeldBack(id, head?.set) ? ' (held back)' : ''}`
    if (mode === '--check')
      for (const hint of hints(file, (input) => readReport(input, kit)))
        console.log(`${path}: hint: ${hint}`)
    else if (reading && mode === '--show')
      console.log(`${title}\n\n${reading.report.text}\n\n${showWholeReading(reading)}`)
    else if (reading) console.log(`${title}\n\n${compareWithReader(reading)}\n`)
  }
  if (mode === '--check')
    console.log(summary(files, ({ report }) => analyseText(report, kit.text).sentences.length))
}

function compareWithReader(gold: Reading): string {
  const { text, title, outlet, publishedAt } = gold.report
  const given = {
    ...(title && { title }),
    ...(outlet && { outlet }),
    ...(publishedAt && { publishedAt }),
  }
  return compare(showWholeReading(gold), showWholeReading(readReport({ text, ...given }, kit)))
}

async function differences(parts: readonly string[]): Promise<string[]> {
  const files = (await load(parts)).filter(({ id, head }) => !isHeldBack(id, head?.set))
  return files.flatMap(({ reading }) => (reading ? compareWithReader(reading).split('\n') : []))
}

async function write([out = '', ...parts]: readonly string[]): Promise<void> {
  const readings = (await load(parts)).flatMap(({ reading }) => reading ?? [])
  writeFileSync(out, readings.map((reading) => `${JSON.stringify(reading)}\n`).join(''))
}

async function blank([into, ...parts]: readonly string[]): Promise<void> {
  if (!into || parts.length === 0) throw new Error('--blank FOLDER PART OF A NAME …')
  for (const { path, part } of await load(parts)) {
    const [unmarked = ''] = readFileSync(path, 'utf8').split(/(?<=^==>$)/m)
    mkdirSync(join(into, part), { recursive: true })
    writeFileSync(join(into, part, basename(path)), `${unmarked}\n\n`)
  }
}

async function second([folder = '', ...parts]: readonly string[]): Promise<void> {
  const first = new Map((await load(parts)).map(({ id, reading }) => [id, reading]))
  for await (const { id, path, reading } of loadCorpus(folder, kit, (one) => first.has(one))) {
    const gold = first.get(id)
    if (gold && reading)
      console.log(`${path}\n\n${compare(showWholeReading(gold), showWholeReading(reading))}\n`)
  }
}

/** Keys that a record has beside a report's go into the head; of a text that is marked for statements only these are drafted. */
type DraftInput = (Reading | ReportInput) & Readonly<Partial<Record<DraftKey, string>>>

function draft([from = '', into = '']: readonly string[]): void {
  mkdirSync(into, { recursive: true })
  for (const line of readFileSync(from, 'utf8').split('\n').filter(Boolean)) {
    const { manner, set, layers, attribution, ...record } = JSON.parse(line) as DraftInput
    const reading = 'events' in record ? record : readReport(record, kit)
    const head = {
      ...(manner && { manner }),
      ...(set && { set }),
      ...(layers && { layers }),
      ...(attribution && { attribution }),
    }
    const drafted = layers === 'statements' ? statementsOnly(reading) : reading
    const name = reading.report.id.replace(/[^\w-]+/g, '-')
    writeFileSync(join(into, `${name}.txt`), draftReport(drafted, markWordsOf(kit), head))
  }
}

/** Without the records that statements refer to. */
function statementsOnly(reading: Reading): Reading {
  const statements = reading.statements.map(({ source, to, via, ...rest }) => ({
    ...without(rest, 'time'),
    ...(source && { source: without(source, 'actor', 'actors') }),
    ...(to && { to: without(to, 'actor') }),
    ...(via && { via: without(via, 'actor') }),
    about: [],
  }))
  return { ...reading, actors: [], events: [], times: [], places: [], statements }
}

function without<T extends object, K extends keyof T>(
  record: T,
  ...keys: readonly K[]
): Omit<T, K> {
  const kept = Object.entries(record).filter(([key]) => !(keys as readonly string[]).includes(key))
  return Object.fromEntries(kept) as Omit<T, K>
}
