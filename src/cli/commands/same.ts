import type { Command } from 'commander'
import { joinIncidents } from '../../store/index.ts'
import { openDoer, storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

const MORE = `
Decisions outweigh what speaks for and against two events being one, and the last on a pair of
events holds. They are kept when reports are added later, stand in the log of the store, and
\`ascribe undo\` takes them back: what they joined is then exactly what it was.`

/** Adds `ascribe same`. */
export function addSame(program: Command): void {
  program
    .command('same')
    .description('decide that incidents are one')
    .argument('<incident>', 'id of an incident')
    .argument('<others...>', 'ids of incidents that are the same')
    .addOption(storeOption())
    .addHelpText('after', MORE)
    .action(async (incident: string, others: string[], options: StoreOption) => {
      const doer = await openDoer()
      const entry = await withStore(options, (db) =>
        joinIncidents(db, [incident, ...others], doer()),
      )
      await standardStreams.write(`decided; to take it back: ascribe undo ${entry}\n`)
    })
}
