import type { Command } from 'commander'
import { allRows, listDecisions, type ListedDecision } from '../../store/index.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly json?: true
}

/** Decisions that are asked of the store at once. */
const PAGE = 200

/** Adds `ascribe decisions`. */
export function addDecisions(program: Command): void {
  program
    .command('decisions')
    .description(
      'what was decided on incidents: number in the log, when, by whom, what, which incidents',
    )
    .addOption(storeOption())
    .option('--json', 'a JSON object for each decision')
    .action(decisions)
}

async function decisions(options: Options): Promise<void> {
  await withStore(options, async (db) => {
    const all = allRows<ListedDecision>(
      (last, limit) => listDecisions(db, last?.entry ?? 0, limit),
      PAGE,
    )
    for await (const decision of all)
      await standardStreams.write(`${options.json ? JSON.stringify(decision) : lineOf(decision)}\n`)
  })
}

function lineOf({ entry, at, by, verdict, undone, incidents }: ListedDecision): string {
  const what = verdict === 'same' ? 'the same' : 'not the same'
  const state = undone === undefined ? [] : [`undone by ${undone}`]
  return [String(entry), at, by, what, incidents.join(' '), ...state].join('  ')
}
