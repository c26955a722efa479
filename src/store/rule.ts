import { AscribeError } from '../base/errors.ts'
import type { ReviewDecision } from '../records/index.ts'
import { isSameVersion } from '../review/index.ts'
import type { Db } from './db.ts'
import { logOperation } from './log-operation.ts'
import { listAssignmentsOf } from './queries/assignments.ts'
import { loadHead } from './queries/load-head.ts'
import { hasRuling, insertRuling } from './queries/rulings.ts'
import { decideReview, type Reviewer, type ReviewGroup } from './review.ts'

/** Rules between the coders of one report, record by record: decisions like others, marked as rulings. Throws `conflict` while a coder is not done, or where somebody rules on own work. */
export async function ruleReview(
  db: Db,
  { group, decisions, seen }: ReviewGroup,
  reviewer: Reviewer,
): Promise<ReviewDecision[]> {
  return db.transaction(async (inner) => {
    const [first] = decisions
    if (!first || decisions.some((one) => !isSameVersion(one, first)))
      throw new AscribeError('bad-usage', 'rulings are made on one report at a time')
    const { report, version } = first
    reviewer.may?.()
    await loadHead(inner) // no coder is sent back meanwhile
    await refuseUnready(inner, { report, version, by: reviewer.by })
    const decided = await decideReview(inner, { group, decisions, ...(seen && { seen }) }, reviewer)
    if (await hasRuling(inner, group)) return decided
    const body = JSON.stringify({ group, report, version })
    const operation = await logOperation(inner, { kind: 'rule', body }, reviewer)
    await insertRuling(inner, { group, report, version }, operation)
    return decided.map((decision) => ({ ...decision, rules: true }))
  })
}

async function refuseUnready(
  db: Db,
  {
    report,
    version,
    by,
  }: { readonly report: string; readonly version: number; readonly by: string },
): Promise<void> {
  const coders = await listAssignmentsOf(db, report, version)
  if (coders.length < 2) throw new AscribeError('conflict', `${report} is not coded twice`)
  const late = coders.find(({ state }) => state === 'open' || state === 'returned')
  if (late) throw new AscribeError('conflict', `${late.coder} is not done with ${report}`)
  if (coders.some(({ coder }) => coder === by))
    throw new AscribeError('conflict', 'nobody rules on what they coded themselves')
}
