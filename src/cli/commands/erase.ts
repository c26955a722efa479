import type { Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { eraseReports } from '../../store/index.ts'
import { openDoer, storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly yes?: true
}

const MORE = `
All versions of the reports and all their records go. The log keeps that reports of these ids
were there and when they were erased, and nothing of their texts. A store in a folder is
written anew, which takes a while where it is large; several reports at once take as long as
one. On a server, its write-ahead log, its replicas and archives may hold erased words until
whoever runs it has them deleted. Backups made before still have them.`

/** Adds `ascribe erase`. */
export function addErase(program: Command): void {
  program
    .command('erase')
    .description('remove reports from the store for good')
    .argument('<id...>', 'ids of the reports')
    .addOption(storeOption())
    .option('--yes', 'really: it cannot be brought back')
    .addHelpText('after', MORE)
    .action(async (ids: string[], options: Options) => {
      if (!options.yes)
        throw new AscribeError(
          'bad-usage',
          `what is erased cannot be brought back: --yes erases ${ids.join(', ')}`,
        )
      const doer = await openDoer()
      await withStore(options, (db) => eraseReports(db, ids, doer()))
      for (const id of ids) await standardStreams.write(`erased ${id}\n`)
    })
}
