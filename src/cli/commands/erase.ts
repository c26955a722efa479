import type { Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { eraseReport } from '../../store/index.ts'
import { doer, storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly yes?: true
}

const MORE = `
All versions of the report and all its records go. The log keeps that a report of this id was
there and when it was erased, and nothing of its text. Backups made before still have it.`

/** Adds `ascribe erase`. */
export function addErase(program: Command): void {
  program
    .command('erase')
    .description('remove a report from the store for good')
    .argument('<id>', 'id of the report')
    .addOption(storeOption())
    .option('--yes', 'really: it cannot be brought back')
    .addHelpText('after', MORE)
    .action(async (id: string, options: Options) => {
      if (!options.yes)
        throw new AscribeError(
          'bad-usage',
          `what is erased cannot be brought back: --yes erases ${id}`,
        )
      await withStore(options, (db) => eraseReport(db, id, doer()))
      await standardStreams.write(`erased ${id}\n`)
    })
}
