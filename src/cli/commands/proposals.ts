import { Option, type Command } from 'commander'
import { harmlessLine } from '../../export/index.ts'
import { PROPOSAL_STATES, type ProposalState } from '../../records/index.ts'
import { allRows, listProposals, type Db, type Proposal } from '../../store/index.ts'
import { writeBundle } from '../store/proposal-bundle.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

const MORE = `
The folder gets proposals.ndjson, a proposal on each line, and their cases as test/cases/open has
them: open/FOLDER/proposed.txt. No words of reports are in it but those that people wrote into
their cases themselves.`

/** Adds `ascribe proposals` and what is below it. */
export function addProposals(program: Command): void {
  const proposals = program
    .command('proposals')
    .description('what people propose to change in word lists, known actors and rules')
  proposals
    .command('list')
    .description('state, kind, what it asks, who and when')
    .addOption(new Option('--state <state>', 'of one state').choices(PROPOSAL_STATES))
    .addOption(storeOption())
    .action(list)
  proposals
    .command('export')
    .description('write the accepted ones, with their cases, into a new folder')
    .argument('<folder>')
    .addOption(storeOption())
    .addHelpText('after', MORE)
    .action(exportAccepted)
}

/** Proposals that are asked of the store at once. */
const PAGE = 100

function proposalsOf(db: Db, state?: ProposalState): AsyncGenerator<Proposal> {
  return allRows<Proposal>(
    (last, limit) => listProposals(db, state, { ...(last && { before: last.entry }), limit }),
    PAGE,
  )
}

async function list(options: StoreOption & { readonly state?: ProposalState }): Promise<void> {
  await withStore(options, async (db) => {
    for await (const { state, kind, asks, by, at } of proposalsOf(db, options.state))
      await standardStreams.write(`${[state, kind, harmlessLine(asks), by, at].join('  ')}\n`)
  })
}

async function exportAccepted(folder: string, options: StoreOption): Promise<void> {
  const accepted: Proposal[] = []
  await withStore(options, async (db) => {
    for await (const one of proposalsOf(db, 'accepted')) accepted.unshift(one)
  })
  await writeBundle(folder, accepted)
  await standardStreams.write(`${accepted.length} accepted, written to ${folder}\n`)
}
