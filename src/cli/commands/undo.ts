import type { Command } from 'commander'
import { undoDecision } from '../../store/index.ts'
import { parseCount } from '../options.ts'
import { openDoer, storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

/** Adds `ascribe undo`. */
export function addUndo(program: Command): void {
  program
    .command('undo')
    .description('take a decision on incidents back (same, apart)')
    .argument('<entry>', 'its number in the log, as `ascribe decisions` lists it', parseCount)
    .addOption(storeOption())
    .action(async (entry: number, options: StoreOption) => {
      const doer = await openDoer()
      await withStore(options, (db) => undoDecision(db, entry, doer()))
      await standardStreams.write(`undone: ${entry}\n`)
    })
}
