import { randomBytes, randomUUID } from 'node:crypto'
import { AscribeError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { NewProposal, ProposalState } from '../records/index.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { logOperation } from './log-operation.ts'
import { loadHead } from './queries/load-head.ts'
import { loadReading } from './queries/load-reading.ts'
import {
  findProposal,
  insertProposal,
  updateProposal,
  type Proposal,
  type ProposalRow,
} from './queries/proposals.ts'

/** Keeps a proposal. `may` is asked within the transaction. Throws `not-found` where the report that it was seen in is not there. */
export async function propose(
  db: Db,
  { origin, ...proposal }: NewProposal,
  doer: Doer & { may?(): void },
): Promise<Proposal> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    doer.may?.()
    if (origin && !(await loadReading(inner, origin.report, origin.version)))
      throw new AscribeError('not-found', `no report ${origin.report} in the store`)
    const salt = randomBytes(16).toString('hex')
    const row = { id: randomUUID(), said: JSON.stringify(proposal), salt }
    const operation = await logOperation(inner, { kind: 'propose', body: proposedBody(row) }, doer)
    await insertProposal(inner, { ...row, operation }, origin)
    return need(inner, row.id)
  })
}

/** What is to become of a proposal, and what it was for whoever says so. */
export interface Settlement {
  readonly id: string
  readonly was: ProposalState
  readonly state: ProposalState
  readonly reason: string
}

/** Accepts a proposal, refuses it, or opens it again. Throws `not-found`, `bad-usage` where it is refused without a reason, and `conflict` where it is not any more what it was. */
export async function settleProposal(
  db: Db,
  { id, was, state, reason }: Settlement,
  doer: Doer & { may?(): void },
): Promise<Proposal> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    doer.may?.()
    const found = await need(inner, id)
    if (found.state !== was || was === state)
      throw new AscribeError('conflict', `the proposal is ${found.state}`, {
        details: { state: found.state },
      })
    if (state === 'refused' && reason === '')
      throw new AscribeError('bad-usage', 'nothing is refused without a reason')
    const body = settledBody({ id, state, reason })
    const operation = await logOperation(inner, { kind: 'settle-proposal', body }, doer)
    await updateProposal(inner, { id, state, reason }, operation)
    return need(inner, id)
  })
}

async function need(db: Db, id: string): Promise<Proposal> {
  const found = await findProposal(db, id)
  if (!found) throw new AscribeError('not-found', `no proposal ${id} in the store`)
  return found
}

/** What the log says of a proposal: a seal, which tells nothing of it to whoever has it not. */
export function proposedBody({
  id,
  said,
  salt,
}: Pick<ProposalRow, 'id' | 'said' | 'salt'>): string {
  return JSON.stringify({ proposal: id, seal: sha256(JSON.stringify([salt, said])) })
}

/** What the log says of what became of one. */
export function settledBody({
  id,
  state,
  reason,
}: Pick<ProposalRow, 'id' | 'state' | 'reason'>): string {
  return JSON.stringify({ proposal: id, state, reason })
}
