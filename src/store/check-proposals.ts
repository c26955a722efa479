import type { Db } from './db.ts'
import type { Operation } from './operation.ts'
import { allRows } from './pages.ts'
import { proposedBody, settledBody } from './proposals.ts'
import { listProposalRows, type ProposalRow } from './queries/proposals.ts'
import type { StoreFault } from './verify-store.ts'

/** Proposals as the log tells them, by their ids. */
export type LoggedProposals = Map<string, LoggedProposal>

interface LoggedProposal {
  readonly entry: number
  readonly body: string
  settled?: { readonly entry: number; readonly body: string }
}

/** Adds what an entry of the log says of proposals. */
export function hearProposal(logged: LoggedProposals, { seq, kind, body }: Operation): void {
  if (kind !== 'propose' && kind !== 'settle-proposal') return
  const { proposal } = JSON.parse(body) as { proposal: string }
  if (kind === 'propose') logged.set(proposal, { entry: seq, body })
  const told = logged.get(proposal)
  if (kind === 'settle-proposal' && told) told.settled = { entry: seq, body }
}

const PAGE = 200

/** Proposals of which the table says something else than the log. */
export async function checkProposals(db: Db, logged: LoggedProposals): Promise<StoreFault[]> {
  const faults: StoreFault[] = []
  const left = new Map(logged)
  const rows = allRows<ProposalRow>(
    (last, limit) => listProposalRows(db, last?.operation ?? 0, limit),
    PAGE,
  )
  for await (const row of rows) {
    const told = left.get(row.id)
    left.delete(row.id)
    if (!told || !isAsTold(row, told)) faults.push(faultOf(row.id, 'is not what the log says'))
  }
  for (const id of left.keys()) faults.push(faultOf(id, 'the log has it, the store has not'))
  return faults
}

function isAsTold(row: ProposalRow, { entry, body, settled }: LoggedProposal): boolean {
  const isMade = row.operation === entry && proposedBody(row) === body
  if (!settled) return isMade && row.state === 'open' && row.settled === null
  return isMade && row.settled === settled.entry && settledBody(row) === settled.body
}

function faultOf(id: string, reason: string): StoreFault {
  return { where: `proposal ${id}`, reason }
}
