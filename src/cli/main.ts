#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander'
import { AscribeError } from '../base/errors.ts'
import { LABELLED_SETS } from '../evaluate/index.ts'
import { openKit } from '../kit.ts'
import { evaluate, type EvaluateOptions } from './commands/evaluate.ts'
import { FORMATS, read, type Format } from './commands/read.ts'
import { verify } from './commands/verify.ts'

const streams = {
  write: (text: string) => void process.stdout.write(text),
  complain: (text: string) => void process.stderr.write(text),
}

/** The command line, with its help; commands set the exit status: 0 all well, 1 some input was bad, 2 wrong usage. */
export function program(): Command {
  const command = new Command('ascribe')
    .description('what happened and who says so, from news reports of conflict')
    .showHelpAfterError()
  command
    .command('read')
    .description('reports in, readings out; nothing is stored')
    .argument('<path...>', 'text, JSON or NDJSON files, folders, or - for standard input')
    .addOption(new Option('--to <format>', 'output form').choices(FORMATS))
    .option('--date <day>', 'publication date of reports that do not say it', parseDay)
    .option('--outlet <name>', 'outlet of reports that do not say it')
    .addHelpText('after', '\nExample:\n  $ ascribe read report.txt --date 2024-03-04 --to json')
    .action(async (paths: string[], options: { to?: Format; date?: string; outlet?: string }) => {
      const terminal = process.stdout.isTTY === true
      const to = options.to ?? (terminal ? 'text' : 'ndjson')
      const colour = terminal && process.env['NO_COLOR'] === undefined
      const bad = await read(paths, { ...options, to, colour }, { kit: await openKit(), streams })
      process.exitCode = bad > 0 ? 1 : 0
    })
  command
    .command('verify')
    .description('prove every span of every record of readings (NDJSON)')
    .argument('<file>', 'an NDJSON file of readings, or - for standard input')
    .addHelpText('after', '\nExample:\n  $ ascribe read reports/ --to ndjson | ascribe verify -')
    .action(async (file: string) => {
      process.exitCode = (await verify(file, streams)) > 0 ? 1 : 0
    })
  addEvaluate(command)
  return command
}

function addEvaluate(command: Command): void {
  const sets = LABELLED_SETS.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join('\n')
  command
    .command('evaluate')
    .description('read a labelled set and print how much of it is right')
    .argument('<file>', 'an NDJSON file of labelled records')
    .addOption(
      new Option('--as <set>', 'format of the records, where their keys do not tell it').choices(
        LABELLED_SETS.map(({ name }) => name),
      ),
    )
    .option('--readings <file>', 'take these readings (NDJSON) instead of reading the texts')
    .option('--json', 'print JSON', false)
    .addHelpText('after', `\nSets:\n${sets}\n\nExample:\n  $ ascribe evaluate gold.ndjson`)
    .action(async (file: string, options: EvaluateOptions) => {
      const missing = await evaluate(file, options, { kit: await openKit(), streams })
      process.exitCode = missing > 0 ? 1 : 0
    })
}

function parseDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new InvalidArgumentError('a day is written 2024-03-04')
  return text
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program().parseAsync()
} catch (error) {
  if (!(error instanceof AscribeError)) throw error
  streams.complain(`ascribe: ${error.message}\n`)
  process.exitCode = error.code === 'bad-usage' ? 2 : 1
}
