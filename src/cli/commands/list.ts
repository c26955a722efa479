import type { Command } from 'commander'
import { allRows, listReports, type ListedReport } from '../../store/index.ts'
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
    const reports = allRows<ListedReport>(
      (last, limit) => listReports(db, last?.id ?? '', limit),
      PAGE,
    )
    for await (const report of reports)
      await standardStreams.write(`${options.json ? JSON.stringify(report) : reportLine(report)}\n`)
  })
}
