import type { Command } from 'commander'
import { linkAnew } from '../../store/index.ts'
import { openDoer, storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

const MORE = `
\`ascribe add\` links what it adds. This is for a store that another version of Ascribe filled or
linked: nothing can be added to it before, as what two versions made of events is not compared.
\`ascribe verify --store\` says whether it is needed. Decisions stay. Stopped in the middle, it has
to be begun again.`

/** Adds `ascribe link`. */
export function addLink(program: Command): void {
  program
    .command('link')
    .description('link all reports of the store anew')
    .addOption(storeOption())
    .addHelpText('after', MORE)
    .action(async (options: StoreOption) => {
      const doer = await openDoer()
      const reports = await withStore(options, (db) => linkAnew(db, doer))
      await standardStreams.write(`${reports} ${reports === 1 ? 'report' : 'reports'} linked\n`)
    })
}
