import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { openVerifyKit } from '../../kit.ts'
import { verifyReading, type Violation } from '../../records/index.ts'
import { standardStreams, type Streams } from '../streams.ts'

/** Most violations that are printed; all are counted. */
const SHOWN = 50

/** Adds `ascribe verify`. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('prove every span of every record of readings (NDJSON)')
    .argument('<file>', 'an NDJSON file of readings, or - for standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string) => {
      process.exitCode = (await verify(file, standardStreams)) > 0 ? 1 : 0
    })
}

const EXAMPLES = `
Examples:
  $ ascribe read reports/ --to ndjson | ascribe verify -
  $ ascribe verify readings.ndjson`

/** `ascribe verify`: proves every span of the readings in an NDJSON file (`-` for standard input). Gives the number of violations. */
export async function verify(path: string, streams: Streams): Promise<number> {
  if (path !== '-' && !(await stat(path).catch(() => undefined)))
    throw new AscribeError('not-found', `${path}: no such file`)
  const input = path === '-' ? process.stdin : createReadStream(path)
  const kit = await openVerifyKit()
  let [number, readings, violations] = [0, 0, 0]
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    const found = verifyReading(parseReading(line, `${path} line ${number}`), kit)
    readings += 1
    for (const one of found.slice(0, Math.max(0, SHOWN - violations)))
      streams.write(`${describe(one)}\n`)
    violations += found.length
  }
  streams.write(`${readings} readings, ${violations} violations\n`)
  return violations
}

function parseReading(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new AscribeError('bad-input', `${where}: broken JSON: ${(cause as Error).message}`, {
      cause,
    })
  }
}

function describe({ report, kind, path, reason }: Violation): string {
  return `${report}: ${kind}: ${path}: ${reason}`
}
