import type { Command } from 'commander'
import { loadDictionary, type Added } from '../../store/index.ts'
import { pageSetting, parseDay, parseJobs } from '../options.ts'
import { addAll, type Import } from '../../bulk/add-all.ts'
import { openPool } from '../../bulk/index.ts'
import { openBar } from '../open-bar.ts'
import { openDoer, storeOption, makeStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly date?: string
  readonly outlet?: string
  readonly jobs: number
  readonly quiet?: true
  readonly json?: true
}

const EXAMPLES = `
Examples:
  $ ascribe add reports/ --jobs 2                 a folder into the store of this folder
  $ ascribe add wire.ndjson --store ~/sahel       into a store elsewhere
  $ ascribe add wire.ndjson --store postgres://localhost/ascribe

A report that is there already is not stored twice. Another text under the same id, or on
the same page (uri and outlet), is kept as the report's next version. What was erased is
not taken back. A report is said to be added when it is safely stored, not before.`

/** Adds `ascribe add`. */
export function addAdd(program: Command): void {
  program
    .command('add')
    .description('read reports and keep them, with all their records, in the store')
    .argument('<path...>', 'text, JSON or NDJSON files, folders, or - for standard input')
    .addOption(storeOption())
    .option('--date <day>', 'publication date of reports that do not say it', parseDay)
    .option('--outlet <name>', 'outlet of reports that do not say it')
    .option('--jobs <number>', 'how many reports are read at the same time', parseJobs, 1)
    .option('--json', 'a JSON object for each report')
    .option('--quiet', 'no progress bar')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = (await add(paths, options)).bad > 0 ? 1 : 0
    })
}

async function add(paths: readonly string[], options: Options): Promise<Import> {
  return makeStore(options, async (db) => {
    const pool = openPool({ jobs: options.jobs, form: 'ndjson', setting: pageSetting() })
    const bar = await openBar(paths, options)
    const streams = bar ? { ...standardStreams, complain: bar.say } : standardStreams
    const say = (added: Added) => streams.write(options.json ? jsonLine(added) : lineOf(added))
    const [doer, own] = [await openDoer(), await loadDictionary(db)]
    const tools = { db, doer, own, pool, say, streams, ...(bar && { bar }) }
    try {
      const done = await addAll(paths, options, tools)
      bar?.close()
      standardStreams.complain(`${summary(done)}\n`)
      return done
    } finally {
      bar?.close()
      await pool.close()
    }
  })
}

function jsonLine(added: Added): string {
  return `${JSON.stringify(added)}\n`
}

function lineOf({ id, outcome, version = 1 }: Added): string {
  const name = version === 1 ? id : `${id} (version ${version})`
  switch (outcome) {
    case 'added':
      return `added ${name}\n`
    case 'known':
      return `there already: ${name}\n`
    case 'erased':
      return `not taken back, was erased: ${name}\n`
  }
}

/** "12 added (2 new versions), 3 there already" */
function summary({ added, versions, known, erased }: Import): string {
  const later = versions === 1 ? '1 new version' : `${versions} new versions`
  const parts = [versions > 0 ? `${added} added (${later})` : `${added} added`]
  if (known > 0) parts.push(`${known} there already`)
  if (erased > 0) parts.push(`${erased} erased before and not taken back`)
  return parts.join(', ')
}
