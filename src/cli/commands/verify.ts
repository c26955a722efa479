import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { InvalidArgumentError, type Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { readJsonLines } from '../../ingest/index.ts'
import { openVerifyKit } from '../../kit.ts'
import {
  reportIdOf,
  verifyReading,
  type Violation,
  type ViolationKind,
  type VerifyKit,
} from '../../records/index.ts'
import { checkStore } from '../store/check-store.ts'
import { withStore } from '../store/store-option.ts'
import { standardStreams, type Streams } from '../streams.ts'

export interface VerifyOptions {
  readonly json?: boolean
  /** Most violations that are printed; all are counted. */
  readonly limit: number
}

/** Longest line that is read as one reading, in bytes: more than the records of the longest text take. */
const LONGEST_READING = 256 * 1024 * 1024

/** Adds `ascribe verify`. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('hold readings (NDJSON) to the contract: every span proved, every value said')
    .argument('[file]', 'an NDJSON file of readings, or - for standard input')
    .option(
      '--store [address]',
      'hold a store to it instead: its log, what the log says, all readings',
    )
    .option('--json', 'a JSON object for each violation, and one with all counts as the last line')
    .option('--limit <number>', 'most violations to print; all are counted', parseLimit, 50)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, options: VerifyOptions & VerifyWhat) => {
      process.exitCode = (await verifyWhat(file, options)) ? 0 : 1
    })
}

interface VerifyWhat {
  readonly store?: string | true
}

function verifyWhat(
  file: string | undefined,
  { store, ...options }: VerifyOptions & VerifyWhat,
): Promise<boolean> {
  if ((file === undefined) === (store === undefined))
    throw new AscribeError('bad-usage', 'verify takes a file of readings, or --store')
  if (file !== undefined) return verify(file, options, standardStreams)
  return withStore(typeof store === 'string' ? { store } : {}, (db) =>
    checkStore(db, options, standardStreams),
  )
}

const EXAMPLES = `
Examples:
  $ ascribe read reports/ --to ndjson | ascribe verify -
  $ ascribe verify readings.ndjson --json
  $ ascribe verify --store ~/sahel`

function parseLimit(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number, such as 50')
  return Number(text)
}

/** `ascribe verify`: every breach of the contract in a stream of readings, of which one at a time is held. Gives whether there were readings, and all is well with them. */
export async function verify(
  path: string,
  { json = false, limit }: VerifyOptions,
  streams: Streams,
): Promise<boolean> {
  if (path !== '-' && !(await stat(path).catch(() => undefined)))
    throw new AscribeError('not-found', `${path}: no such file`)
  const kit = await openVerifyKit()
  const chunks = path === '-' ? process.stdin : createReadStream(path)
  const total: Total = { readings: 0, violations: 0, unreadable: 0, byKind: {} }
  const seen = new Set<string>()
  for await (const line of readJsonLines(chunks, { name: path, longest: LONGEST_READING })) {
    if ('error' in line) {
      total.unreadable += 1
      streams.complain(`ascribe: ${line.error.message}\n`)
      continue
    }
    const violations = check(line.value, { kit, seen })
    const shown = violations.slice(0, Math.max(0, limit - total.violations))
    const { where } = line
    for (const one of shown)
      await streams.write(json ? jsonLine({ where, ...one }) : describe(one, where))
    count(total, violations)
  }
  await streams.write(json ? jsonLine(total) : summary(total, limit))
  return total.readings > 0 && total.violations === 0 && total.unreadable === 0
}

/** What is counted on the way. */
interface Total {
  readings: number
  violations: number
  /** Lines that hold no JSON. */
  unreadable: number
  readonly byKind: Partial<Record<ViolationKind, number>>
}

/** The violations of one reading; to be the second of its report is one too. */
function check(
  reading: unknown,
  { kit, seen }: { readonly kit: VerifyKit; readonly seen: Set<string> },
): readonly Violation[] {
  const violations = verifyReading(reading, kit)
  const report = reportIdOf(reading)
  if (report === undefined) return violations
  if (!seen.has(report)) {
    seen.add(report)
    return violations
  }
  return [
    ...violations,
    { report, kind: 'id', path: 'report.id', reason: 'is that of a reading before' },
  ]
}

function count(total: Total, violations: readonly Violation[]): void {
  total.readings += 1
  total.violations += violations.length
  for (const { kind } of violations) total.byKind[kind] = (total.byKind[kind] ?? 0) + 1
}

function describe({ report, kind, path, reason }: Violation, where: string): string {
  return `${where}: ${report}: ${path || 'the reading'}: ${kind}: ${reason}\n`
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

/** "3 readings, 2 violations (1 number, 1 span), 1 line that is no JSON" */
function summary({ readings, violations, unreadable, byKind }: Total, limit: number): string {
  const kinds = Object.entries(byKind).sort(([, a], [, b]) => b - a)
  const listed = kinds.map(([kind, number]) => `${number} ${kind}`).join(', ')
  const parts = [
    counted(readings, 'reading', 'readings'),
    `${counted(violations, 'violation', 'violations')}${listed && ` (${listed})`}`,
    ...(unreadable > 0 ? [counted(unreadable, 'line not read', 'lines not read')] : []),
  ]
  const more = violations > limit ? `… and ${violations - limit} more\n` : ''
  return `${more}${parts.join(', ')}\n`
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
