import { stat } from 'node:fs/promises'
import { Option, type Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import {
  LABELLED_SETS,
  findSet,
  isHeldBack,
  writeScores,
  type Head,
  type OpenSet,
} from '../../evaluate/index.ts'
import { openKit } from '../../kit.ts'
import { readReport, toReport, type Kit } from '../../pipeline.ts'
import type { Reading, ReportInput } from '../../records/index.ts'
import { loadCorpus } from '../corpus-files.ts'
import { jsonLines, readingsOf, type Labelled } from '../json-lines.ts'
import { addEvaluateLinking } from './evaluate-linking.ts'
import { knownOf } from './known.ts'
import { standardStreams, type Streams } from '../streams.ts'

/** Adds `ascribe evaluate`. */
export function addEvaluate(program: Command): void {
  const sets = LABELLED_SETS.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join('\n')
  const command = program
    .command('evaluate')
    .enablePositionalOptions()
    .description('read a labelled set and print how much of it is right')
    .argument('<path>', 'an NDJSON file of labelled records, or a folder of marked reports')
    .addOption(
      new Option('--as <set>', 'format of the records, where their keys do not tell it').choices(
        LABELLED_SETS.map(({ name }) => name),
      ),
    )
    .option('--readings <path>', 'take these readings (NDJSON, or marked) instead of reading texts')
    .option('--held-back', 'of marked reports those that are held back, instead of the others')
    .option('--json', 'print JSON', false)
    .addHelpText('after', `\nSets:\n${sets}\n\n${EXAMPLES}`)
    .action(async (file: string, options: EvaluateOptions) => {
      const kit = await openKit()
      const missing = await evaluate(file, options, { kit, streams: standardStreams })
      process.exitCode = missing > 0 ? 1 : 0
    })
  addEvaluateLinking(command)
}

const EXAMPLES = `Examples:
  $ ascribe evaluate gold.ndjson
  $ ascribe evaluate corpus                                   the development part of our corpus
  $ ascribe evaluate bench/second-pass --readings corpus/reports  how two people agree`

export interface EvaluateOptions {
  /** The set's format; guessed from its first record unless said. */
  readonly as?: string
  /** A file or a folder of readings made before; else the set's texts are read. */
  readonly readings?: string
  /** Whether those of a folder are scored that are held back; else the others are. */
  readonly heldBack?: boolean
  readonly json: boolean
}

/** `ascribe evaluate`: reads a labelled set's texts (or takes readings of them), and prints how much is right. Gives the number of records without a reading. */
export async function evaluate(
  path: string,
  options: EvaluateOptions,
  { kit, streams }: { kit: Kit; streams: Streams },
): Promise<number> {
  const made =
    options.readings === undefined ? undefined : await loadReadings(options.readings, kit)
  const read = (input: ReportInput): Reading | undefined =>
    made ? made.get(toReport(input).id) : readReport(input, kit)
  let set: OpenSet | undefined
  let [records, missing] = [0, 0]
  for await (const { value, where } of recordsOf(path, options, kit)) {
    const name = options.as === undefined ? {} : { name: options.as }
    set ??= findSet(value, { ...name, where }).open(knownOf(kit))
    const report = set.parse(value, where)
    const reading = read(report.input)
    if (!reading) missing += 1
    report.count(reading ?? emptyReading(report.input, kit))
    records += 1
  }
  if (!set) throw new AscribeError('bad-input', `${path}: no records`)
  if (missing > 0)
    streams.complain(`ascribe: ${missing} of ${records} records have no reading; all is missed\n`)
  const scores = set.scores()
  streams.write(options.json ? `${JSON.stringify(scores, null, 1)}\n` : writeScores(scores))
  return missing
}

/** The records of a file; of a folder the marked reports of the part that is asked for. */
async function* recordsOf(
  path: string,
  { heldBack = false }: EvaluateOptions,
  kit: Kit,
): AsyncGenerator<Labelled> {
  if (!(await isFolder(path))) yield* jsonLines(path)
  else
    for await (const { gold, head, where } of goldOf(path, kit))
      if (isHeldBack(gold.report.id, head.set) === heldBack)
        yield { value: { gold, layers: head.layers }, where }
}

async function* goldOf(
  folder: string,
  kit: Kit,
): AsyncGenerator<{ gold: Reading; head: Head; where: string }> {
  for await (const { reading: gold, head, path: where, faults } of loadCorpus(folder, kit)) {
    const [fault] = faults
    if (fault) throw new AscribeError('bad-input', `${where}:${fault.line}: ${fault.reason}`)
    if (gold && head) yield { gold, head, where }
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}

async function loadReadings(path: string, kit: Kit): Promise<Map<string, Reading>> {
  if (!(await isFolder(path))) return readingsOf(path)
  const readings = new Map<string, Reading>()
  for await (const { gold } of goldOf(path, kit)) readings.set(gold.report.id, gold)
  return readings
}

/** A reading in which nothing was found. */
function emptyReading(input: ReportInput, { run }: Kit): Reading {
  const none = { actors: [], events: [], statements: [], times: [], places: [], notes: [] }
  return { schema: 'ascribe.reading/1', run, report: toReport(input), ...none }
}
