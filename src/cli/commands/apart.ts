import type { Command } from 'commander'
import { keepApart } from '../../store/index.ts'
import { openDoer, storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

const EXAMPLES = `
Examples:
  $ ascribe apart 0a1b2c3d4e5f6071 wire-17              the report is of another incident
  $ ascribe apart 0a1b2c3d4e5f6071 9f8e7d6c5b4a3920     two incidents are to stay two

\`ascribe undo\` takes it back.`

/** Adds `ascribe apart`. */
export function addApart(program: Command): void {
  program
    .command('apart')
    .description(
      'decide that two incidents, or an incident and a report, or two reports are not the same',
    )
    .argument('<one>', 'id of an incident or a report')
    .argument('<other>', 'id of an incident or a report')
    .addOption(storeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (one: string, other: string, options: StoreOption) => {
      const doer = await openDoer()
      const entry = await withStore(options, (db) => keepApart(db, [one, other], doer()))
      await standardStreams.write(`decided; to take it back: ascribe undo ${entry}\n`)
    })
}
