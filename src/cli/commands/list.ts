import type { Command } from 'commander'
import { listReports } from '../../store/index.ts'
import { reportLine } from '../store/report-line.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly json?: true
}

/** Reports that are asked of the store at once. */
const PAGE = 500

/** Adds `ascribe list`. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('the reports of the store, in order of id: id, day, outlet, title')
    .addOption(storeOption())
    .option('--json', 'a JSON object for each report')
    .action(list)
}

async function list(options: Options): Promise<void> {
  await withStore(options, async (db) => {
    let after = ''
    for (let full = true; full;) {
      const reports = await listReports(db, after, PAGE)
      for (const report of reports)
        await standardStreams.write(
          `${options.json ? JSON.stringify(report) : reportLine(report)}\n`,
        )
      after = reports.at(-1)?.id ?? after
      full = reports.length === PAGE
    }
  })
}
