import type { Db } from './db.ts'
import type { Operation } from './operation.ts'
import { allPages } from './pages.ts'
import { findTombstones } from './queries/find-tombstones.ts'
import { listReviewRows, type ListedReview } from './queries/list-review-rows.ts'
import { loggedOf } from './review.ts'
import type { StoreFault } from './verify-store.ts'

/** What reviewers decided, as the log tells it. */
export interface LoggedReviews {
  /** By the entry that says it. */
  readonly said: Map<number, LoggedReview>
  /** What each entry of an undo undid. */
  readonly undid: Map<number, number>
}

interface LoggedReview {
  readonly by: string
  readonly group: string
  readonly decisions: readonly { readonly report: string }[]
  undone?: number
}

/** Nothing heard yet. */
export function noReviews(): LoggedReviews {
  return { said: new Map(), undid: new Map() }
}

/** Adds what an entry of the log says of reviews: to undo an undo lets stand again what that undid. */
export function hearReview({ said, undid }: LoggedReviews, entry: Operation): void {
  const { seq, kind, by, body } = entry
  if (kind === 'review')
    said.set(seq, { by, ...(JSON.parse(body) as Pick<LoggedReview, 'group' | 'decisions'>) })
  if (kind !== 'undo-review') return
  const target = (JSON.parse(body) as { entry: number }).entry
  const again = said.get(undid.get(target) ?? 0)
  if (again) delete again.undone
  const undone = said.get(target)
  if (!undone) return
  undone.undone = seq
  undid.set(seq, target)
}

const PAGE = 200

/** Reviewers' decisions of which the table says something else than the log; those on erased reports are gone. */
export async function checkReviews(db: Db, { said }: LoggedReviews): Promise<StoreFault[]> {
  const faults: StoreFault[] = []
  const left = new Map(said)
  const pages = allPages<ListedReview>(
    (last, limit) => listReviewRows(db, last?.operation ?? 0, limit),
    PAGE,
  )
  for await (const page of pages)
    for (const row of page) {
      const told = left.get(row.operation)
      left.delete(row.operation)
      if (!told || !(await isAsTold(db, row, told))) faults.push(faultOf(row.operation))
    }
  for (const [entry, { decisions }] of left)
    if (!(await areErased(db, decisions))) faults.push(faultOf(entry))
  return faults
}

async function isAsTold(
  db: Db,
  { group, by, undone, rows }: ListedReview,
  told: LoggedReview,
): Promise<boolean> {
  if (group !== told.group || by !== told.by || (undone ?? undefined) !== told.undone) return false
  const places = new Set(rows.map(({ place }) => place))
  const missing = told.decisions.filter((_, i) => !places.has(i))
  const isSame = rows.every(
    (row) => JSON.stringify(loggedOf(row)) === JSON.stringify(told.decisions[row.place]),
  )
  return isSame && areErased(db, missing)
}

async function areErased(db: Db, decisions: LoggedReview['decisions']): Promise<boolean> {
  const reports = [...new Set(decisions.map(({ report }) => report))]
  return reports.length === 0 || (await findTombstones(db, reports)).size === reports.length
}

function faultOf(entry: number): StoreFault {
  return { where: `review ${entry}`, reason: 'is not what the log says' }
}
