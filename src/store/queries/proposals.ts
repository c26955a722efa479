import type { NewProposal, ProposalState } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** A proposal as it is kept. */
export interface Proposal extends NewProposal {
  readonly id: string
  /** Its entry in the log. */
  readonly entry: number
  readonly at: string
  readonly by: string
  readonly state: ProposalState
  /** Why it was accepted or refused. */
  readonly reason?: string
  readonly settledBy?: string
  readonly settledAt?: string
}

/** What the table has of a proposal. */
export interface ProposalRow {
  readonly id: string
  readonly operation: number
  /** JSON of the proposal without where it was seen, to the letter. */
  readonly said: string
  readonly salt: string
  readonly state: ProposalState
  readonly reason: string
  readonly settled: number | null
}

interface ListedRow {
  readonly id: string
  readonly entry: number
  readonly at: string
  readonly by: string
  readonly said: string
  readonly state: ProposalState
  readonly reason: string
  readonly report: string | null
  readonly version: number | null
  readonly start: number | null
  readonly end: number | null
  readonly settledBy: string | null
  readonly settledAt: string | null
}

const LISTED = `
    select proposal.id, proposal.operation::int as entry, made.at, made.by, said, state, reason,
      report_id as report, version, starts as start, ends as end,
      judged.by as "settledBy", judged.at as "settledAt"
    from proposal join operation as made on made.seq = proposal.operation
      left join operation as judged on judged.seq = settled`

/** Proposals of one state or of all, the latest first, before an entry of the log. */
export async function listProposals(
  db: Db,
  state: ProposalState | undefined,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<Proposal[]> {
  const rows = await db.query<ListedRow>(
    `${LISTED}
    where ($1::text is null or state = $1) and ($2::int is null or proposal.operation < $2)
    order by proposal.operation desc limit $3`,
    [state ?? null, before ?? null, limit],
  )
  return rows.map(toProposal)
}

/** A proposal by its id. */
export async function findProposal(db: Db, id: string): Promise<Proposal | undefined> {
  const [row] = await db.query<ListedRow>(`${LISTED} where proposal.id = $1`, [id])
  return row && toProposal(row)
}

function toProposal(row: ListedRow): Proposal {
  const { said, reason, report, version, start, end, settledBy, settledAt, ...own } = row
  const isKnown = report !== null && version !== null && start !== null && end !== null
  return {
    ...own,
    ...(JSON.parse(said) as Omit<NewProposal, 'origin'>),
    ...(isKnown && { origin: { report, version, start, end } }),
    ...(reason !== '' && { reason }),
    ...(settledBy !== null && settledAt !== null && { settledBy, settledAt }),
  }
}

/** Writes a proposal, which is open. */
export async function insertProposal(
  db: Db,
  { id, operation, said, salt }: Pick<ProposalRow, 'id' | 'operation' | 'said' | 'salt'>,
  origin: NewProposal['origin'],
): Promise<void> {
  await db.query(
    `
    insert into proposal
      (id, operation, said, salt, report_id, version, starts, ends, state, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', '')`,
    [
      ...[id, operation, said, salt],
      ...[origin?.report ?? null, origin?.version ?? null],
      ...[origin?.start ?? null, origin?.end ?? null],
    ],
  )
}

/** Writes what became of a proposal, as an entry of the log says. */
export async function updateProposal(
  db: Db,
  { id, state, reason }: Pick<ProposalRow, 'id' | 'state' | 'reason'>,
  settled: number,
): Promise<void> {
  await db.query('update proposal set state = $2, reason = $3, settled = $4 where id = $1', [
    ...[id, state, reason, settled],
  ])
}

/** What the table has of proposals, in the order of the log, behind an entry. */
export async function listProposalRows(
  db: Db,
  after: number,
  limit: number,
): Promise<ProposalRow[]> {
  return db.query(
    `
    select id, operation::int as operation, said, salt, state, reason, settled::int as settled
    from proposal where operation > $1 order by proposal.operation limit $2`,
    [after, limit],
  )
}
