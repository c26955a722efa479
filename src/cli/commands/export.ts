import { Option, type Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { openWriter } from '../../export/index.ts'
import type { Reading } from '../../records/index.ts'
import { allRows, listReadings } from '../../store/index.ts'
import { pageSetting } from '../options.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly as: 'ndjson'
  readonly profile?: string
}

/** Readings that are asked of the store at once. */
const PAGE = 100

/** Adds `ascribe export`. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('all readings of the store, in order of id')
    .addOption(storeOption())
    .addOption(new Option('--as <form>', 'output form').choices(['ndjson']).default('ndjson'))
    .option('--profile <name>', 'what may be shown: internal (all of it, names of witnesses too)')
    .addHelpText('after', '\nExamples:\n  $ ascribe export --profile internal > readings.ndjson')
    .action(exportAll)
}

async function exportAll(options: Options): Promise<void> {
  if (options.profile !== 'internal')
    throw new AscribeError(
      'bad-usage',
      'an export shows names that may be in danger, and only “--profile internal” (for nobody outside) is there yet: nothing was written',
    )
  const writer = await openWriter(options.as, pageSetting())
  await withStore(options, async (db) => {
    const readings = allRows<Reading>(
      (last, limit) => listReadings(db, last?.report.id ?? '', limit),
      PAGE,
    )
    for await (const reading of readings) await standardStreams.write(writer.write(reading))
  })
}
