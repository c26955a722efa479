import { Option, type Command } from 'commander'
import { FORMS, openWriter, type Form } from '../../export/index.ts'
import { pageSetting, parseDay, parseJobs } from '../options.ts'
import { openBar } from '../open-bar.ts'
import { openPool, readAll } from '../../bulk/index.ts'
import { standardStreams } from '../streams.ts'

interface Options {
  readonly to?: Form
  readonly date?: string
  readonly outlet?: string
  readonly jobs: number
  readonly quiet?: true
}

const EXAMPLES = `
Examples:
  $ ascribe read report.txt --date 2024-03-04              for people, in the terminal
  $ ascribe read reports/ --to ndjson > readings.ndjson    a folder, one reading a line
  $ ascribe read wire.ndjson --jobs 4 --to csv > events.csv
  $ ascribe read report.txt --to html > report.html        a page with the evidence marked
  $ curl -s https://… | ascribe read - --outlet "Radio Orrin"`

/** Adds `ascribe read`. */
export function addRead(program: Command): void {
  program
    .command('read')
    .description('reports in, readings out; nothing is stored')
    .argument('<path...>', 'text, JSON or NDJSON files, folders, or - for standard input')
    .addOption(new Option('--to <form>', FORM_HELP).choices(FORMS))
    .option('--date <day>', 'publication date of reports that do not say it', parseDay)
    .option('--outlet <name>', 'outlet of reports that do not say it')
    .option('--jobs <number>', 'how many reports are read at the same time', parseJobs, 1)
    .option('--quiet', 'no progress bar')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = (await run(paths, options)) > 0 ? 1 : 0
    })
}

const FORM_HELP = 'output form; without it text on a terminal, else ndjson'

async function run(paths: readonly string[], options: Options): Promise<number> {
  const terminal = process.stdout.isTTY
  const form = options.to ?? (terminal ? 'text' : 'ndjson')
  const setting = pageSetting()
  const pool = openPool({ jobs: options.jobs, form, setting })
  // Where the output itself is on the terminal, it shows how far we are.
  const bar = terminal ? undefined : await openBar(paths, options)
  const streams = bar ? { ...standardStreams, complain: bar.say } : standardStreams
  try {
    const writer = await openWriter(form, setting)
    return await readAll(paths, options, { pool, writer, streams, ...(bar && { bar }) })
  } finally {
    bar?.close()
    await pool.close()
  }
}
