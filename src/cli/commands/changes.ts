import type { Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { changeText, harmlessLine } from '../../export/index.ts'
import { findOperation, listChanges, type ChangedIncident } from '../../store/index.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly since: string
  readonly json?: true
}

const EXAMPLES = `
Examples:
  $ ascribe changes --since 2024-03-05                     since the beginning of that day (UTC)
  $ ascribe changes --since 2024-03-05T10:00:00Z --json
  $ ascribe changes --since 1200                           since entry 1200 of the log

Incidents that new reports, new versions of pages, decisions or erasures made, changed or ended,
each with what changed and why.`

/** Adds `ascribe changes`. */
export function addChanges(program: Command): void {
  program
    .command('changes')
    .description('what changed in incidents since a time or an entry of the log')
    .requiredOption('--since <when>', 'a day, an instant, or the number of an entry of the log')
    .addOption(storeOption())
    .option('--json', 'a JSON object for each incident')
    .addHelpText('after', EXAMPLES)
    .action(changes)
}

async function changes(options: Options): Promise<void> {
  const since = parseSince(options.since)
  await withStore(options, async (db) => {
    const operation = typeof since === 'number' ? since : await findOperation(db, since)
    for await (const changed of listChanges(db, operation))
      await standardStreams.write(options.json ? `${JSON.stringify(changed)}\n` : linesOf(changed))
  })
}

const DAY = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/

/** The number of an entry, or an instant in UTC. */
function parseSince(text: string): number | string {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const time = DAY.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(time))
    throw new AscribeError(
      'bad-usage',
      `--since ${text}: a day (2024-03-05), an instant (2024-03-05T10:00:00Z) or the number of an entry of the log`,
    )
  return new Date(time).toISOString()
}

function linesOf({ incident, formerly, changes: all }: ChangedIncident): string {
  const head = formerly.length === 0 ? incident : `${incident} (formerly ${formerly.join(', ')})`
  const lines = all.map(
    (change) => `  ${changeText(change)} (${harmlessLine(change.reports.join(', '))})\n`,
  )
  return `${head}\n${lines.join('')}`
}
